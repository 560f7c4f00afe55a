"""Read one plan with all that belongs to it, check how its parts refer to each other, give a Book."""

from __future__ import annotations

from pathlib import Path

from kh_docs.errors import DataError, Problem
from kh_docs.model.book import Book
from kh_docs.model.forms import Checklist, IndicatorTable, ModelSheet
from kh_docs.model.local import LocalData
from kh_docs.model.plan import Clause, Deadline, Duty, Gap, Head, LegalBasis, Target, TargetRow, Task
from kh_docs.model.units import District, Role
from kh_docs.reading.references import check_references
from kh_docs.reading.typed import Collector
from kh_docs.reading.units import read_districts, read_traits
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
    districts = read_districts(workspace.data / "units", head.units.as_of, collector) if head else {}
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
    local, local_problems, local_warnings = read_local(workspace.data / "districts", districts)
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
        districts=districts,
        local=local,
        local_problems=local_problems,
        warnings=(*collector.warnings, *local_warnings),
    )
    check_references(book, folder, collector)
    if collector.problems:
        raise DataError(collector.problems)
    return book


def read_local(
    folder: Path, districts: dict[str, District]
) -> tuple[dict[str, LocalData], dict[str, tuple[Problem, ...]], list[Problem]]:
    """Each district's own file, where there is one; its faults stay its own."""
    local: dict[str, LocalData] = {}
    problems: dict[str, tuple[Problem, ...]] = {}
    warnings: list[Problem] = []
    for district in districts.values():
        path = folder / f"{district.id}.yaml"
        if not path.exists():
            continue
        collector = Collector(folder.parent.parent)
        data = collector.read(path, LocalData)
        if data is not None:
            names = {name for commune in district.communes for name in (commune.name, *commune.aliases)}
            chosen = {
                "exemplary_communes": [item.name for item in data.exemplary_communes],
                "drug_free_communes": data.drug_free_communes,
                "to_clean_communes": data.to_clean_communes,
                "key_communes": data.key_communes,
                "shares": data.shares,
            }
            for field, given in chosen.items():
                collector.check_known(path, field, given, names)
            local[district.id] = data
        if collector.problems:
            problems[district.id] = tuple(collector.problems)
        warnings += collector.warnings
    return local, problems, warnings
