"""Which block of one version is which of another: by controls, by hidden names, then by what they say."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from kh_docs.update.blocks import Block
from kh_docs.word.words import ALIKE, share_in_common

# Pairs of blocks of one gap that are compared word by word; beyond it only equal ones are found.
_MOST_COMPARED: Final = 4_000


def match(base: Sequence[Block], other: Sequence[Block], *, in_order: bool) -> dict[int, int]:
    """Numbers in `other` by those in `base`; `in_order`: what stands elsewhere counts as new."""
    pairs: dict[int, int] = {}
    _pair_by(base, other, [block.tags for block in base], [block.tags for block in other], pairs)
    _pair_by(base, other, [block.marks for block in base], [block.marks for block in other], pairs)
    if in_order:
        pairs = _longest_in_order(pairs)
    _pair_by_words(base, other, pairs)
    if not in_order:
        _pair_moved(base, other, pairs)
    return pairs


def _pair_by(
    base: Sequence[Block],
    other: Sequence[Block],
    base_names: Sequence[tuple[str, ...]],
    other_names: Sequence[tuple[str, ...]],
    pairs: dict[int, int],
) -> None:
    """Pair blocks that share a name; a copied row has its names twice, and the more alike one keeps them."""
    owners: dict[str, int] = {}
    for number, names in enumerate(base_names):
        for name in names:
            owners.setdefault(name, number)
    taken = set(pairs.values())
    votes: dict[int, Counter[int]] = {}
    for number, names in enumerate(other_names):
        wanted = Counter(owners[name] for name in names if name in owners)
        if wanted and number not in taken and base[wanted.most_common(1)[0][0]].kind == other[number].kind:
            owner, count = wanted.most_common(1)[0]
            votes.setdefault(owner, Counter())[number] = count
    for owner, candidates in votes.items():
        if owner in pairs:
            continue
        most = max(candidates.values())
        best = [number for number, count in candidates.items() if count == most]
        said = base[owner].said
        pairs[owner] = (
            best[0] if len(best) == 1 else max(best, key=lambda at: share_in_common(said, other[at].said))
        )


def _longest_in_order(pairs: dict[int, int]) -> dict[int, int]:
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


def _pair_by_words(base: Sequence[Block], other: Sequence[Block], pairs: dict[int, int]) -> None:
    """Between pairs found so far, pair what says the same in one order, then what says nearly the same."""
    taken = set(pairs.values())
    fixed = [(-1, -1), *sorted(_longest_in_order(pairs).items()), (len(base), len(other))]
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


def _pair_moved(base: Sequence[Block], other: Sequence[Block], pairs: dict[int, int]) -> None:
    """Pair what says the same elsewhere, where no other block says it."""
    taken = set(pairs.values())
    missing = _once((block.said, number) for number, block in enumerate(base) if number not in pairs)
    found = _once((block.said, at) for at, block in enumerate(other) if at not in taken)
    pairs.update(
        (number, found[said])
        for said, number in missing.items()
        if said.strip() and said in found and base[number].kind == other[found[said]].kind
    )


def _once(said: Iterable[tuple[str, int]]) -> dict[str, int]:
    listed = list(said)
    times = Counter(text for text, _number in listed)
    return {text: number for text, number in listed if times[text] == 1}
