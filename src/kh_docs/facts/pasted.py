"""Make words that were pasted from Word plain paragraphs: the document sets its own numbers and marks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from kh_docs.i18n import N_, _
from kh_docs.patterns import re
from kh_docs.text import slug

_SOFT_BREAK: Final = re.compile("\x0b|\u2028|\u2029")
# Those of the symbol fonts too, which stand in Unicode's private area.
_BULLET: Final = re.compile("(?:[•●▪■□◦‣·∙*–—➢✓✔❖\uf020-\uf0ff]\\s*|o\t\\s*|o\\s+(?=[A-ZÀ-ỸĐ]))(?=\\S)")
_NUMBER: Final = re.compile(
    r"(?:[IVX]{1,6}\s*[.)/:-]|\d{1,2}(?:\.\d{1,2})*[.)/-](?!\d)|[a-zđ][.)/])\s*(?=[^\W\d_])"
)
# Comes along where a whole document is pasted.
_LETTERHEAD: Final = {"cong-hoa-xa-hoi-chu-nghia-viet-nam", "doc-lap-tu-do-hanh-phuc"}
_RULE: Final = re.compile(r"[-*=_./\s]+")
_END: Final = re.compile(r"\s*\./\.\s*$")
_SENTENCE_ENDS: Final = tuple(".;,!?…")
_LONGEST_TITLE: Final = 120
_ROW: Final = re.compile(r"[^\t]*\t+[^\t]+\t+.*")

_BROKEN = N_("ngắt dòng mềm đổi thành xuống dòng")
_MARKED = N_("dấu đầu dòng “{mark}” đổi thành “-”")
_NUMBERED = N_("số thứ tự “{mark}” ở đầu dòng đã bỏ, vì văn bản tự đánh số")
_REPEATED = N_("tiêu đề “{title}” đã bỏ, vì văn bản in sẵn")
_TABLE = N_("bảng dán từ Word thành chữ, mỗi dòng một đoạn")


class Plain(NamedTuple):
    """`told`: what was done to the words, each thing once, for whoever wrote them."""

    text: str
    told: tuple[str, ...]


def plain_words(text: str) -> Plain:
    """Words of one place without what a program puts between them."""
    broken = _SOFT_BREAK.search(text)
    lines = [_spaced(line) for line in _SOFT_BREAK.sub("\n", text).split("\n")]
    return Plain("\n".join(lines).strip(), (_(_BROKEN),) if broken else ())


def plain_paragraphs(text: str, heads: Iterable[str] = ()) -> Plain:
    """Paragraphs of a section; `heads`: what is printed above it and need not be said again."""
    printed = _LETTERHEAD | {slug(_NUMBER.sub("", head, count=1)) for head in heads if head}
    lines = [line.strip() for line in _SOFT_BREAK.sub("\n", text).split("\n")]
    told = [_(_BROKEN)] if _SOFT_BREAK.search(text) else []
    if sum(bool(_ROW.fullmatch(line)) for line in lines) > 1:
        told.append(_(_TABLE))
    kept = []
    for number, line in enumerate(lines):
        made, note = _paragraph(line, printed, is_last=number == len(lines) - 1)
        told += [note] if note else []
        kept.append(made)
    return Plain("\n".join(filter(None, kept)), tuple(dict.fromkeys(told)))


def _paragraph(line: str, printed: set[str], *, is_last: bool) -> tuple[str, str]:
    """One line as a paragraph, empty for one that says nothing of its own, and what was done to it."""
    line = _END.sub(".", line) if _END.search(line) else line
    if not line or _RULE.fullmatch(line):
        return "", ""
    if _ROW.fullmatch(line):
        return "; ".join(cell.strip() for cell in line.split("\t") if cell.strip()), ""
    if bullet := _BULLET.match(line):
        rest = _spaced(line[bullet.end() :])
        return f"- {rest}", _(_MARKED).format(mark=_shown(bullet[0].strip()))
    number = _NUMBER.match(line)
    rest = _spaced(line[number.end() :] if number else line)
    is_title = len(rest) <= _LONGEST_TITLE and not rest.endswith(_SENTENCE_ENDS) and not is_last
    if slug(rest) in printed:
        return "", _(_REPEATED).format(title=rest)
    if number is None:
        return rest, ""
    return rest if is_title else f"- {rest}", _(_NUMBERED).format(mark=number[0].strip())


def _shown(mark: str) -> str:
    return f"U+{ord(mark):04X}" if "\ue000" <= mark <= "\uf8ff" else mark


def _spaced(line: str) -> str:
    return " ".join(line.split())
