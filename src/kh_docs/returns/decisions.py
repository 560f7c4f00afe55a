"""What the officer decided after an earlier run: days of receipt, corrections, what she accepts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Override(NamedTuple):
    """A figure that the officer sets, with her reason."""

    unit: str
    key: str
    value: float | int | str | None
    reason: str


class Verdict(NamedTuple):
    """What she decided of one question: `accepted` is asked no more."""

    words: str
    reason: str
    accepted: bool


# Of what is asked: unit, place, message.
Asked = tuple[str, str, str]


class Decisions(NamedTuple):
    """What the officer wrote into the tracker."""

    received_on: Mapping[str, date] = {}
    overrides: tuple[Override, ...] = ()
    verdicts: Mapping[Asked, Verdict] = {}
    notes: Mapping[str, str] = {}
    # What she wrote that decides nothing, each with why.
    problems: tuple[str, ...] = ()

    def accepts(self, unit: str, where: str, message: str) -> bool:
        verdict = self.verdicts.get((unit, where, message))
        return verdict is not None and verdict.accepted


NO_DECISIONS = Decisions()
