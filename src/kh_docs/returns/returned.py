"""One return as it was read: figures, texts and lists, each with its place, what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kh_docs.returns.conflict import Conflict
from kh_docs.returns.lists import ListRow
from kh_docs.returns.values import Figure, Question


class Return(NamedTuple):
    """The form that one unit filled in; plain, so that it can be put aside while others are read."""

    unit: str
    path: str
    digest: str
    received_on: date
    received_at: float
    written_at: tuple[int, ...]
    number: str
    issued_on: str | None
    figures: dict[str, Figure]
    questions: list[Question]
    # Sections that somebody wrote, by what they are called, and those nobody did.
    texts: dict[str, str]
    unwritten: tuple[str, ...]
    lists: dict[str, list[ListRow]]
    # Columns of the table of communes: what stands there by the commune's code.
    communes: dict[str, dict[str, str]]
    # What the officer should know of the file: changes tracked, comments, by what way it was read.
    notes: tuple[str, ...]
    # What the row of totals says in each of them.
    commune_totals: Mapping[str, str] = {}
    # When the program that saved it last says that it did.
    saved_at: str = ""
    conflicts: tuple[Conflict, ...] = ()
    # What it says of units that became part of its own: whether their figures are in.
    joined: Mapping[str, str] = {}
    # What nobody wrote: indicators of this period and of the one before by id, communes by name.
    blank: tuple[str, ...] = ()
    blank_before: tuple[str, ...] = ()
    open_communes: tuple[str, ...] = ()

    @property
    def age(self) -> tuple[float, tuple[int, ...], str]:
        """By what the newest of several is told."""
        return self.received_at, self.written_at, self.path


class FileRead(NamedTuple):
    """What became of one file: read, superseded by a newer one, foreign or unreadable."""

    path: str
    unit: str | None
    status: str
    reason: str = ""
