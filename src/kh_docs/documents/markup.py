"""Take rendered wording, one paragraph a line, give blocks with the name of their paragraph style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kh_docs.documents.runs import Controls, Missing
from kh_docs.errors import RenderFault
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
PART = re.compile(r"=== (\w+)$")


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
        current.append(_block(line, controls, document))
    return parts


def _block(line: str, controls: Controls, document: str) -> Block:
    mark, _space, rest = line.partition(" ")
    if mark == "@nhap":
        return _narrative(rest, controls, document)
    if mark in STYLES:
        text = line if mark == "-" else rest
        return Block(STYLES[mark], controls.split(text))
    if mark.startswith("@"):
        raise RenderFault(_("lời văn dùng ký hiệu đầu dòng lạ: {}").format(mark))
    return Block("noi_dung", controls.split(line))


def _narrative(rest: str, controls: Controls, document: str) -> Block:
    fields = [part.strip() for part in rest.split("|")]
    if len(fields) != 3:
        raise RenderFault(_("dòng @nhap phải có ba phần cách nhau bằng dấu |: {}").format(rest))
    tag, title, hint = fields
    run = controls.blank(tag, title)
    controls.missing.append(Missing(tag, title, document))
    return Block("nhap", [], run.tag, run.title, hint)


def plain_text(blocks: list[Block]) -> Iterator[str]:
    """The text of the blocks, for searching it."""
    for block in blocks:
        yield "".join(run.text for run in block.runs)
