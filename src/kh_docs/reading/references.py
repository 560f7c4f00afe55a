"""See to it that ids which files of the data use in each other exist."""

from __future__ import annotations

from pathlib import Path

from kh_docs.model.base import Applies
from kh_docs.model.book import Book
from kh_docs.model.local import LOCAL_NAMES
from kh_docs.reading.typed import Collector


def check_references(book: Book, folder: Path, collector: Collector) -> None:
    """Add a problem for every id that points nowhere, with the nearest one that exists."""
    clauses = [clause.id for clause in book.clauses]
    roles = {role.id for role in book.roles}
    groups = [group.id for group in book.indicators.groups]

    def known(file: str, field: str, names: list[str], choices: object) -> None:
        collector.check_known(folder / file, field, names, choices)  # type: ignore[arg-type]

    for deadline in book.deadlines.values():
        known("deadlines.yaml", f"{deadline.id}.clause", [deadline.clause, *deadline.also], clauses)
        _check_applies(book, deadline.applies, folder / "deadlines.yaml", deadline.id, collector)
    for target in book.targets.values():
        known("targets.yaml", f"{target.id}.clause", [target.clause], clauses)
        known("targets.yaml", f"{target.id}.overrides", [target.overrides], book.targets)
        known("targets.yaml", f"{target.id}.deadline", [target.deadline], book.deadlines)
        known("targets.yaml", f"{target.id}.per_unit", [*target.per_unit, *target.words_per_unit], book.units)
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
        known("indicators.yaml", f"{indicator.id}.group", [indicator.group], groups)
        known("indicators.yaml", f"{indicator.id}.deadline", [indicator.deadline], book.deadlines)
        _check_applies(book, indicator.applies, folder / "indicators.yaml", indicator.id, collector)
    for item in book.checklist.items:
        known("checklist.yaml", f"{item.id}.deadline", [item.deadline], book.deadlines)
        known("checklist.yaml", f"{item.id}.group", [item.group], [each.id for each in book.checklist.groups])
        _check_applies(book, item.applies, folder / "checklist.yaml", item.id, collector)
    for row in book.target_rows:
        known("target-rows.yaml", f"{row.id}.targets", list(row.targets), book.targets)
        known("target-rows.yaml", f"{row.id}.watcher", [row.watcher], roles)
        _check_applies(book, row.applies, folder / "target-rows.yaml", row.id, collector)
    for gap in book.gaps:
        known("gaps.yaml", f"{gap.id}.clause", [gap.clause, *gap.also], clauses)
        known("gaps.yaml", f"{gap.id}.unit_notes", list(gap.unit_notes), book.units)
        _check_applies(book, gap.applies, folder / "gaps.yaml", gap.id, collector)
    for basis in book.bases.values():
        known("legal-bases.yaml", f"{basis.id}.clauses", list(basis.clauses), clauses)
        known("legal-bases.yaml", f"{basis.id}.cited_with", [basis.cited_with], book.bases)
    for internal in book.head.internal_deadlines:
        known("plan.yaml", f"internal_deadlines.{internal.id}.serves", [internal.serves], book.deadlines)
    for kind in book.head.kinds:
        known("plan.yaml", f"kinds.{kind.id}.deadline", [kind.deadline], book.deadlines)


def _check_applies(book: Book, applies: Applies, path: Path, field: str, collector: Collector) -> None:
    collector.check_known(path, f"{field}.applies.units", applies.units or (), book.units)
    collector.check_known(path, f"{field}.applies.traits", applies.traits or (), book.traits)
    if applies.local:
        collector.check_known(path, f"{field}.applies.local", [applies.local], LOCAL_NAMES)
