"""Three versions of a row of words: what we changed, and where that meets what she changed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from kh_docs.update.flow import CONTROL

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


class Outcome(NamedTuple):
    """Our words from theirs0 to theirs1 for hers from mine0 to mine1; `conflict`: she changed these too."""

    mine0: int
    mine1: int
    theirs0: int
    theirs1: int
    conflict: bool = False


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


def merge(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], hers: Collection[int] = ()
) -> list[Outcome]:
    """What to do with each of our changes; `hers`: words of base that in mine she has made her own."""
    her_hunks = hunks(base, mine)
    places = _places(base, mine)
    her_hunks += [Hunk(at, at + 1, places[at], places[at] + 1) for at in hers if at in places]
    her_hunks.sort()
    outcomes: list[Outcome] = []
    for ours, met in _together(hunks(base, theirs), her_hunks, mine, theirs):
        if met:
            start = min(ours[0].base0, met[0].base0)
            end = max(ours[-1].base1, met[-1].base1)
            mine0, mine1 = _widened(met, start, end)
            theirs0, theirs1 = _widened(ours, start, end)
            if mine[mine0:mine1] != theirs[theirs0:theirs1]:
                outcomes.append(Outcome(mine0, mine1, theirs0, theirs1, conflict=True))
            continue
        (only,) = ours
        before = [each for each in her_hunks if each.base1 <= only.base0]
        shift = sum((each.new1 - each.new0) - (each.base1 - each.base0) for each in before)
        outcomes.append(Outcome(only.base0 + shift, only.base1 + shift, only.new0, only.new1))
    return outcomes


def _together(
    ours: list[Hunk], hers: list[Hunk], mine: Sequence[str], theirs: Sequence[str]
) -> list[tuple[list[Hunk], list[Hunk]]]:
    """Our changes, each with those of hers that it meets; those that meet the same one are one."""
    groups: list[tuple[list[Hunk], list[Hunk]]] = []
    for each in ours:
        met = [other for other in hers if _meet(other, each, mine, theirs)]
        if groups and met and met[0] in groups[-1][1]:
            groups[-1][0].append(each)
            groups[-1][1].extend(other for other in met if other not in groups[-1][1])
        else:
            groups.append(([each], met))
    return groups


def _widened(changed: list[Hunk], start: int, end: int) -> tuple[int, int]:
    """Where in the new version the words of base from `start` to `end` are."""
    return changed[0].new0 - (changed[0].base0 - start), changed[-1].new1 + (end - changed[-1].base1)


def _places(base: Sequence[str], mine: Sequence[str]) -> dict[int, int]:
    """Where the words of base that she left alone now stand."""
    blocks = SequenceMatcher(None, base, mine, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _meet(hers: Hunk, ours: Hunk, mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both changed the same words, or said similar things at one place."""
    if hers.inserts and ours.inserts and hers.base0 == ours.base0:
        one, other = (
            "".join(words) for words in (mine[hers.new0 : hers.new1], theirs[ours.new0 : ours.new1])
        )
        return share_in_common(one, other) > ALIKE
    return hers.base0 < ours.base1 and ours.base0 < hers.base1
