"""The parts of a document, found by what they say rather than by where or how they are set."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from kh_docs.check.outline import Item, outline
from kh_docs.check.pieces import Piece
from kh_docs.check.words import ATTACHED, SIGNED_LINE, fold
from kh_docs.decree30 import ABBREVIATIONS
from kh_docs.model.in_force import NOTHING_KNOWN, InForce
from kh_docs.word.document import Block, Document, DrawnLine, Paragraph, walk

PROFILES: Final = ("ubnd", "cand")
_SYMBOL: Final = re.compile(r"/\s*(?:(?P<year>\d{4})\s*/\s*)?(?P<group>[^\W\d_]+)\s*[-–/]\s*(?P<rest>\S.*)")
_FULL_DATE: Final = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})")
_YEAR: Final = re.compile(r"năm\s*(\d{4})")
_BY_ABBREVIATION: Final = {short: name for name, short in ABBREVIATIONS.items()}


@dataclass(slots=True, eq=False)
class Header:
    """Quốc hiệu, Tiêu ngữ, the agency, the number and the date."""

    pieces: list[Piece] = field(default_factory=list)
    quoc_hieu: list[Piece] = field(default_factory=list)
    tieu_ngu: Piece | None = None
    parents: list[Piece] = field(default_factory=list)
    issuer: list[Piece] = field(default_factory=list)
    number: Piece | None = None
    date: Piece | None = None
    subject: list[Piece] = field(default_factory=list)
    left_lines: list[DrawnLine] = field(default_factory=list)
    right_lines: list[DrawnLine] = field(default_factory=list)
    # Lines that may belong to either side: then no side can be said to lack one.
    stray_lines: list[DrawnLine] = field(default_factory=list)
    # Lines drawn in the paragraphs of V/v or right below them, where none belongs.
    subject_lines: list[DrawnLine] = field(default_factory=list)

    @property
    def agency(self) -> list[Piece]:
        """All lines of the left block."""
        return self.parents + self.issuer


@dataclass(slots=True, eq=False)
class Title:
    """Tên loại, trích yếu and what is drawn below them."""

    type_name: Piece | None = None
    # The type stands alone on its line, as the decree wants it.
    alone: bool = True
    # There is a title, but of no type of the decree: "PHIẾU TRÌNH"; its first line.
    unknown: Piece | None = None
    abstract: list[Piece] = field(default_factory=list)
    lines: list[DrawnLine] = field(default_factory=list)
    attached: Piece | None = None
    addressee: Piece | None = None
    addressee_items: list[Piece] = field(default_factory=list)
    # What stands beside "Kính gửi:" in the cells of a table, without a dash.
    addressee_beside: list[Piece] = field(default_factory=list)
    # Further addressees, set below the first without a dash.
    more_addressees: list[Piece] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class SignBlock:
    """One signer: authority and title above, name below; `gap_pt` is the room between them."""

    authority: list[Piece]
    name: Piece | None
    gap_pt: float


@dataclass(slots=True, eq=False)
class Closing:
    """Nơi nhận and the signatures; `start` is the block at which the body ends."""

    start: int
    label: Piece | None = None
    items: list[Piece] = field(default_factory=list)
    signers: list[SignBlock] = field(default_factory=list)
    found: bool = False


@dataclass(slots=True, eq=False)
class Annex:
    """One phụ lục."""

    head: Piece
    number: str
    inline_title: bool
    title: list[Piece]
    attached: Piece | None
    # The whole of that note, which may take two paragraphs.
    attached_text: str
    lines: list[DrawnLine]
    section: int
    opens_section: bool
    new_page: bool
    pieces: list[Piece]


@dataclass(eq=False)
class Anatomy:
    """A document taken apart."""

    document: Document
    profile: str
    page_mm: float
    header: Header
    title: Title
    closing: Closing
    annexes: list[Annex]
    type_found: str | None
    body_blocks: list[Block]
    # The block at which another document of the same file begins.
    next_document: int | None = None
    # The block at which a text of its own begins that this document issues.
    attached_from: int | None = None
    # The block at which the first annex begins.
    annexes_from: int | None = None
    # The further documents of the file, each taken apart like the first.
    others: "list[Anatomy]" = field(default_factory=list)
    # What existed and was in force when.
    in_force: InForce = NOTHING_KNOWN

    @cached_property
    def body(self) -> list[Paragraph]:
        """The paragraphs of the body proper, blank ones left out, tables left out."""
        return [block for block in self.body_blocks if isinstance(block, Paragraph) and not block.is_blank]

    @cached_property
    def items(self) -> list[Item]:
        """The body as an outline."""
        return outline(self.body)

    @cached_property
    def body_texts(self) -> list[Paragraph]:
        """Every paragraph between head and closing, tables included."""
        return list(walk(self.body_blocks))

    @cached_property
    def annex_texts(self) -> list[Paragraph]:
        """Every paragraph of the annexes, tables included, but for their heads and titles."""
        heads = {
            id(piece.paragraph)
            for annex in self.annexes
            for piece in (annex.head, *annex.title, *filter(None, (annex.attached,)))
        }
        blocks = self.document.blocks[self.annexes_from :] if self.annexes_from is not None else []
        return [each for each in walk(blocks) if each.text and id(each) not in heads]

    @cached_property
    def list_notes(self) -> list[Paragraph]:
        """“(Kèm theo …)” over what stands behind the signature and is not called phụ lục."""
        if not self.closing.found or self.is_annex_file:
            return []
        known = [other for other in self.others if other.type_found]
        apart = {id(paragraph) for other in known for paragraph in other.document.paragraphs()}
        behind = walk(self.document.blocks[self.closing.start : self.annexes_from])
        return [
            each
            for each in behind
            if each.text[:1] == "(" and id(each) not in apart and ATTACHED.match(fold(each.text))
        ]

    @cached_property
    def every_paragraph(self) -> list[Paragraph]:
        """All paragraphs: text, notes, headers and footers that print, each once."""
        found = [*self.document.paragraphs(), *self.document.notes]
        for section in self.document.sections:
            found += section.shown_headers + section.shown_footers
        return list({id(paragraph): paragraph for paragraph in found}.values())

    @cached_property
    def signed_lines(self) -> list[Paragraph]:
        """What a digital signature printed, wherever it stands."""
        return [each for each in self.every_paragraph if SIGNED_LINE.match(each.text)]

    @cached_property
    def symbol(self) -> re.Match[str] | None:
        """Year, first group and rest of the symbol in the number line."""
        return _SYMBOL.search(self.header.number.text) if self.header.number else None

    @cached_property
    def kind(self) -> str | None:
        """The type: from tên loại, else from the symbol, else công văn by its form, else not known."""
        if self.type_found:
            return self.type_found
        group = self.symbol["group"] if self.symbol else ""
        if group in _BY_ABBREVIATION and not self.header.subject:
            return _BY_ABBREVIATION[group]
        if self.header.subject or (self.title.addressee and group and not self.title.unknown):
            return "Công văn"
        return None

    @cached_property
    def is_attachment(self) -> bool:
        """Whether it is issued by another document: "(Kèm theo Quyết định số …)" under its title."""
        return self.title.attached is not None or self.is_annex_file

    @cached_property
    def is_annex_file(self) -> bool:
        """Whether the file holds nothing but phụ lục, which have no header of their own."""
        return bool(self.annexes) and not self.header.quoc_hieu and self.header.number is None

    @cached_property
    def issued_on(self) -> date | None:
        """The printed date; of a draft the first day on which it can be dated, when the year is printed."""
        text = self.header.date.text if self.header.date else ""
        if full := _FULL_DATE.search(text):
            try:
                return date(int(full[3]), int(full[2]), int(full[1]))
            except ValueError:
                return None
        year = _YEAR.search(text)
        return date(int(year[1]), 1, 1) if year and year[1] != "0000" else None

    @property
    def is_dated(self) -> bool:
        """Whether day, month and year are printed."""
        return self.header.date is not None and _FULL_DATE.search(self.header.date.text) is not None

    @cached_property
    def is_unaccented(self) -> bool:
        """Whether it is typed without marks: "CONG HOA XA HOI", by which no word can be known for sure."""
        return bool(self.header.quoc_hieu) and all(p.text.isascii() for p in self.document.paragraphs())

    @property
    def is_recognised(self) -> bool:
        """Whether enough of an administrative document is there to judge it as one."""
        header = self.header
        # Quốc hiệu and Tiêu ngữ come as a pair, on the forms of citizens too.
        motto = header.quoc_hieu or header.tieu_ngu
        marks = (motto, header.number, header.date, self.title.type_name, self.title.attached)
        return sum(bool(mark) for mark in marks) >= 2
