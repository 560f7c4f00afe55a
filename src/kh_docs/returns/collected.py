"""All that came back, told apart by unit and added up; the returns themselves stand on their shelf."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kh_docs.returns.adding import Total
from kh_docs.returns.matrix import Matrix
from kh_docs.returns.returned import FileRead, Return
from kh_docs.returns.shelf import Shelf


class UnitReturn(NamedTuple):
    """What one unit sent: `at` says where its newest return stands, which gives its figures."""

    unit: str
    state: str
    # The file that gives the figures; of a unit whose only file cannot be read, that one.
    file: str | None = None
    # By which day lateness counts, and when the newest came.
    received_on: date | None = None
    newest_on: date | None = None
    # What the file said of that day, before the officer corrected it.
    found_on: date | None = None
    days_late: int = 0
    version: int = 0
    # Cells filled in, of those that ask this unit.
    filled: int = 0
    asked: int = 0
    questions: int = 0
    conflicts: int = 0
    # Figures that are not added up until they are clear.
    left_out: int = 0
    # Figures of this period that nobody wrote, and communes with empty cells.
    blanks: int = 0
    open_communes: int = 0
    # Against the version before, in words.
    differences: str = ""
    notes: tuple[str, ...] = ()
    at: int | None = None
    # The unit that it became part of, whose figures hold its own.
    within: str = ""

    @property
    def is_open(self) -> bool:
        """Whether there is anything to ask of the unit."""
        if self.at is None:
            return not self.within
        return bool(self.days_late or self.is_asked or self.is_short)

    def came_by(self, day: date) -> bool:
        """Whether its day of receipt can be right: a file written after `day` came some other day."""
        return self.received_on is None or self.received_on <= day

    @property
    def is_asked(self) -> bool:
        """Whether a figure has to be made clear."""
        return bool(self.questions or self.conflicts)

    @property
    def is_short(self) -> bool:
        """Whether figures are still to come."""
        return bool(self.blanks or self.open_communes)


class Collected(NamedTuple):
    units: list[UnitReturn]
    totals: dict[str, Total]
    files: list[FileRead]
    matrix: Matrix
    shelf: Shelf

    @property
    def is_whole(self) -> bool:
        """Whether every unit sent a form that can be read and leaves nothing to ask."""
        units = all(
            (each.at is not None or each.within) and not each.questions and not each.conflicts
            for each in self.units
        )
        return units and all(file.status != "unreadable" for file in self.files)

    def newest(self, each: UnitReturn) -> Return | None:
        return None if each.at is None else self.shelf.get(each.at)

    def returns(self) -> Iterator[tuple[UnitReturn, Return | None]]:
        """Unit by unit, one at a time."""
        for each in self.units:
            yield each, self.newest(each)
