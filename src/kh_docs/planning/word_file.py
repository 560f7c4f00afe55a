"""Take the bytes of a .docx, give its paragraphs and table rows as lines, automatic numbers printed."""

from __future__ import annotations

import re

from kh_docs.i18n import _
from kh_docs.planning.lines import Line, refused, tidy
from kh_docs.refusals import in_words
from kh_docs.word.document import Block, Cell, Table, walk
from kh_docs.word.numbering import Label
from kh_docs.word.package import open_package
from kh_docs.word.reader import read_document
from kh_docs.word.refused import Refused

# Bullets of a second level, which a plan prints as “+”.
_SECOND_LEVEL = ("+", "o")


def word_lines(data: bytes, file: str) -> tuple[Line, ...]:
    """The lines of the document; a line's number is that of its paragraph or row."""
    try:
        document = read_document(open_package(data))
    except Refused as refusal:
        message, _arrow, fix = in_words(refusal).partition(" -> ")
        raise refused(file, None, message, fix) from None
    lines: list[Line] = []
    number = 0
    for block in document.blocks:
        for line in _lines(block):
            number += 1
            lines += [Line(number, text, line.row) for part in line.text.split("\n") if (text := tidy(part))]
    if not lines and any(p.has_object for p in walk(document.blocks)):
        raise refused(
            file,
            None,
            _("tệp chỉ có hình, có thể là bản chụp (scan)"),
            _("dùng bản có chữ, hoặc nhận dạng chữ (OCR) rồi soát lại trước khi đưa vào"),
        )
    return tuple(lines)


def _lines(block: Block) -> list[Line]:
    if isinstance(block, Table):
        return [_row_line([_cell_text(cell) for cell in row]) for row in block.rows]
    return [Line(0, f"{_mark(block.label)} {block.raw}" if block.label else block.raw)]


def _cell_text(cell: Cell) -> str:
    return " ".join(paragraph.full_text for paragraph in walk(cell.blocks) if paragraph.full_text)


def _row_line(cells: list[str]) -> Line:
    filled = [cell for cell in cells if cell]
    return Line(0, " | ".join(cells), True) if len(filled) > 1 else Line(0, "".join(filled))


def _mark(label: Label) -> str:
    if label.bullet:
        return "+" if label.text in _SECOND_LEVEL else "-"
    return f"{label.text}." if re.fullmatch(r"\w+", label.text) else label.text
