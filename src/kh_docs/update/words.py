"""Three versions of a row of words: what we changed, and where that meets what she changed."""

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from kh_docs.word.words import ALIKE, Hunk, hunks, share_in_common


class Outcome(NamedTuple):
    """Our words from theirs0 to theirs1 for hers from mine0 to mine1; `conflict`: she changed these too."""

    mine0: int
    mine1: int
    theirs0: int
    theirs1: int
    conflict: bool = False


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
