"""What ke-hoach.docx prints, as a typed value."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.annexes import Head
from kh_docs.documents.file_properties import Properties
from kh_docs.documents.form_mark import FormMark
from kh_docs.documents.frame import Signature
from kh_docs.documents.header import Header
from kh_docs.documents.registers import ListAnnex
from kh_docs.documents.target_table import PrintedTarget
from kh_docs.documents.task_table import PrintedTask
from kh_docs.documents.terms import Terms
from kh_docs.layout.lines import Line
from kh_docs.render.values import Block, Slot


class Annexes(NamedTuple):
    """The heads of the annexes that every plan may have; None where this one has not."""

    targets: Head | None
    tasks: Head | None


class PlanContext(NamedTuple):
    """Everything templates/layout/ke-hoach.docx prints."""

    props: Properties
    header: Header
    type_name: str
    abstract: list[Slot]
    under_abstract: Line
    body: list[Block]
    recipients: list[Slot]
    signature: Signature
    terms: Terms
    annexes: Annexes
    targets: list[PrintedTarget]
    tasks: list[PrintedTask]
    lists: list[ListAnnex]
    form: FormMark

    @property
    def annexed(self) -> bool:
        return bool(self.lists) or any(self.annexes)
