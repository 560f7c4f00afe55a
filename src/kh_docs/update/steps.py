"""What is to be done to one paragraph of hers, and what she has to decide."""

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.update.edits import Edit
from kh_docs.update.flow import Piece


class Fill(NamedTuple):
    """Our text for one control of the paragraph, numbered in the order of her version."""

    control: int
    fresh: Sequence[Piece]
    removed: str


class Clash(NamedTuple):
    """Her words and ours for one place."""

    mine: str
    theirs: str


class Step(NamedTuple):
    """One of our changes as people read it."""

    removed: str
    added: str


class Plan(NamedTuple):
    """What is to be done to her paragraph."""

    edits: tuple[Edit, ...] = ()
    fills: tuple[Fill, ...] = ()
    clashes: tuple[Clash, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def idle(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.edits or self.fills or self.clashes)
