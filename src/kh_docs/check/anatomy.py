"""The parts of a document, found by what they say rather than by where or how they are set."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from kh_docs.check.outline import Item, outline
from kh_docs.check.pages import Page
from kh_docs.check.parts import Annex, Closing, Header, Title
from kh_docs.check.recognised import Marks
from kh_docs.check.words import is_attached_note, is_signed_line
from kh_docs.decree30 import ABBREVIATIONS
from kh_docs.model.in_force import NOTHING_KNOWN, InForce
from kh_docs.patterns import re
from kh_docs.word.document import Block, Document, Paragraph, Section, walk
from kh_docs.word.formats import RunFormat

PROFILES: Final = ("ubnd", "cand")
_SYMBOL: Final = re.compile(r"/\s*(?:(?P<year>\d{4})\s*/\s*)?(?P<group>[^\W\d_]+)\s*[-–/]\s*(?P<rest>\S.*)")
_FULL_DATE: Final = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})")
_YEAR: Final = re.compile(r"năm\s*(\d{4})")
_FIRST_LINES: Final = 8
_BY_ABBREVIATION: Final = {short: name for name, short in ABBREVIATIONS.items()}


@dataclass(eq=False)
class Anatomy:
    """A document taken apart."""

    document: Document
    profile: str
    page: Page
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
    # The sections that begin with it: those of further documents are theirs.
    sections: list[Section] = field(default_factory=list)
    # Whether it comes after another document of the same file.
    further: bool = False
    # What existed and was in force when.
    in_force: InForce = NOTHING_KNOWN
    # Paragraphs, by their ids, that passed in this place, between the same ones: rules that look at one at a
    # time, or at one and those beside it, need not look at them again.
    judged: frozenset[int] = frozenset()
    # What rules worked out of it for each other, by who did.
    worked_out: dict[object, object] = field(default_factory=dict, init=False)

    @property
    def page_mm(self) -> float:
        """How wide the text of its first page may run."""
        return self.page.width_mm

    def unjudged(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        """Those of `paragraphs` at which rules on single paragraphs have to look."""
        judged = self.judged
        return [each for each in paragraphs if id(each) not in judged] if judged else paragraphs

    @cached_property
    def unjudged_body(self) -> list[Paragraph]:
        """The same of the body."""
        return self.unjudged(self.body)

    @cached_property
    def unjudged_paragraphs(self) -> list[Paragraph]:
        """The same of all of its own."""
        return self.unjudged(self.own_paragraphs)

    @cached_property
    def unjudged_items(self) -> list[Item]:
        """The same of the outline of the body."""
        judged = self.judged
        return [each for each in self.items if id(each.paragraph) not in judged] if judged else self.items

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
        return [each for each in behind if id(each) not in apart and is_attached_note(each.text)]

    @cached_property
    def every_paragraph(self) -> list[Paragraph]:
        """All paragraphs: text, notes, headers and footers that print, each once."""
        # Sections share their headers and footers.
        sections = self.document.sections
        margins = [each for section in sections for each in section.shown_headers + section.shown_footers]
        around = {id(paragraph): paragraph for paragraph in margins}
        return [*self.document.paragraphs(), *self.document.notes, *around.values()]

    @cached_property
    def own_paragraphs(self) -> list[Paragraph]:
        """All paragraphs but those of further documents; headers, footers and notes are the first one's."""
        if self.further:
            return list(self.document.paragraphs())
        if not self.others:
            return self.every_paragraph
        theirs = {id(paragraph) for other in self.others for paragraph in other.document.paragraphs()}
        return [each for each in self.every_paragraph if id(each) not in theirs]

    @cached_property
    def looks(self) -> list[RunFormat]:
        """Each look of the letters at which rules on single paragraphs have to look, once."""
        runs = (run for paragraph in self.unjudged_paragraphs for run in paragraph.runs)
        return list({id(run.format): run.format for run in runs}.values())

    @cached_property
    def signed_lines(self) -> list[Paragraph]:
        """What a digital signature printed, wherever it stands."""
        return [each for each in self.every_paragraph if is_signed_line(each.text)]

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

    @cached_property
    def is_recognised(self) -> bool:
        """Whether enough of an administrative document is there to judge it as one."""
        return self._marks.are_enough

    @cached_property
    def is_whole(self) -> bool:
        """Whether it begins as a document of an office does, even if its Quốc hiệu was forgotten."""
        return self._marks.begin_a_document and not self.is_attachment

    @cached_property
    def _marks(self) -> Marks:
        based = any(text.text.startswith("Căn cứ") for text in self.body_texts[:_FIRST_LINES])
        return Marks(self.header, self.title, self.closing, self.type_found, based)
