"""Two wordings of the same thing, word by word: where one has other words in the other's place."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from kh_docs.check.facts.weights import Short
from kh_docs.check.words import fold

_WORD: Final = re.compile(r"[^\W_]+")
# What every office shortens; the plan's own short forms stand in its text.
_OFFICE: Final = tuple(
    (re.compile(rf"\b{long}\b"), short)
    for long, short in (
        ("uy ban nhan dan", "ubnd"),
        ("hoi dong nhan dan", "hdnd"),
        ("mat tran to quoc(?: viet nam)?", "mttq"),
        # One says “ANTT” for both.
        ("trat tu,? an toan xa hoi", "antt"),
        ("ttatxh", "antt"),
        ("nong thon moi", "ntm"),
        ("ban chap hanh", "bch"),
        ("ban thuong vu", "btv"),
        ("ban chi dao", "bcd"),
        ("doanh nghiep", "dn"),
        ("truong hoc", "csgd"),
        ("co so giao duc", "csgd"),
    )
)
_LINKS: Final = "va cua cac cho ve tai theo trong tren voi doi de la mot nhung o viec cong tac"
# Which of these verbs is taken says nothing outside of quotation marks.
_VERBS: Final = "dam bao ve giu gin vung tang cuong day manh nang cao thuc hien trien khai to chuc tiep tuc"
_LINKING: Final = frozenset(_LINKS.split())
_SAYS_NOTHING: Final = frozenset((*_LINKS.split(), *_VERBS.split()))
# Which of them a unit has.
_TYPE_WORDS: Final = "xa phuong thi tran huyen thanh pho dac khu tinh ap xom khoi ban"
_TYPES: Final = frozenset(_TYPE_WORDS.split())


def _shortened(text: str, short: tuple[Short, ...]) -> str:
    """The text without marks and with short forms, each word where it was."""
    plain = fold(text)
    for long, letters in (*short, *_OFFICE):
        for match in list(long.finditer(plain)):
            plain = plain[: match.start()] + letters.ljust(len(match[0])) + plain[match.end() :]
    return plain


def first_part(text: str, short: tuple[Short, ...]) -> str:
    """The text up to a comma; one inside of what has a short form is none."""
    return text[: len(_shortened(text, short).partition(", ")[0])]


class Word(NamedTuple):
    """A word without its marks, and where it stands."""

    plain: str
    start: int
    end: int


class Replaced(NamedTuple):
    """Words that stand where the other wording has others."""

    start: int
    end: int
    # How many words there are here and there, and how many that are the same before and behind.
    written: int
    planned: int
    before: int
    behind: int
    # How many words of the other wording come later.
    left: int


class Compared(NamedTuple):
    """How a wording compares with a planned one."""

    # How many of its words the other has in the same order, how many it has, how many the other has.
    same: int
    written: int
    planned: int
    replaced: tuple[Replaced, ...]


@lru_cache(4096)
def words_in(text: str, short: tuple[Short, ...] = ()) -> tuple[Word, ...]:
    """The words of a text in their order, long forms as short ones; those that say nothing are left out."""
    return tuple(word for word in quoted_words(text, short) if word.plain not in _SAYS_NOTHING)


@lru_cache(4096)
def quoted_words(text: str, short: tuple[Short, ...] = ()) -> tuple[Word, ...]:
    """The same of a text that is quoted, where every verb counts."""
    plain = _shortened(text, short)
    found = (Word(match[0].lstrip("0"), *match.span()) for match in _WORD.finditer(plain))
    return tuple(word for word in found if word.plain not in _LINKING)


def compared(planned: tuple[Word, ...], written: tuple[Word, ...]) -> Compared:
    """The second held against the first."""
    ours, theirs = [word.plain for word in planned], [word.plain for word in written]
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    same = sum(high - low for tag, _low, _high, low, high in steps if tag == "equal")
    return Compared(same, len(written), len(planned), tuple(_replaced(steps, planned, written)))


def _replaced(
    steps: Sequence[tuple[str, int, int, int, int]], planned: tuple[Word, ...], written: tuple[Word, ...]
) -> Iterator[Replaced]:
    equal = [high - low if tag == "equal" else 0 for tag, _low, _high, low, high in steps]
    for at, (tag, low, high, first, last) in enumerate(steps):
        both = {word.plain for word in (*planned[low:high], *written[first:last])}
        if tag == "replace" and not both <= _TYPES:
            yield Replaced(
                written[first].start,
                written[last - 1].end,
                last - first,
                high - low,
                equal[at - 1] if at else 0,
                equal[at + 1] if at + 1 < len(steps) else 0,
                len(planned) - high,
            )
