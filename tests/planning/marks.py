"""Plans with their answers written into them.

⟦D|last day:recurring|words⟧ a time, ⟦B|kind|number|day|issuer|words⟧ a document cited,
⟦F|value|measure|words⟧ a figure; other letters mark what is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("marked")
_MARK = re.compile(r"⟦([A-Z])\|([^⟧]*)⟧")


class Answer(NamedTuple):
    kind: str
    fields: tuple[str, ...]
    words: str


class Marked(NamedTuple):
    text: str
    answers: tuple[Answer, ...]

    def of(self, kind: str) -> list[Answer]:
        return [answer for answer in self.answers if answer.kind == kind]


def read_marks(marked: str) -> Marked:
    answers = []
    for kind, inside in _MARK.findall(marked):
        *fields, words = inside.split("|")
        answers.append(Answer(kind, tuple(fields), words))
    return Marked(_MARK.sub(lambda found: found[2].rpartition("|")[2], marked), tuple(answers))


def plans() -> dict[str, Marked]:
    """Whole plans, written for this by somebody who had not seen the finders."""
    return {path.stem: read_marks(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))}


def passages() -> dict[str, Marked]:
    """Sentences of public plans and letters, each in a plan of its year."""
    return {source: read_marks(_HEAD.format(year) + words) for source, year, words in _passages()}


_HEAD = """\
ỦY BAN NHÂN DÂN TỈNH NGHỆ AN
Số: 10/KH-UBND
Nghệ An, ngày 02 tháng 01 năm {0}
KẾ HOẠCH
Thực hiện công tác năm {0}
UBND tỉnh ban hành Kế hoạch như sau:
I. NỘI DUNG
1. """


def _passages() -> Iterator[tuple[str, str, str]]:
    text = (FOLDER / "passages.psv").read_text(encoding="utf-8")
    for part in text.split("\n@ ")[1:]:
        head, _end, words = part.partition("\n")
        year, _bar, source = head.partition(" | ")
        yield source, year, words.strip() + "\n2. Các cơ quan thực hiện nghiêm túc./.\n"
