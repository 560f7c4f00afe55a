"""Two wordings of the same thing, word by word: where one has other words in the other's place."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from kh_docs.check.facts.weights import ABBREVIATED, ABBREVIATION, Short
from kh_docs.check.words import fold
from kh_docs.patterns import re

_WORD: Final = re.compile(r"[^\W_]+")
# What every office shortens; the plan's own short forms stand in its text.
_OFFICE: Final = tuple(
    (re.compile(rf"\b{long}\b"), short)
    for long, short in (
        ("uy ban nhan dan", "ubnd"),
        ("hoi dong nhan dan", "hdnd"),
        ("(?:mat tran to quoc|mttq)(?: viet nam)?", "mttq"),
        ("toi thieu", "it nhat"),
        ("trat tu,? an toan xa hoi", "ttatxh"),
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
_FEWEST_LETTERS, _FEWEST_INITIALS = 2, 3
_TYPE_WORDS: Final = "xa phuong thi tran huyen thanh pho dac khu tinh ap xom khoi ban"
_TYPES: Final = frozenset(_TYPE_WORDS.split())


class _Spelt(NamedTuple):
    """A text without marks and with short forms; from where to where each letter of it stood."""

    plain: str
    stood: tuple[tuple[int, int], ...]


def _spelt(text: str, short: tuple[Short, ...]) -> _Spelt:
    plain = fold(text)
    stood = [(at, at + 1) for at in range(len(plain))]

    def put(match: re.Match[str], now: str) -> str:
        low, high = match.span()
        stood[low:high] = [(stood[low][0], stood[high - 1][1])] * len(now)
        return plain[:low] + now + plain[high:]

    # From the last on, so that those before stay where they are.
    for match in reversed(list(ABBREVIATION.finditer(text))):
        plain = put(match, fold(ABBREVIATED[match[0]]))
    for long, form in (*short, *_OFFICE):
        for match in reversed(list(long.finditer(plain))):
            plain = put(match, form if isinstance(form, str) else form(match))
    return _Spelt(plain, tuple(stood))


def first_part(text: str, short: tuple[Short, ...]) -> str:
    """The text up to a comma; one inside of what has a short form is none."""
    spelt = _spelt(text, short)
    at = spelt.plain.find(", ")
    return text if at < 0 else text[: spelt.stood[at][0]]


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
    return tuple(word for word in all_words(text, short) if word.plain not in _LINKING)


@lru_cache(4096)
def all_words(text: str, short: tuple[Short, ...] = ()) -> tuple[Word, ...]:
    """Every word of a text."""
    spelt = _spelt(text, short)
    return tuple(
        Word(match[0].lstrip("0"), spelt.stood[match.start()][0], spelt.stood[match.end() - 1][1])
        for match in _WORD.finditer(spelt.plain)
    )


def is_short_for(word: str, planned: Sequence[Word]) -> bool:
    """Whether it is the first letters of words in a row."""
    return len(word) >= _FEWEST_LETTERS and word in "".join(each.plain[:1] for each in planned)


def _spelt_out(written: tuple[Word, ...], planned: tuple[Word, ...]) -> tuple[Word, ...]:
    """First letters of words that stand in a row in the plan as those words."""
    known = {word.plain for word in planned}
    initials = "".join(word.plain[:1] for word in planned)
    spelt: list[Word] = []
    for word in written:
        is_long = len(word.plain) >= _FEWEST_INITIALS and word.plain not in known
        at = initials.find(word.plain) if is_long else -1
        row = planned[at : at + len(word.plain)] if at >= 0 else ()
        spelt += [word._replace(plain=each.plain) for each in row] or [word]
    return tuple(spelt)


def compared(planned: tuple[Word, ...], written: tuple[Word, ...]) -> Compared:
    """The second held against the first."""
    written = _spelt_out(written, planned)
    ours, theirs = [word.plain for word in planned], [word.plain for word in written]
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    same = sum(high - low for tag, _low, _high, low, high in steps if tag == "equal")
    return Compared(same, len(written), len(planned), tuple(_replaced(steps, planned, written)))


class SameRun(NamedTuple):
    """Words that are the same one after the other: where they begin in each wording, how many they are."""

    planned: int
    written: int
    length: int

    @property
    def planned_end(self) -> int:
        return self.planned + self.length

    @property
    def end(self) -> int:
        return self.written + self.length


def same_runs(planned: tuple[Word, ...], written: tuple[Word, ...]) -> list[SameRun]:
    """Them in their order; the last one is empty and stands where both end."""
    ours, theirs = [word.plain for word in planned], [word.plain for word in written]
    return [
        SameRun(*block) for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    ]


def _replaced(
    steps: Sequence[tuple[str, int, int, int, int]], planned: tuple[Word, ...], written: tuple[Word, ...]
) -> Iterator[Replaced]:
    equal = [high - low if tag == "equal" else 0 for tag, _low, _high, low, high in steps]
    for at, (tag, low, high, first, last) in enumerate(steps):
        both = {word.plain for word in (*planned[low:high], *written[first:last])}
        if tag != "replace" or both <= _TYPES:
            continue
        if not all(is_short_for(word.plain, planned[low:high]) for word in written[first:last]):
            yield Replaced(
                written[first].start,
                written[last - 1].end,
                last - first,
                high - low,
                equal[at - 1] if at else 0,
                equal[at + 1] if at + 1 < len(steps) else 0,
                len(planned) - high,
            )
