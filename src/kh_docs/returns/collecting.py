"""From files that came back to one table of the province: found, read, told apart by unit, added up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from kh_docs.facts.calendar import Dates
from kh_docs.facts.offering import deadline_of, reference_day
from kh_docs.facts.periods import period_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.returns.adding import Total, totals_of
from kh_docs.returns.agreeing import Conflict, conflicts_in
from kh_docs.returns.correcting import corrected
from kh_docs.returns.files import Found, found_in
from kh_docs.returns.one_return import Return, read_return
from kh_docs.returns.request import Request
from kh_docs.returns.values import Asked, asked_of


class FileRead(NamedTuple):
    """What became of one file: read, superseded by a newer one, foreign or unreadable."""

    path: str
    unit: str | None
    status: str
    reason: str = ""


class UnitReturn(NamedTuple):
    """What one unit sent; `newest` gives its figures, `first` says when it was in time."""

    unit: str
    state: str
    newest: Return | None
    first_received_on: date | None
    days_late: int
    version: int
    conflicts: tuple[Conflict, ...] = ()


class Collected(NamedTuple):
    units: list[UnitReturn]
    totals: dict[str, Total]
    files: list[FileRead]
    asked: dict[str, list[Asked]]

    @property
    def is_whole(self) -> bool:
        """Whether every unit sent a form that can be read and leaves nothing to ask."""
        units = all(each.newest and not each.newest.questions and not each.conflicts for each in self.units)
        return units and all(file.status in ("read", "superseded") for file in self.files)


def collect(request: Request, on_file: Callable[[], object] = bool) -> Collected:
    """Read every file, one after another; none stops the others, and none is changed."""
    book, recipe = request.book, request.recipe
    period = period_of(book, recipe)
    reference = reference_day(book, recipe.kind)
    plans = {unit.id: UnitPlan(book, unit, reference) for unit in book.units.values()}
    asked = {unit: asked_of(plan, recipe.span, period) for unit, plan in plans.items()}
    files: list[FileRead] = []
    returns: dict[str, list[Return]] = {}
    seen: dict[str, str] = {}
    for found in found_in(request.paths):
        read = _read(found, request, asked, seen)
        files.append(read) if isinstance(read, FileRead) else returns.setdefault(read.unit, []).append(read)
        on_file()
    units = [_unit(request, unit, returns.get(unit, []), files) for unit in book.units]
    files += [file for sent in returns.values() for file in _versions(sent)]
    newest = {each.unit: each.newest for each in units if each.newest is not None}
    return Collected(units, totals_of(book, asked, newest), sorted(files), asked)


def _read(
    found: Found, request: Request, asked: dict[str, list[Asked]], seen: dict[str, str]
) -> Return | FileRead:
    digest = hashlib.sha256(found.content).hexdigest()
    if found.content and digest in seen:
        return FileRead(found.path, None, "superseded", seen[digest])
    read = read_return(found, digest, request, asked)
    if not isinstance(read, Return):
        return FileRead(found.path, *read)
    seen[digest] = found.path
    return read


def _versions(sent: list[Return]) -> Iterator[FileRead]:
    newest = _newest(sent)
    for each in sent:
        status = "read" if each is newest else "superseded"
        yield FileRead(each.path, each.unit, status, "" if each is newest else newest.path)


def _newest(sent: list[Return]) -> Return:
    return max(sent, key=lambda each: (each.received_at, each.path))


def _unit(request: Request, unit: str, sent: list[Return], files: list[FileRead]) -> UnitReturn:
    due = _dates(request, unit)
    if not sent:
        unreadable = any(file.unit == unit and file.status == "unreadable" for file in files)
        late = max(0, (request.as_of - due.last_day).days) if due else 0
        return UnitReturn(unit, "unreadable" if unreadable else "missing", None, None, late, 0)
    newest = corrected(_newest(sent), request.decisions)
    first = request.decisions.received_on.get(unit) or min(each.received_on for each in sent)
    late = max(0, (first - due.last_day).days) if due else 0
    conflicts = tuple(conflicts_in(request.book.indicators, newest.figures))
    return UnitReturn(unit, "received", newest, first, late, len(sent), conflicts)


def _dates(request: Request, unit: str) -> Dates | None:
    deadline = deadline_of(request.book, request.recipe.kind)
    plan = UnitPlan(request.book, request.book.units[unit], request.as_of)
    return plan.dates(deadline) if deadline else None
