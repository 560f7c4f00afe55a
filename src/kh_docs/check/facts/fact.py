"""What a document states, held against the plan: one value for each figure, day, reference, unit, body."""

from typing import Literal, NamedTuple

from kh_docs.check.places import Place

What = Literal["figure", "date", "reference", "unit", "body"]
State = Literal["matched", "contradicts", "unknown"]


class Statement(NamedTuple):
    """What one piece of text says, before it has a place in the document."""

    what: What
    literal: str
    start: int
    state: State = "unknown"
    clause: str = ""
    expected: str = ""


class Fact(NamedTuple):
    """A statement at its place; `clause` and `expected` are what the plan says."""

    what: What
    literal: str
    where: str
    state: State
    clause: str
    expected: str
    place: Place

    def as_json(self) -> dict[str, str]:
        """The fact as plain values."""
        return {name: value for name, value in self._asdict().items() if name != "place"}
