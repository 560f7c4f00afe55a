"""See to it that ids which files of the data use in each other exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kh_docs.model.base import Bound
from kh_docs.model.book import Book
from kh_docs.model.fields import COMMUNES
from kh_docs.model.local import OfAnyPlan
from kh_docs.reading.parts import HEAD
from kh_docs.reading.typed import Collector
from kh_docs.reading.yaml_text import Key

# Names used in an entry, those that exist, and the field where they stand.
Uses = Iterator[tuple[str, Iterable[str], Iterable[str]]]


def check_references(book: Book, folder: Path, collector: Collector) -> None:
    """Add a problem for every id that points nowhere, with its line and the nearest one that exists."""
    for file in _FILES:
        for index, entry in enumerate(file.entries(book)):
            name = entry.id if hasattr(entry, "id") else entry.clause
            used = [*file.uses(book, entry), *(_applies(book, entry) if isinstance(entry, Bound) else ())]
            for field, names, known in used:
                key = (*file.above, index, *field.split("."))
                collector.check_known(folder / file.file, f"{name}.{field}", names, known, key)


def _applies(book: Book, bound: Bound) -> Uses:
    yield "applies.units", bound.applies.units or (), book.units
    yield "applies.traits", bound.applies.traits or (), book.traits
    yield "applies.local", [bound.applies.local], [*OfAnyPlan.field_types, *book.fields.names()]


def _clauses(book: Book) -> list[str]:
    return [clause.id for clause in book.clauses]


def _of_deadline(book: Book, deadline: Any) -> Uses:
    yield "clause", [deadline.clause], _clauses(book)
    yield "also", deadline.also, _clauses(book)


def _of_target(book: Book, target: Any) -> Uses:
    yield "clause", [target.clause], _clauses(book)
    yield "overrides", [target.overrides], book.targets
    yield "deadline", [target.deadline], book.deadlines
    yield "base", [target.base], [COMMUNES, *(known.id for known in book.fields.lists)]
    yield "per_unit", target.per_unit, book.units
    yield "words_per_unit", target.words_per_unit, book.units


def _of_task(book: Book, task: Any) -> Uses:
    roles = {role.id for role in book.roles}
    yield "clause", [task.clause], _clauses(book)
    yield "also", task.also, _clauses(book)
    yield "lead", [task.lead], roles
    yield "support", task.support, roles
    yield "deadline.plan", task.deadline.plan, book.deadlines
    yield "targets", task.targets, book.targets


def _of_duty(book: Book, duty: Any) -> Uses:
    yield "clause", [duty.clause], _clauses(book)
    yield "tasks", duty.tasks, book.tasks


def _of_indicator(book: Book, indicator: Any) -> Uses:
    yield "targets", indicator.targets, book.targets
    yield "group", [indicator.group], [group.id for group in book.indicators.groups]
    yield "deadline", [indicator.deadline], book.deadlines


def _of_item(book: Book, item: Any) -> Uses:
    yield "deadline", [item.deadline], book.deadlines
    yield "commune_deadline", [item.commune_deadline], [each.id for each in book.head.internal_deadlines]
    yield "group", [item.group], [group.id for group in book.checklist.groups]


def _of_row(book: Book, row: Any) -> Uses:
    yield "clause", [row.clause], _clauses(book)
    yield "targets", row.targets, book.targets
    yield "watcher", [row.watcher], [role.id for role in book.roles]


def _of_gap(book: Book, gap: Any) -> Uses:
    yield "clause", [gap.clause], _clauses(book)
    yield "also", gap.also, _clauses(book)
    yield "unit_notes", gap.unit_notes, book.units


def _of_basis(book: Book, basis: Any) -> Uses:
    yield "clauses", basis.clauses, _clauses(book)
    yield "cited_with", [basis.cited_with], book.bases


def _of_internal(book: Book, internal: Any) -> Uses:
    yield "serves", [internal.serves], book.deadlines


def _of_kind(book: Book, kind: Any) -> Uses:
    yield "deadline", [kind.deadline], book.deadlines


class _File(NamedTuple):
    """A file of the plan, its entries, where in it they stand, and what each uses."""

    file: str
    entries: Callable[[Book], Iterable[Any]]
    uses: Callable[[Book, Any], Uses]
    above: Key = ()


_FILES = (
    _File("deadlines.yaml", lambda book: book.deadlines.values(), _of_deadline),
    _File("targets.yaml", lambda book: book.targets.values(), _of_target),
    _File("tasks.yaml", lambda book: book.tasks.values(), _of_task),
    _File("duties.yaml", lambda book: book.duties, _of_duty),
    _File("indicators.yaml", lambda book: book.indicators.indicators, _of_indicator, ("indicators",)),
    _File("checklist.yaml", lambda book: book.checklist.items, _of_item, ("items",)),
    _File("target-rows.yaml", lambda book: book.target_rows, _of_row),
    _File("gaps.yaml", lambda book: book.gaps, _of_gap),
    _File("legal-bases.yaml", lambda book: book.bases.values(), _of_basis),
    _File(HEAD, lambda book: book.head.internal_deadlines, _of_internal, ("internal_deadlines",)),
    _File(HEAD, lambda book: book.head.kinds, _of_kind, ("kinds",)),
)
