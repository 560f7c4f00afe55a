"""Take rendered wording, one paragraph a line, give blocks with the name of their paragraph style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kh_docs.blanks import OPEN
from kh_docs.documents.alone import unnumbered
from kh_docs.documents.controls import Controls
from kh_docs.documents.pieces import Pieces
from kh_docs.documents.places_to_write import MalformedLine, narrative, ruled
from kh_docs.i18n import _
from kh_docs.patterns import re
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
# Nearly a mark: printed as it stands, it would be read as words.
NEARLY = re.compile(r"[=＝＠#]|[-–—•*+](?=\w)|[–—•*](?= )|[-*_]{3}")


def parts_of(text: str, controls: Controls, document: str, pieces: Pieces) -> dict[str, list[Block]]:
    """The named parts of a wording file; what stands before the first `===` belongs to `body`."""
    parts: dict[str, list[Block]] = {"body": []}
    current = parts["body"]
    for line in map(str.strip, text.splitlines()):
        if not line:
            continue
        if line.startswith("===") and (match := PART.match(line)):
            current = parts.setdefault(match[1], [])
            continue
        made = _blocks(line, controls, document, pieces)
        if current and current[-1].style == "diem" and made[0].style == "nhap":
            # A điểm that only names the field under it stays on one page with it.
            current[-1] = current[-1]._replace(style="diem_ten")
        current += made
    # Words go on behind a table in the next part of minutes; a body is all there is.
    return {name: unnumbered(blocks, whole=name == "body") for name, blocks in parts.items()}


def _blocks(line: str, controls: Controls, document: str, pieces: Pieces) -> Sequence[Block]:
    if OPEN not in line and not line.startswith(("@nhap", "@ke")):
        return _plain(line)
    mark, _space, rest = line.partition(" ")
    if mark == "@nhap":
        key = ("narrative", rest, document)
        return pieces.of(controls, key, lambda: narrative(rest, controls, document))
    if mark == "@ke":
        return pieces.of(controls, ("ruled", rest, document), lambda: ruled(rest, controls, document))
    return [_block(line, mark, rest, controls)]


# As many as the lines of all wordings of a plan; those that name a unit go the soonest.
@lru_cache(1_000)
def _plain(line: str) -> tuple[Block]:
    """A line without controls, which is all that it follows from."""
    mark, _space, rest = line.partition(" ")
    return (_block(line, mark, rest, Controls()),)


def _block(line: str, mark: str, rest: str, controls: Controls) -> Block:
    if mark in STYLES:
        if not rest:
            raise MalformedLine(_("đầu dòng “{}” mà không có chữ nào").format(mark), line)
        text = line if mark == "-" else rest
        return Block(STYLES[mark], controls.split(text))
    if mark.startswith("@"):
        raise MalformedLine(_("lời văn dùng ký hiệu đầu dòng lạ: {}").format(mark), line)
    if NEARLY.match(line):
        known = ", ".join(["===", *STYLES])
        message = _("đầu dòng “{}” gần giống ký hiệu mà không phải; ký hiệu đúng: {}")
        raise MalformedLine(message.format(line[:20], known), line)
    return Block("noi_dung", controls.split(line))


def plain_text(blocks: list[Block]) -> Iterator[str]:
    """The text of the blocks, for searching it."""
    for block in blocks:
        yield "".join(run.text for run in block.runs)
