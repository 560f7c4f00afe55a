"""What a run is asked for, and what became of it: values that every station of the way hands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kh_docs.model.book import Book
from kh_docs.model.kinds import Recipe
from kh_docs.model.units import Unit
from kh_docs.publish import Result as Published
from kh_docs.reading.workspace import Workspace

# Instead of a day: what an earlier run was given for this document is taken back.
NO_DAY = date.min


class Request(NamedTuple):
    """What `kh-docs generate` was asked for.

    `issued_on`, `number`: None leaves those of an earlier run, NO_DAY and "" take them back.
    """

    workspace: Workspace
    book: Book
    units: tuple[Unit, ...]
    recipes: tuple[Recipe, ...]
    out: Path
    issued_on: date | None = None
    number: str | None = None
    jobs: int | None = None
    dry_run: bool = False


class DocumentResult(NamedTuple):
    """What became of one document; `reason`: why kept or refused; `blanks`: places to fill in."""

    unit: str
    kind: str
    path: Path
    status: str
    warnings: tuple[str, ...] = ()
    reason: str = ""
    blanks: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """All documents in the order asked for, and for each unit the list of what is left to fill in."""

    documents: list[DocumentResult]
    fill_in_lists: dict[str, Path] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    # Lists of what is left to fill in that could not be put in their place.
    lists_kept: list[Published] = field(default_factory=list)
    # The workbook of all units, made when all their documents were asked for.
    overview: Published | None = None
    # By unit, how many things its list names that have to be looked at before anybody signs.
    to_look_at: dict[str, int] = field(default_factory=dict)
