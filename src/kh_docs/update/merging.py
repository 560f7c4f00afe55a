"""Base, mine and theirs as rows of blocks: which of our changes go into hers, which wait, which clash."""

from collections.abc import Sequence

from kh_docs.update.arrivals import bring_in_new
from kh_docs.update.blocks import Block, is_open
from kh_docs.update.decisions import Decisions, Waiting
from kh_docs.update.matching import match
from kh_docs.update.steps import Clash, Step
from kh_docs.update.texts import merge_text


class Merger:
    """Goes through the three versions side by side and collects decisions."""

    def __init__(self) -> None:
        self.decisions = Decisions()

    def blocks(
        self, base: Sequence[Block], mine: Sequence[Block], theirs: Sequence[Block], *, paired: bool = False
    ) -> None:
        """Merge what stands in one place; `paired`: in one cell, where the only blocks are the same."""
        hers, ours = match(base, mine, in_order=False), match(base, theirs, in_order=True)
        if paired and len(base) == len(mine) == len(theirs) == 1:
            hers, ours = {0: 0}, {0: 0}
        last_theirs: Block | None = None
        for number, old in enumerate(base):
            now = mine[hers[number]] if number in hers else None
            new = theirs[ours[number]] if number in ours else None
            gone = now is None or now.gone
            if now is not None and len(now.cells) != len(old.cells):
                self.decisions.other_columns.append(now)
            if new is not None:
                last_theirs = new
            if now is not None and not gone and new is not None:
                self._both(old, now, new)
            elif now is not None and not gone:
                self._we_deleted(old, now, last_theirs)
            elif new is not None and new.said != old.said:
                self._note(mine, hers, number, Clash("", new.said))
        bring_in_new(mine, theirs, hers, ours, self.decisions)

    def _both(self, old: Block, now: Block, new: Block) -> None:
        if old.kind == "table":
            self.blocks(old.rows, now.rows, new.rows)
        elif old.kind == "row":
            self._row(old, now, new)
        else:
            merge_text(old, now, new, self.decisions)

    def _row(self, old: Block, now: Block, new: Block) -> None:
        if not len(old.cells) == len(now.cells) == len(new.cells):
            if len(old.cells) == len(now.cells):
                self.decisions.other_columns.append(now)
            self.decisions.barred |= new.said != old.said
            return
        if old.said == new.said and old.tags == new.tags:
            return
        for cells in zip(old.cells, now.cells, new.cells, strict=True):
            self.blocks(*cells, paired=True)

    def _we_deleted(self, old: Block, now: Block, before: Block | None) -> None:
        if now.said != old.said:
            self.decisions.note(now, Clash(now.said, ""))
        elif is_open(now.element):
            behind = before.element if before is not None else None
            self.decisions.waiting.append(Waiting(now, old.element, behind, behind=True))
        else:
            self.decisions.deletions.append(now)
            self.decisions.steps.append((now, Step(now.said, "")))

    def _note(self, mine: Sequence[Block], hers: dict[int, int], number: int, clash: Clash) -> None:
        """Tell of a change to something she deleted, at what stands nearest before it."""
        if not mine:
            return
        before = [hers[earlier] for earlier in range(number) if earlier in hers]
        self.decisions.note(mine[before[-1]] if before else mine[0], clash)
