"""Pieces of documents that come out the same for many units: made once, handed on with their controls.

Most rows of a form say the same to everybody. The key of a piece holds all that it follows from, but for what
the unit itself has told to write into its controls: that is watched while the piece is made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from kh_docs.documents.controls import Controls, Missing

T = TypeVar("T")

# More than the rows of all kinds of a plan; beyond it they are those of single units.
MOST_KEPT = 3_000


class Piece(NamedTuple):
    """What was made, what it left in the controls, and the tags whose answers it asked for in vain."""

    value: Any
    tags: dict[str, None]
    titles: dict[str, None]
    unfilled: list[str]
    missing: list[Missing]
    asked: frozenset[str]


class Pieces:
    """The pieces of one run; a plan and its wording do not change within it."""

    def __init__(self) -> None:
        self.kept: dict[Hashable, Piece] = {}
        self.plan: dict[Hashable, Any] = {}

    def of(self, controls: Controls, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes with the `controls`; the same `key` says that it would make the same again."""
        piece = self.kept.get(key)
        if piece is None or not _fits(piece, controls):
            return self._made(controls, key, make)
        controls.tags.update(piece.tags)
        controls.titles.update(piece.titles)
        controls.unfilled += piece.unfilled
        controls.missing += piece.missing
        made: T = piece.value
        return made

    def of_plan(self, key: Hashable, make: Callable[[], T]) -> T:
        """What follows from the plan and `key`, whatever the unit: as many as the plan has things."""
        if key not in self.plan:
            self.plan[key] = make()
        made: T = self.plan[key]
        return made

    def _made(self, controls: Controls, key: Hashable, make: Callable[[], T]) -> T:
        tags, titles, bound = len(controls.tags), len(controls.titles), controls.bound
        unfilled, missing = len(controls.unfilled), len(controls.missing)
        answers = controls.answers
        watched = _Watched(answers)
        controls.answers = watched
        try:
            value = make()
        finally:
            controls.answers = answers
        # What others before it made it do would not happen elsewhere.
        if not watched.heard and controls.bound == bound:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            self.kept[key] = Piece(
                value,
                dict.fromkeys(islice(controls.tags, tags, None)),
                dict.fromkeys(islice(controls.titles, titles, None)),
                controls.unfilled[unfilled:],
                controls.missing[missing:],
                frozenset(watched.asked),
            )
        return value


def _fits(piece: Piece, controls: Controls) -> bool:
    """Whether the unit answers nothing that was asked, and no control before has a tag or title of these."""
    return (
        controls.answers.keys().isdisjoint(piece.asked)
        and controls.tags.keys().isdisjoint(piece.tags)
        and controls.titles.keys().isdisjoint(piece.titles)
    )


class _Watched(Mapping[str, str]):
    """The answers of a unit, and which of them were asked for; `heard` once any of them is known."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.heard = False

    def __getitem__(self, tag: str) -> str:
        self.asked.append(tag)
        found = self.answers[tag]
        self.heard = True
        return found

    def __iter__(self) -> Iterator[str]:
        self.heard = True
        return iter(self.answers)

    def __len__(self) -> int:
        self.heard = True
        return len(self.answers)
