"""Where the title of a plan stands between its kind and its body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_docs.planning.lines import Line

RULE_LINE = re.compile(r"[-_—–*=\s.]{3,}$")
_OPENS = re.compile(
    r"(căn cứ|thực hiện|triển khai|để|nhằm|ngày|theo|tiếp tục|trên cơ sở|phát huy|xét)\b", re.IGNORECASE
)
_FIRST_CLAUSE = re.compile(r"(?:I|1|A)\s?[./)]|I\s?[-–—:]\s*[^\W\d_a-zđ]|(?:Điều|Chương|Mục|Phần) (?:1|I)\b")
_LONGEST_TITLE = 6


def title_after(lines: Sequence[Line], kind: int, named: bool) -> tuple[int, str]:
    """Where the body begins, and the lines between “KẾ HOẠCH” (if `named`) and it."""
    ruled = next(
        (
            at
            for at in range(kind + 1, min(kind + 2 + _LONGEST_TITLE, len(lines)))
            if RULE_LINE.fullmatch(lines[at].text)
        ),
        None,
    )
    if ruled is not None and not any(line.text.endswith((".", ";", ":")) for line in lines[kind + 1 : ruled]):
        return ruled + 1, _joined(lines[kind + 1 : ruled])
    at = kind + 1
    while at < min(kind + 1 + _LONGEST_TITLE, len(lines)):
        text = lines[at].text
        begun = at > kind + 1 or not named
        if text.endswith((".", ";", ":")) or (begun and _OPENS.match(text) and not text.isupper()):
            break
        if begun and _FIRST_CLAUSE.match(text):
            break
        at += 1
    return at, _joined(lines[kind + 1 : at])


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(
        line.text for line in lines if not (line.text.startswith("(") and line.text.endswith(")"))
    )
