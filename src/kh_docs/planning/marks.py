"""What stands before a clause: “Phần thứ nhất”, “I.”, “1.”, “2.1.”, “a)”, “-”; and which number it is."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from kh_docs.facts.clause_names import PART
from kh_docs.text import ordinal_number
from kh_docs.word.roman import from_roman

Level = Literal["division", "part", "roman", "number", "sub", "letter", "dash"]
LEVELS: tuple[Level, ...] = ("division", "part", "roman", "number", "sub", "letter", "dash")
ALPHABET = "abcdđeghiklmnopqrstuvxy"

# A clause may begin with its figure: “3. 100% cơ sở …”, “b) 05 mô hình …”.
_FIGURE = r"\s+(?=\d[\d.,]*(?:\s?%|\s+[^\W\d_]))"
# A line of its own, or with its title: “PHẦN THỨ NHẤT”, “Phần II: …”; not “Phần 2 của kế hoạch”.
_DIVISION = (
    r"(?i:phần)\s+(?:(?i:thứ)\s+(?P<ordinal>[^\W\d_]+)"
    r"|(?P<numbered>[IVX]{1,4}|\d|[A-E]))\s*(?:[.:/–—-]+\s*|$)"
)
_MARK = re.compile(
    rf"(?P<division>{_DIVISION})"
    r"|(?P<roman>[IVX]{1,5})(?:\s?[./)](?:\s+|(?=[^\W\d_a-zđ]))|\s?[-–—:]\s*(?=[^\W\d_a-zđ]))"
    r"|(?P<part>[A-EĐ])\s?[./)]\s+(?=[^\W\d_a-zđ])"
    rf"|(?P<sub>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:(?:[.)/]\s*|\s+)(?=[^\W\d_])|[.)/]{_FIGURE})"
    rf"|(?P<number>\d{{1,2}})\s?[./)](?:(?!\d)\s*(?=[^\W\d_]|[“\"(])|{_FIGURE})"
    rf"|(?P<letter>[a-zđ])\s?[)./](?:\s*(?=[^\W\d_]|[“\"(])|{_FIGURE})"
    r"|(?P<dash>[-–—•])\s*(?=\S)"
)


class Mark(NamedTuple):
    """A mark as it was written, its level, and its place among its like (from 1; 0 where there is none)."""

    written: str
    level: Level
    name: str
    place: int


def read_mark(text: str) -> tuple[Mark | None, str]:
    """The mark that the line begins with, if any, and the rest of the line."""
    found = _MARK.match(text)
    if found is None:
        return None, text
    level = next(level for level in LEVELS if found[level])
    name = found[level]
    if level == "division":
        word = found["ordinal"]
        number = ordinal_number(word) if word else None
        if word and number is None:
            return None, text
        name = PART + (str(number) if number else found["numbered"])
    return Mark(found[0].strip(), level, name, _place(level, name)), text[found.end() :].strip()


def _place(level: Level, name: str) -> int:
    if level == "roman":
        return from_roman(name) or 0
    if level == "number":
        return int(name)
    if level == "sub":
        return int(name.rpartition(".")[2])
    if level == "letter":
        # Some count with “f”, “j”, “w”, some leave out “đ”: their order is judged where they stand.
        return ALPHABET.find(name) + 1
    if level == "division":
        number = name.removeprefix(PART)
        return int(number) if number.isdigit() else from_roman(number) or "ABCDE".find(number) + 1
    return "ABCDE".find(name) + 1 if level == "part" else 0


def next_letters(name: str) -> tuple[str, ...]:
    """The letters that may follow `name`: “d” is followed by “đ”, or by “e” where “đ” is not used."""
    plain = "abcdefghijklmnopqrstuvwxyz"
    followers = [ALPHABET[at + 1 : at + 2]] if (at := ALPHABET.find(name)) >= 0 else []
    if (at := plain.find(name)) >= 0:
        followers.append(plain[at + 1 : at + 2])
    return tuple(letter for letter in followers if letter)
