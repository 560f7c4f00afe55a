"""Base, mine and theirs as rows of blocks: which of our changes go into hers, which wait, which clash."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kh_docs.update.blocks import Block, is_open
from kh_docs.update.matching import match
from kh_docs.update.paragraph import Clash, Plan, Step, merge_paragraph, merge_value
from kh_docs.word.words import ALIKE, share_in_common
from kh_docs.word.xml import Element


class Rewrite(NamedTuple):
    """What is done to one paragraph of hers; `opened`: its controls are looked into."""

    paragraph: Element
    plan: Plan
    opened: bool


class Insertion(NamedTuple):
    """Blocks of ours that come behind (or before) an element of hers."""

    beside: Element
    behind: bool
    elements: tuple[Element, ...]


class Note(NamedTuple):
    """A clash that she is told of at one of her paragraphs."""

    paragraph: Element
    block: Block
    clash: Clash


class Waiting(NamedTuple):
    """A change of ours that waits until she has decided on the last one there.

    So that it comes up again, what we remember keeps the block of `base` in place of that of `theirs`, or
    behind the block `theirs` where ours has none any more.
    """

    block: Block
    base: Element | None
    theirs: Element | None
    behind: bool = False


@dataclass(slots=True)
class Decisions:
    """All that is to be done to her document."""

    rewrites: list[Rewrite] = field(default_factory=list)
    deletions: list[Block] = field(default_factory=list)
    insertions: list[Insertion] = field(default_factory=list)
    # Controls round several paragraphs that are hints no more.
    hints: list[Element] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    steps: list[tuple[Block, Step]] = field(default_factory=list)
    # Tables in which a row of hers has not as many cells as ours.
    other_columns: list[Block] = field(default_factory=list)
    # Whether something of ours belongs into such a row.
    barred: bool = False


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
        self._new_blocks(mine, theirs, hers, ours)

    def _both(self, old: Block, now: Block, new: Block) -> None:
        if old.kind == "table":
            self.blocks(old.rows, now.rows, new.rows)
        elif old.kind == "row":
            self._row(old, now, new)
        elif len(old.paragraphs) == len(now.paragraphs) == len(new.paragraphs) == 1 and (
            old.element.tag == now.element.tag == new.element.tag
        ):
            self._paragraph(old, now, new)
        else:
            self._answer(old, now, new)

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

    def _paragraph(self, old: Block, now: Block, new: Block) -> None:
        if old.said == new.said and old.tags == new.tags:
            return
        # A control round a paragraph is filled as a whole.
        whole = now.element is not now.paragraphs[0]
        merge = merge_value if whole else merge_paragraph
        plan = merge(old.paragraphs[0], now.paragraphs[0], new.paragraphs[0])
        self._do(old, now, new, plan, opened=whole)

    def _answer(self, old: Block, now: Block, new: Block) -> None:
        """A control round paragraphs in one version, a control in a line or plain text in another."""
        if new.said in (old.said, now.said):
            return
        if now.said != old.said:
            self._do(old, now, new, Plan(clashes=(Clash(now.said, new.said),)), opened=True)
            return
        if self._waits(old, now, new):
            return
        pairs = zip(old.paragraphs, now.paragraphs, new.paragraphs, strict=False)
        for was, paragraph, fresh in pairs:
            plan = merge_value(was, paragraph, fresh)
            if not plan.idle:
                self.decisions.rewrites.append(Rewrite(paragraph, plan, True))
        more = tuple(new.paragraphs[len(now.paragraphs) :])
        alone = len(now.paragraphs) == 1
        if more:
            beside = now.element if alone else now.paragraphs[-1]
            self.decisions.insertions.append(Insertion(beside, True, more))
        for left in now.paragraphs[len(new.paragraphs) :]:
            self.decisions.deletions.append(Block("text", left, now.place, paragraphs=[left]))
        if not alone:
            self.decisions.hints.append(now.element)
        self.decisions.steps.append((now, Step(now.said, new.said)))

    def _do(self, old: Block, now: Block, new: Block, plan: Plan, *, opened: bool) -> None:
        if plan.idle:
            return
        if (plan.edits or plan.fills) and self._waits(old, now, new):
            return
        paragraph = now.paragraphs[0]
        if plan.edits or plan.fills:
            self.decisions.rewrites.append(Rewrite(paragraph, plan, opened))
            self.decisions.steps += [(now, step) for step in plan.steps]
        self.decisions.notes += [Note(paragraph, now, clash) for clash in plan.clashes]

    def _waits(self, old: Block, now: Block, new: Block) -> bool:
        if not is_open(now.element):
            return False
        self.decisions.waiting.append(Waiting(now, old.element, new.element))
        return True

    def _we_deleted(self, old: Block, now: Block, before: Block | None) -> None:
        if now.said != old.said:
            self._note_at(now, Clash(now.said, ""))
        elif is_open(now.element):
            behind = before.element if before is not None else None
            self.decisions.waiting.append(Waiting(now, old.element, behind, behind=True))
        else:
            self.decisions.deletions.append(now)
            self.decisions.steps.append((now, Step(now.said, "")))

    def _new_blocks(
        self, mine: Sequence[Block], theirs: Sequence[Block], hers: dict[int, int], ours: dict[int, int]
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
                self._note_at(alike[0], Clash(alike[0].said, new.said))
                continue
            place = mine[own - 1] if own else mine[0]
            self._insert(place, new, behind=own > 0)

    def _insert(self, place: Block, new: Block, *, behind: bool) -> None:
        self.decisions.insertions.append(Insertion(place.element, behind, (new.element,)))
        self.decisions.steps.append((new, Step("", new.said)))

    def _note(self, mine: Sequence[Block], hers: dict[int, int], number: int, clash: Clash) -> None:
        """Tell of a change to something she deleted, at what stands nearest before it."""
        if not mine:
            return
        before = [hers[earlier] for earlier in range(number) if earlier in hers]
        self._note_at(mine[before[-1]] if before else mine[0], clash)

    def _note_at(self, block: Block, clash: Clash) -> None:
        self.decisions.notes.append(Note(_first_paragraph(block), block, clash))


def _first_paragraph(block: Block) -> Element:
    if block.kind == "text":
        return block.paragraphs[0]
    inner = block.rows if block.kind == "table" else [each for cell in block.cells for each in cell]
    return _first_paragraph(inner[0])
