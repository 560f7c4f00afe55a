"""Read one plan with all that belongs to it, check how its parts refer to each other, give a Book."""

from __future__ import annotations

from kh_docs.errors import DataError
from kh_docs.model.book import Book
from kh_docs.model.forms import Checklist, IndicatorTable, ModelSheet
from kh_docs.model.plan import Clause, Deadline, Duty, Gap, Head, LegalBasis, Target, TargetRow, Task
from kh_docs.model.units import Role
from kh_docs.reading.local import read_local, with_remarks
from kh_docs.reading.references import check_references
from kh_docs.reading.typed import Collector
from kh_docs.reading.units import read_traits, read_units
from kh_docs.reading.workspace import Workspace


def load(workspace: Workspace, plan_id: str | None = None) -> Book:
    """The plan `plan_id` (the newest when None). Raises DataError with all faults of all files."""
    folder = workspace.data / "plans" / workspace.plan_id(plan_id)
    collector = Collector(workspace.root)
    head = collector.read(folder / "plan.yaml", Head)
    clauses = collector.read(folder / "clauses.yaml", tuple[Clause, ...]) or ()
    bases = collector.read(folder / "legal-bases.yaml", tuple[LegalBasis, ...]) or ()
    deadlines = collector.read(folder / "deadlines.yaml", tuple[Deadline, ...]) or ()
    targets = collector.read(folder / "targets.yaml", tuple[Target, ...]) or ()
    rows = collector.read(folder / "target-rows.yaml", tuple[TargetRow, ...]) or ()
    tasks = collector.read(folder / "tasks.yaml", tuple[Task, ...]) or ()
    duties = collector.read(folder / "duties.yaml", tuple[Duty, ...]) or ()
    gaps = collector.read(folder / "gaps.yaml", tuple[Gap, ...]) or ()
    indicators = collector.read(folder / "indicators.yaml", IndicatorTable)
    checklist = collector.read(folder / "checklist.yaml", Checklist)
    sheet = collector.read(folder / "model-sheet.yaml", ModelSheet)
    roles = collector.read(workspace.data / "roles.yaml", tuple[Role, ...]) or ()
    traits = read_traits(workspace.data / "units", collector)
    units = read_units(workspace.data / "units", head.units.as_of, collector) if head else {}
    for name, ids in {
        "clauses.yaml": [clause.id for clause in clauses],
        "legal-bases.yaml": [basis.id for basis in bases],
        "deadlines.yaml": [deadline.id for deadline in deadlines],
        "targets.yaml": [target.id for target in targets],
        "tasks.yaml": [task.id for task in tasks],
        "gaps.yaml": [gap.id for gap in gaps],
    }.items():
        collector.check_unique(folder / name, ids)
    if collector.problems or head is None or indicators is None or checklist is None or sheet is None:
        raise DataError(collector.problems)
    files = read_local(workspace.data, units, {task.id: task for task in tasks})
    book = Book(
        head=head,
        clauses=clauses,
        bases={basis.id: basis for basis in bases},
        deadlines={deadline.id: deadline for deadline in deadlines},
        targets={target.id: target for target in targets},
        target_rows=rows,
        tasks={task.id: task for task in tasks},
        duties=duties,
        gaps=gaps,
        indicators=indicators,
        checklist=checklist,
        sheet=sheet,
        roles=roles,
        traits=traits,
        units=units,
        local={unit: file.data for unit, file in files.files.items() if file.data is not None},
        local_problems={unit: file.problems for unit, file in files.files.items() if file.problems},
        warnings=(*collector.warnings, *files.warnings),
    )
    check_references(book, folder, collector)
    if collector.problems:
        raise DataError(collector.problems)
    return book.replace(local_warnings=with_remarks(book, files))
