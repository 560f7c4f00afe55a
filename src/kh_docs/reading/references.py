"""See to it that ids which files of the data use in each other exist."""

from __future__ import annotations

from pathlib import Path

from kh_docs.model.base import Applies
from kh_docs.model.book import Book
from kh_docs.model.local import LocalData
from kh_docs.reading.typed import Collector


def check_references(book: Book, folder: Path, collector: Collector) -> None:
    """Add a problem for every id that points nowhere, with the nearest one that exists."""
    clauses = [clause.id for clause in book.clauses]
    roles = {role.id for role in book.roles}

    def known(file: str, field: str, names: list[str], choices: object) -> None:
        collector.check_known(folder / file, field, names, choices)  # type: ignore[arg-type]

    for deadline in book.deadlines.values():
        known("deadlines.yaml", f"{deadline.id}.clause", [deadline.clause, *deadline.also], clauses)
        _check_applies(book, deadline.applies, folder / "deadlines.yaml", deadline.id, collector)
    for target in book.targets.values():
        known("targets.yaml", f"{target.id}.clause", [target.clause], clauses)
        known("targets.yaml", f"{target.id}.overrides", [target.overrides], book.targets)
        known("targets.yaml", f"{target.id}.deadline", [target.deadline], book.deadlines)
        known("targets.yaml", f"{target.id}.per_unit", [*target.per_unit, *target.unit_words], book.districts)
        _check_applies(book, target.applies, folder / "targets.yaml", target.id, collector)
    for task in book.tasks.values():
        known("tasks.yaml", f"{task.id}.clause", [task.clause], clauses)
        known("tasks.yaml", f"{task.id}.lead", [task.lead, *task.support], roles)
        known("tasks.yaml", f"{task.id}.deadline.plan", list(task.deadline.plan), book.deadlines)
        known("tasks.yaml", f"{task.id}.targets", list(task.targets), book.targets)
        _check_applies(book, task.applies, folder / "tasks.yaml", task.id, collector)
    for duty in book.duties:
        known("duties.yaml", f"{duty.clause}", [duty.clause], clauses)
        known("duties.yaml", f"{duty.clause}.tasks", list(duty.tasks), book.tasks)
        _check_applies(book, duty.applies, folder / "duties.yaml", duty.clause, collector)
    for indicator in book.indicators.indicators:
        known("indicators.yaml", f"{indicator.id}.targets", list(indicator.targets), book.targets)
        _check_applies(book, indicator.applies, folder / "indicators.yaml", indicator.id, collector)
    for item in book.checklist.items:
        known("checklist.yaml", f"{item.id}.deadline", [item.deadline], book.deadlines)
        _check_applies(book, item.applies, folder / "checklist.yaml", item.id, collector)
    for kind in book.head.kinds:
        known("plan.yaml", f"kinds.{kind.id}.deadline", [kind.deadline], book.deadlines)


def _check_applies(book: Book, applies: Applies, path: Path, field: str, collector: Collector) -> None:
    collector.check_known(path, f"{field}.applies.units", applies.units or (), book.districts)
    collector.check_known(path, f"{field}.applies.traits", applies.traits or (), book.traits)
    if applies.local:
        known = (*LocalData.model_fields, *LocalData.model_computed_fields)
        collector.check_known(path, f"{field}.applies.local", [applies.local], known)
