"""Pair blocks by what they say: first what is the same in one order, then what is nearly the same."""

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from kh_docs.update.blocks import Block
from kh_docs.word.words import ALIKE, share_in_common

# Pairs of blocks of one gap that are compared word by word; beyond it only equal ones are found.
_MOST_COMPARED: Final = 4_000


def pair_by_words(base: Sequence[Block], other: Sequence[Block], pairs: dict[int, int]) -> None:
    """Between pairs found so far, pair what says the same in one order, then what says nearly the same."""
    taken = set(pairs.values())
    fixed = [(-1, -1), *sorted(longest_in_order(pairs).items()), (len(base), len(other))]
    for (base0, other0), (base1, other1) in pairwise(fixed):
        left = [number for number in range(base0 + 1, base1) if number not in pairs]
        right = [at for at in range(other0 + 1, other1) if at not in taken]
        if left and right:
            _pair_gap(base, other, left, right, pairs)


def _pair_gap(
    base: Sequence[Block], other: Sequence[Block], left: list[int], right: list[int], pairs: dict[int, int]
) -> None:
    base_keys = [(base[number].kind, base[number].said) for number in left]
    other_keys = [(other[at].kind, other[at].said) for at in right]
    matcher = SequenceMatcher(None, base_keys, other_keys, autojunk=False)
    for what, base0, base1, other0, other1 in matcher.get_opcodes():
        if what == "equal":
            pairs.update(zip(left[base0:base1], right[other0:other1], strict=True))
        elif what == "replace":
            _pair_alike(base, other, left[base0:base1], right[other0:other1], pairs)


def _pair_alike(
    base: Sequence[Block], other: Sequence[Block], left: list[int], right: list[int], pairs: dict[int, int]
) -> None:
    """Pair blocks of one gap so that together they have most in common, none crossing another."""
    if not left or not right or len(left) * len(right) > _MOST_COMPARED:
        return
    alike = [[_likeness(base[number], other[at]) for at in right] for number in left]
    # best[i][j]: the most that the blocks from i and from j on can have in common.
    best = [[0.0] * (len(right) + 1) for _number in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(left) and j < len(right):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs[left[i]] = right[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _likeness(one: Block, other: Block) -> float:
    if one.kind != other.kind:
        return 0.0
    share = share_in_common(one.said, other.said)
    return share if share > ALIKE else 0.0


def longest_in_order(pairs: dict[int, int]) -> dict[int, int]:
    """As many of the pairs as can be kept without two of them crossing."""
    ordered = sorted(pairs.items())
    ends: list[int] = []
    best: list[int] = []
    before: list[int] = []
    for number, (_base, at) in enumerate(ordered):
        place = bisect_left(ends, at)
        before.append(best[place - 1] if place else -1)
        ends[place:] = [at, *ends[place + 1 :]]
        best[place:] = [number, *best[place + 1 :]]
    kept: dict[int, int] = {}
    number = best[-1] if best else -1
    while number >= 0:
        kept.update([ordered[number]])
        number = before[number]
    return kept
