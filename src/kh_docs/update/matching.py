"""Which block of one version is which of another: by controls, by hidden names, then by what they say."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kh_docs.update.blocks import Block
from kh_docs.update.likeness import longest_in_order, pair_by_words
from kh_docs.word.words import share_in_common


def match(base: Sequence[Block], other: Sequence[Block], *, in_order: bool) -> dict[int, int]:
    """Numbers in `other` by those in `base`; `in_order`: what stands elsewhere counts as new."""
    pairs: dict[int, int] = {}
    _pair_by(base, other, [block.tags for block in base], [block.tags for block in other], pairs)
    _pair_by(base, other, [block.marks for block in base], [block.marks for block in other], pairs)
    if in_order:
        pairs = longest_in_order(pairs)
    pair_by_words(base, other, pairs)
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
