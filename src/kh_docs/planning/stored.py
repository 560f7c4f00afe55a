"""Read what import keeps of a plan from its folder, as text to merge into and as checked values."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from kh_docs.bounded import read_bounded
from kh_docs.errors import DataError
from kh_docs.model.approval import Question
from kh_docs.model.head import Head
from kh_docs.model.plan import Clause, Deadline, LegalBasis
from kh_docs.model.targets import Target
from kh_docs.planning import files
from kh_docs.planning.merging import Made
from kh_docs.planning.places import Atlas
from kh_docs.planning.remembered import recalled
from kh_docs.planning.values import Heading, PlanValues
from kh_docs.publish import Changed
from kh_docs.reading.typed import Collector
from kh_docs.reading.units import read_catalogue
from kh_docs.reading.workspace import Workspace
from kh_docs.reading.yaml_text import read_yaml
from kh_docs.text_files import read_text_file

T = TypeVar("T")


def texts(folder: Path) -> dict[str, str]:
    """The files of the plan that there are; raises DataError where one is not UTF-8 or no YAML."""
    found = sorted(path for path in folder.glob("*.yaml") if path.name != files.MADE)
    problems = [problem for path in found for problem in read_yaml(path, str(path)).problems]
    if problems:
        raise DataError(problems)
    return {path.name: read_bounded(path).decode("utf-8-sig") for path in found}


def wording(folder: Path) -> dict[str, str]:
    """The texts that a plan's documents are made of, by name; raises DataError for one that is no text."""
    found = {path.name: read_text_file(path, str(path)) for path in sorted(folder.glob("*.j2"))}
    if problems := [problem for file in found.values() for problem in file.problems]:
        raise DataError(problems)
    return {name: file.text for name, file in found.items()}


def changed(folder: Path, files: Mapping[str, str]) -> list[Changed]:
    """What to write there, beside what is there now."""
    return [
        Changed(path, read_bounded(path) if path.exists() else None, text.encode())
        for name, text in files.items()
        for path in [folder / name]
    ]


@contextmanager
def with_files(workspace: Workspace, plan_id: str, files: Mapping[str, str]) -> Iterator[Workspace]:
    """A copy of the plan's data with these files put into it, to be tried."""
    with TemporaryDirectory() as name:
        data = Path(name) / "data"
        shutil.copytree(workspace.data / "units", data / "units")
        shutil.copytree(workspace.data / "plans" / plan_id, data / "plans" / plan_id)
        for path in workspace.data.glob("*.yaml"):
            shutil.copy(path, data)
        for file, text in files.items():
            (data / "plans" / plan_id / file).write_text(text, encoding="utf-8")
        yield workspace._replace(data=data)


def made(folder: Path) -> Made:
    """What import wrote there last time."""
    path = folder / files.MADE
    return recalled(read_yaml(path, str(path)).value) if path.exists() else {}


def units_at(data: Path, day: date | None) -> Atlas:
    """The units of the day and those before; without a day, or a list for it, no name can be known."""
    collector = Collector(data.parent)
    catalogue = read_catalogue(data / "units", day, collector) if day else None
    return Atlas({}) if collector.problems or catalogue is None else Atlas(catalogue.units, catalogue.former)


def values(folder: Path, root: Path, level: str, heading: Heading | None = None) -> PlanValues:
    """The values of the plan in `folder`; raises DataError with all that is wrong with them."""
    collector = Collector(root)

    def read(name: str, kind: type[T]) -> tuple[T, ...]:
        path = folder / name
        return (collector.read(path, tuple[kind, ...]) or ()) if path.exists() else ()  # type: ignore[valid-type]

    parts = (
        read(files.CLAUSES, Clause),
        read(files.DEADLINES, Deadline),
        read(files.BASES, LegalBasis),
        read(files.TARGETS, Target),
        read(files.QUESTIONS, Question),
    )
    if heading is None and (head := collector.read(folder / files.HEAD, Head)):
        heading = Heading(
            head.id, head.number, head.symbol, head.issued_on, head.issuer, head.title, head.year, level
        )
    if collector.problems or heading is None:
        raise DataError(collector.problems)
    return PlanValues(heading, *parts)
