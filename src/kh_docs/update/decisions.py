"""All that is to be done to her document, as values: what is rewritten, struck, put in, told."""

from dataclasses import dataclass, field
from typing import NamedTuple

from kh_docs.update.blocks import Block
from kh_docs.update.steps import Clash, Plan, Step
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

    def note(self, block: Block, clash: Clash) -> None:
        """Tell her of a clash at a block of hers."""
        self.notes.append(Note(_first_paragraph(block), block, clash))


def _first_paragraph(block: Block) -> Element:
    if block.kind == "text":
        return block.paragraphs[0]
    inner = block.rows if block.kind == "table" else [each for cell in block.cells for each in cell]
    return _first_paragraph(inner[0])
