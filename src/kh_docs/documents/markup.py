"""Take rendered wording, one paragraph a line, give blocks with the name of their paragraph style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from kh_docs.documents.runs import Controls
from kh_docs.facts.pasted import plain_paragraphs
from kh_docs.i18n import _
from kh_docs.render.values import Block

# A line's first word -> the block style of the layout templates.
STYLES = {
    "@muc": "muc",
    "@khoan": "khoan",
    "@khoan+": "khoan_cau",
    "@diem": "diem",
    "@can_cu": "can_cu",
    "-": "gach",
}
# A line of a form, from one margin to the other.
LINE = "…" * 29
PART = re.compile(r"=== (\w+)$")
# Nearly a mark: printed as it stands, it would be read as words.
NEARLY = re.compile(r"[=＝]|[-–—•*+](?=\w)|[–—•*](?= )")


class MalformedLine(ValueError):
    """A line of a wording file whose mark nobody knows; `line` is the line as rendered."""

    def __init__(self, message: str, line: str) -> None:
        super().__init__(message)
        self.line = line


class Parts(dict[str, list[Block]]):
    """The parts of a wording file by name; one that is not there is a fault of the file."""

    def __init__(self, parts: Mapping[str, list[Block]], lacks: Callable[[str], Exception]) -> None:
        super().__init__(parts)
        self.lacks = lacks

        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> list[Block]:
        self.asked.add(name)
        return super().__getitem__(name)

    def unasked(self) -> list[str]:
        """The names of parts with words in them that no place of the document has asked for."""
        return [name for name, blocks in self.items() if blocks and name not in self.asked]

    def __missing__(self, name: str) -> list[Block]:
        raise self.lacks(name)


def parts_of(text: str, controls: Controls, document: str) -> dict[str, list[Block]]:
    """The named parts of a wording file; what stands before the first `===` belongs to `body`."""
    parts: dict[str, list[Block]] = {"body": []}
    current = parts["body"]
    for line in text.splitlines():
        line = " ".join(line.split(" ")).strip()
        if not line:
            continue
        if match := PART.match(line):
            current = parts.setdefault(match[1], [])
            continue
        made = _blocks(line, controls, document)
        if current and current[-1].style == "diem" and made[0].style == "nhap":
            # A điểm that only names the field under it stays on one page with it.
            current[-1] = current[-1]._replace(style="diem_ten")
        current += made
    return parts


def _blocks(line: str, controls: Controls, document: str) -> list[Block]:
    mark, _space, rest = line.partition(" ")
    if mark == "@nhap":
        return _narrative(rest, controls, document)
    if mark == "@ke":
        return _ruled(rest, controls, document)
    return [_block(line, mark, rest, controls)]


def _block(line: str, mark: str, rest: str, controls: Controls) -> Block:
    if mark in STYLES:
        text = line if mark == "-" else rest
        return Block(STYLES[mark], controls.split(text))
    if mark.startswith("@"):
        raise MalformedLine(_("lời văn dùng ký hiệu đầu dòng lạ: {}").format(mark), line)
    if NEARLY.match(line):
        known = ", ".join(["===", *STYLES])
        message = _("đầu dòng “{}” gần giống ký hiệu mà không phải; ký hiệu đúng: {}")
        raise MalformedLine(message.format(line[:20], known), line)
    return Block("noi_dung", controls.split(line))


def _ruled(rest: str, controls: Controls, document: str) -> list[Block]:
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
    told = plain_paragraphs(controls.answer(f"{name}.noi_dung"), (title,)).text.splitlines()
    tags = [f"{name}.noi_dung", *(f"{name}.doan_{number}" for number in range(2, len(told) + 1))]
    pairs = zip(tags, told, strict=False)
    return [Block("noi_dung", [controls.known(tag, title, text)]) for tag, text in pairs]


def _narrative(rest: str, controls: Controls, document: str) -> list[Block]:
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


def plain_text(blocks: list[Block]) -> Iterator[str]:
    """The text of the blocks, for searching it."""
    for block in blocks:
        yield "".join(run.text for run in block.runs)
