"""Places of the wording where somebody writes whole paragraphs: ruled lines and narratives."""

from __future__ import annotations

from kh_docs.documents.controls import Controls
from kh_docs.facts.pasted import plain_paragraphs
from kh_docs.i18n import _
from kh_docs.render.values import Block

# A line of a form, from one margin to the other.
LINE = "…" * 29


class MalformedLine(ValueError):
    """A line of a wording file whose mark nobody knows; `line` is the line as rendered."""

    def __init__(self, message: str, line: str) -> None:
        super().__init__(message)
        self.line = line


def ruled(rest: str, controls: Controls, document: str) -> list[Block]:
    """Dotted lines to write on by hand; what belongs there says only the name of the control."""
    fields = [part.strip() for part in rest.split("|")]
    if len(fields) != 3 or not fields[2].isdecimal():
        raise MalformedLine(_("dòng @ke phải có ba phần cách nhau bằng dấu |, phần cuối là số dòng kẻ"), rest)
    name, title, count = fields[0], fields[1], int(fields[2])
    if told := _told(name, title, controls):
        return told
    tags = [f"{name}.noi_dung", *(f"{name}.dong_{number}" for number in range(2, count + 1))]
    runs = (controls.blank(tag, title, "" if index else document, "", LINE) for index, tag in enumerate(tags))
    return [Block("noi_dung", [run]) for run in runs]


def _told(name: str, title: str, controls: Controls) -> list[Block]:
    """The paragraphs that the unit has told, each in a control of its own; tags are <field>.<column>."""
    answer = controls.answer(f"{name}.noi_dung")
    if not answer:
        return []
    told = plain_paragraphs(answer, (title,)).text.splitlines()
    tags = [f"{name}.noi_dung", *(f"{name}.doan_{number}" for number in range(2, len(told) + 1))]
    pairs = zip(tags, told, strict=False)
    return [Block("noi_dung", [controls.known(tag, title, text)]) for tag, text in pairs]


def narrative(rest: str, controls: Controls, document: str) -> list[Block]:
    """A control for paragraphs, or the paragraphs themselves, each in a control of its own."""
    fields = [part.strip() for part in rest.split("|")]
    if len(fields) != 3:
        raise MalformedLine(_("dòng @nhap phải có ba phần cách nhau bằng dấu |"), rest)
    name, title, hint = fields
    if told := _told(name, title, controls):
        return told
    tag = f"{name}.noi_dung"
    run = controls.blank(tag, title, document)
    return [Block("nhap", (), run.tag, run.title, hint)]
