"""Blocks that only ours has: where in hers they come in, and which of hers say so already."""

from collections.abc import Sequence

from kh_docs.update.blocks import Block
from kh_docs.update.decisions import Decisions, Insertion
from kh_docs.update.steps import Clash, Step
from kh_docs.word.words import ALIKE, share_in_common


def bring_in_new(
    mine: Sequence[Block],
    theirs: Sequence[Block],
    hers: dict[int, int],
    ours: dict[int, int],
    decisions: Decisions,
) -> None:
    """Put in what only ours has, behind what stands before it there; hers at one place come first."""
    if not mine:
        return
    old_of = {at: number for number, at in ours.items()}
    known = set(hers.values())
    at = -1
    for number, new in enumerate(theirs):
        if number in old_of:
            at = hers.get(old_of[number], at)
            continue
        own = at + 1
        while own < len(mine) and own not in known:
            own += 1
        beside = [block for block in mine[at + 1 : own] if block.kind == new.kind]
        alike = [block for block in beside if share_in_common(block.said, new.said) > ALIKE]
        if any(block.said == new.said for block in alike):
            continue
        if alike and new.said.strip():
            decisions.note(alike[0], Clash(alike[0].said, new.said))
            continue
        place = mine[own - 1] if own else mine[0]
        _insert(place, new, decisions, behind=own > 0)


def _insert(place: Block, new: Block, decisions: Decisions, *, behind: bool) -> None:
    decisions.insertions.append(Insertion(place.element, behind, (new.element,)))
    decisions.steps.append((new, Step("", new.said)))
