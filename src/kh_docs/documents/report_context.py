"""What the two report forms print, as a typed value."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.annexes import Head
from kh_docs.documents.file_properties import Properties
from kh_docs.documents.form_mark import FormMark
from kh_docs.documents.frame import Signature
from kh_docs.documents.header import Header
from kh_docs.documents.indicator_table import PrintedIndicator
from kh_docs.documents.registers import ListAnnex
from kh_docs.layout.lines import Line
from kh_docs.render.values import Block, Slot


class Annexes(NamedTuple):
    """The head of the annex of figures, which the province's own report lacks."""

    indicators: Head | None


class ReportContext(NamedTuple):
    """Everything bao-cao-6-thang.docx and bao-cao-nam.docx print."""

    props: Properties
    header: Header
    type_name: str
    abstract: list[Slot]
    under_abstract: Line
    body: list[Block]
    recipients: list[Slot]
    signature: Signature
    addressee: Slot
    annexes: Annexes
    indicators: list[PrintedIndicator]
    lists: list[ListAnnex]
    form: FormMark

    @property
    def annexed(self) -> bool:
        return bool(self.lists) or any(self.annexes)
