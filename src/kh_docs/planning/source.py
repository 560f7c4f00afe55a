"""The text of a province's plan as numbered lines, whatever file it came in, noise counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kh_docs.i18n import _, number
from kh_docs.planning.lines import Line, refused, tidy

# Marks of a byte order, and how to read what follows.
_ORDERS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))

# Thirty times the longest plan known; a saved page has as much again around every word.
MOST_CHARACTERS, MOST_OF_A_PAGE = 2_000_000, 16_000_000


# A row of a table has no fewer cells.
_COLUMNS = 3


class Source(NamedTuple):
    """What was read; `noise` counts what a web site had put around it."""

    file: str
    lines: tuple[Line, ...]
    noise: int = 0


def read_source(data: bytes, file: str) -> Source:
    """The lines in the bytes of `file`; raises DataError for what holds no text that can be read."""
    if data.startswith(b"PK\x03\x04"):
        from kh_docs.planning.word_file import word_lines

        return Source(file, word_lines(data, file))
    if data.startswith((b"%PDF", b"\xd0\xcf\x11\xe0")) or b"\0\0\0" in data[:4096]:
        raise refused(
            file,
            None,
            _("không phải tệp .docx, .txt hoặc .html"),
            _("lưu văn bản thành một trong ba dạng đó"),
        )
    text = _decoded(data, file)
    is_page = bool(re.search(r"<(?:!doctype html|html|body|table|div|p)\b", text[:20_000], re.IGNORECASE))
    if len(text) > (MOST_OF_A_PAGE if is_page else MOST_CHARACTERS):
        message = _("dài {count} ký tự, không thể là một kế hoạch").format(count=number(len(text)))
        raise refused(file, None, message, _("đưa vào toàn văn kế hoạch của tỉnh"))
    if is_page:
        from kh_docs.planning.web_page import page_lines

        lines, noise = page_lines(text)
    else:
        lines, noise = text_lines(text), 0
    _refuse_old_fonts(lines, file)
    return Source(file, lines, noise)


def text_lines(text: str) -> tuple[Line, ...]:
    """Every line that says something, with its number in the file."""
    numbered = ((number, tidy(line)) for number, line in enumerate(_with_cells(text.split("\n")), 1))
    return tuple(
        Line(number, line, " | " in line or line.endswith(" |")) for number, line in numbered if line
    )


def _with_cells(lines: Sequence[str]) -> Iterator[str]:
    """Rows of a pasted table, whose cells a tab parts, as rows of other sources are written."""
    columns = 0
    for line in lines:
        cells = [cell.strip() for cell in line.strip(" \r").split("\t")]
        told = sum(map(bool, cells))
        # Tabs that part two things lay out a line; a table has more columns, and rows of as many.
        is_row = len(cells) >= _COLUMNS and (told >= _COLUMNS or len(cells) == columns)
        columns = len(cells) if is_row else 0
        yield " | ".join(cells) if is_row else line


def _decoded(data: bytes, file: str) -> str:
    encoding = next((name for mark, name in _ORDERS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise refused(
            file,
            line,
            _("không phải chữ Unicode (UTF-8)"),
            _("mở tệp, chuyển sang phông Unicode rồi lưu lại bằng UTF-8"),
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_old_fonts(lines: tuple[Line, ...], file: str) -> None:
    """TCVN3 and VNI look like letters to a program; a plan read from them would be nonsense."""
    from kh_docs.reading.legacy import suspicion

    for line in lines:
        if len(line.text) > 20 and (found := suspicion(line.text)):
            raise refused(
                file,
                line.number,
                _("chữ có thể theo phông cũ: {}").format(found.font),
                _("chuyển cả văn bản sang Unicode; dòng này sẽ là “{}”").format(found.unicode[:60]),
            )
