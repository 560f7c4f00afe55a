"""The words of a text, and what changed between two texts, word by word."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from kh_docs.patterns import re

# One character that stands for a control is a word of its own.
CONTROL: Final = "\ue001"
# A figure with its points, a date, is one word; a word keeps its marks also where they stand apart.
_WORD: Final = re.compile(rf"{CONTROL}|\d+(?:[.,/]\d+)*|[\w\u0300-\u036f]+|\s+|.", re.DOTALL)
# More than this share of the words in common: one sentence in two versions.
ALIKE: Final = 0.5


class Word(NamedTuple):
    """A word, or the white space between two; `key` is what it is compared by."""

    key: str
    start: int
    end: int


class Hunk(NamedTuple):
    """Words from base0 to base1 became those from new0 to new1."""

    base0: int
    base1: int
    new0: int
    new1: int

    @property
    def inserts(self) -> bool:
        """Whether nothing was taken away."""
        return self.base0 == self.base1


class Piece(NamedTuple):
    """A part of one text, or of both."""

    kind: Literal["same", "gone", "new"]
    text: str


def words_of(text: str) -> list[Word]:
    """The words of a text with their places in it."""
    return [
        Word(unicodedata.normalize("NFC", found.group()), *found.span()) for found in _WORD.finditer(text)
    ]


def share_in_common(one: str, other: str) -> float:
    """Which share of their words two texts have in common, in whatever order."""
    mine, theirs = _bag(one), _bag(other)
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 1.0


@lru_cache(256)
def _bag(text: str) -> Counter[str]:
    return Counter(word.key for word in words_of(text) if not word.key.isspace())


def hunks(base: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """What was changed; changes that only white space parts are one, because people read them so."""
    found: list[Hunk] = []
    for what, base0, base1, new0, new1 in SequenceMatcher(None, base, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        if found and all(word.isspace() for word in base[found[-1].base1 : base0]):
            found[-1] = Hunk(found[-1].base0, base1, found[-1].new0, new1)
        else:
            found.append(Hunk(base0, base1, new0, new1))
    return found


def pieces_of(old: str, new: str) -> list[Piece]:
    """Two texts as pieces of one: what both have, what only the old one, what only the new one."""
    one, other = words_of(old), words_of(new)
    pieces: list[Piece] = []
    done = 0
    changed = hunks([word.key for word in one], [word.key for word in other])
    for hunk in (*changed, Hunk(len(one), len(one), len(other), len(other))):
        pieces += [
            Piece("same", _text(old, one[done : hunk.base0])),
            Piece("gone", _text(old, one[hunk.base0 : hunk.base1])),
            Piece("new", _text(new, other[hunk.new0 : hunk.new1])),
        ]
        done = hunk.base1
    return [piece for piece in pieces if piece.text]


def _text(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""
