"""Read a text file that people write (YAML, wording, tables): one way in, whatever its encoding is.

What is not UTF-8 is refused by its name, as far as the bytes tell it; nothing is converted on a guess.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from kh_docs.bounded import read_bounded
from kh_docs.errors import Problem
from kh_docs.i18n import N_, _
from kh_docs.text import TextRefused, mended, printable, slip

# Two hundred times the largest file of a plan.
MAX_BYTES = 16 * 2**20
# Where lines end; str.splitlines() knows more places and would count wrong.
LINE_END = re.compile("\r\n|[\n\r]")
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# The bytes that marks of tone take in Windows-1258, behind a letter; TCVN3 has no letters there.
_TONES_1258 = re.compile(rb"[A-Za-z\xc0-\xff][\xcc\xd2\xde\xec\xf2]")
_CHANGE = N_("mở tệp, chọn Lưu thành (Save As) với bảng mã UTF-8")


class TextFile(NamedTuple):
    """A file as it was read: its bytes, its text, and what to tell of it."""

    content: bytes | None
    text: str
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def read_text_file(path: Path, shown_as: str) -> TextFile:
    """The text of `path`; what is wrong with the file is a problem, never an exception."""
    try:
        content = read_bounded(path, MAX_BYTES)
    except OSError as error:
        message = _("không đọc được tệp ({})").format(error.strerror)
        fix = _("kiểm tra tệp và quyền đọc")
        if isinstance(error, FileNotFoundError):
            fix = _("lấy lại bản gốc: kh-docs init . --restore {}").format(shown_as)
        return TextFile(None, "", (Problem(shown_as, None, "", message, fix),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = _("không phải UTF-8 (byte {}): {}").format(error.start, encoding_of(content))
        return TextFile(content, "", (Problem(shown_as, line, "", message, _(_CHANGE)),))
    return TextFile(content, text)


def tidied(file: TextFile, shown_as: str) -> TextFile:
    """The text in NFC without what nobody sees, told of by its line; what cannot print is a problem."""
    problems, warnings, lines = list(file.problems), [], []
    for number, line in enumerate(LINE_END.split(file.text), 1):
        if found := slip(line):
            warnings.append(Problem(shown_as, number, "", found.message, found.fix))
        try:
            lines.append(mended(printable(line)))
        except TextRefused as refused:
            problems.append(Problem(shown_as, number, "", refused.message, refused.fix))
    return TextFile(file.content, "\n".join(lines), tuple(problems), tuple(warnings))


def encoding_of(content: bytes) -> str:
    """What the bytes of a text that is not UTF-8 look like, for whoever has to save it anew."""
    named = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    if not named and content[:4096].count(0) > len(content[:4096]) // 5:
        named = "UTF-16"
    if named:
        return _("là {}").format(named)
    if len(_TONES_1258.findall(content)) * 20 > len(re.findall(rb"[\x80-\xff]", content)):
        return _("có lẽ là Windows-1258 (tiếng Việt cũ của Windows)")
    return _("có lẽ là TCVN3, VNI hoặc Windows-1252")
