"""What phieu-kiem-tra.docx prints, as a typed value."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.annexes import Head
from kh_docs.documents.checklist_summary import PrintedSummary
from kh_docs.documents.checklist_table import PrintedItem
from kh_docs.documents.compared_figures import PrintedFigure
from kh_docs.documents.dossier import PrintedFile
from kh_docs.documents.file_properties import Properties
from kh_docs.documents.form_mark import FormMark
from kh_docs.documents.header import Header
from kh_docs.documents.printed_sheet import PrintedSheet
from kh_docs.documents.remedies import PrintedRemedy
from kh_docs.documents.terms import Terms
from kh_docs.layout.lines import Line
from kh_docs.render.values import Block, Slot


class Signatures(NamedTuple):
    """The names under the minutes."""

    secretary: Slot
    inspected: Slot
    leader: Slot


class Annexes(NamedTuple):
    """The heads of the annexes; None where the plan's data have nothing for one."""

    checklist: Head
    sheet: Head | None
    dossier: Head | None


class MinutesContext(NamedTuple):
    """Everything phieu-kiem-tra.docx prints."""

    props: Properties
    header: Header
    type_name: str
    abstract: list[Slot]
    under_abstract: Line
    opening: list[Block]
    summary: list[PrintedSummary]
    after_summary: list[Block]
    figures: list[PrintedFigure]
    after_figures: list[Block]
    remedies: list[PrintedRemedy]
    closing: list[Block]
    signatures: Signatures
    recipients: list[Slot]
    annexes: Annexes
    terms: Terms
    checklist: list[PrintedItem]
    # What binds other units only, below the checklist.
    left_out: str
    dossier: list[PrintedFile]
    sheets: list[PrintedSheet]
    form: FormMark

    @property
    def annexed(self) -> bool:
        return True
