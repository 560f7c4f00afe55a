"""The province's own documents from what came back: the report of all units, and a letter to one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kh_docs.documents.annexes import cited, heads
from kh_docs.documents.file_properties import Properties
from kh_docs.documents.form_mark import FormMark, form_mark
from kh_docs.documents.frame import Signature, framed
from kh_docs.documents.given import Given, frame_of
from kh_docs.documents.header import Header
from kh_docs.documents.lines import named
from kh_docs.documents.register_tables import NamedTable
from kh_docs.documents.registers import ListAnnex
from kh_docs.documents.report_context import Annexes, ReportContext
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.i18n import N_
from kh_docs.model.book import Book
from kh_docs.model.kinds import Recipe
from kh_docs.model.units import Unit
from kh_docs.render.values import Block, Slot
from kh_docs.returns.collected import Collected
from kh_docs.returns.letter_tables import letter_tables
from kh_docs.returns.letters import letter_words
from kh_docs.returns.narrative import Annexed, report_words
from kh_docs.returns.report_tables import changed_tables, figure_tables, open_tables, words_tables
from kh_docs.returns.request import Request
from kh_docs.text import slug

REPORT = Recipe(
    "bao-cao-tong-hop",
    N_("Báo cáo tổng hợp"),
    content="",
    layout="bao-cao-nam.docx",
    wording="bao-cao-tong-hop.j2",
    stem="bao-cao-tong-hop",
)
LETTER = Recipe(
    "don-doc",
    N_("Công văn đôn đốc"),
    content="",
    layout="cong-van-phu-luc.docx",
    bare_layout="cong-van.docx",
    wording="cong-van-don-doc.j2",
    stem="don-doc",
)


class LetterContext(NamedTuple):
    """Everything cong-van.docx prints."""

    props: Properties
    header: Header
    abstract: list[Slot]
    body: list[Block]
    recipients: list[Slot]
    signature: Signature
    addressee: Slot
    lists: list[ListAnnex]
    form: FormMark

    @property
    def annexed(self) -> bool:
        return bool(self.lists)


def province_of(book: Book) -> Unit:
    """The unit that issues: the province, its units as its children."""
    name = book.head.place
    return Unit(
        id=slug(name), code="0", name=name, type="tỉnh", level="tỉnh", children=tuple(book.units.values())
    )


def report_context(speech: Speech, request: Request, collected: Collected) -> ReportContext:
    """The report of the province, in the layout of reports; a form's own figures it has none."""
    tables: Mapping[str, Sequence[NamedTable]] = {
        "so_lieu": figure_tables(request, collected),
        "loi_van": words_tables(request, collected),
        "nop": open_tables(request, collected),
        "da_sua": changed_tables(request),
    }
    chosen = {name: members for name, members in tables.items() if members}
    speech.context["tong_hop"] = report_words(request, collected, Annexed(**cited(chosen)))
    parts = speech.parts()
    frame = frame_of(speech, "Báo cáo", "BC")
    around = framed(speech, frame, parts, Given())
    titles = named(parts["annex_titles"])
    found = heads(speech, frame, Given(), titles, chosen)
    return ReportContext(
        *around,
        addressee=(),
        annexes=Annexes(None),
        indicators=[],
        lists=[ListAnnex(*found[name], tables=_closed(members)) for name, members in chosen.items()],
        form=form_mark(speech),
    )


def letter_context(speech: Speech, request: Request, collected: Collected, unit: str) -> LetterContext:
    """The letter to `unit`."""
    told = letter_words(request, collected, unit)
    speech.context["don_doc"] = told
    parts = speech.parts()
    frame = frame_of(speech, "Công văn", "CV")
    # A letter's symbol names who issues it, then who drafts.
    frame = frame._replace(symbol=f"{speech.unit_plan.issuer.symbol}-{request.book.head.drafter}")
    around = framed(speech, frame, parts, Given())
    each = next(found for found in collected.units if found.unit == unit)
    chosen = letter_tables(request, collected.newest(each))
    found = heads(speech, frame, Given(), named(parts["annex_titles"]), chosen) if chosen else {}
    return LetterContext(
        props=around.props,
        header=around.header,
        abstract=around.abstract,
        body=around.body,
        recipients=around.recipients,
        signature=around.signature,
        addressee=words(f"Kính gửi: {told.nhan}"),
        lists=[ListAnnex(*found[name], tables=_closed(members)) for name, members in chosen.items()],
        form=form_mark(speech),
    )


def _closed(tables: Sequence[NamedTable]) -> list[NamedTable]:
    """The last table of an annex ends it."""
    *others, last = tables
    return [*others, last._replace(table=last.table._replace(closing=True))]
