"""Read the units' own files; the faults of one stay its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kh_docs.errors import Problem
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.fields import Fields
from kh_docs.model.local import LocalData
from kh_docs.model.units import Unit
from kh_docs.patterns import re
from kh_docs.reading.legacy import suspicion
from kh_docs.reading.local_places import Places
from kh_docs.reading.shapes import shape_of, told
from kh_docs.reading.typed import Collector, did_you_mean
from kh_docs.reading.workspace import interrupted
from kh_docs.reading.yaml_text import Key, YamlText

# A file that was given back beside another one, by the publisher.
_BESIDE = re.compile(r"\.ban-cu-\d+$")


@dataclass(frozen=True)
class LocalFile:
    """One unit's file: `data` is None when it has faults."""

    shown_as: str
    data: LocalData | None
    source: YamlText
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def problem(self, path: Key, message: str, fix: str) -> Problem:
        return Problem(self.source.file_of(path), self.source.line_of(path), dotted(path), message, fix)


@dataclass
class LocalFiles:
    """The data of all units, and what is wrong with their folders."""

    files: dict[str, LocalFile] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)


def dotted(path: Key) -> str:
    """`bodies.0.kind`: a place in the data as messages name it."""
    return ".".join(str(part) for part in path)


def read_local(
    places: Places, units: Mapping[str, Unit], tasks: Mapping[str, object], fields: Fields
) -> LocalFiles:
    """What all `units` tell of a plan; a file that belongs to none is warned of, with the nearest name."""
    found = LocalFiles()
    data = places.shared.parent
    told = [unit for unit in places.units() if not _BESIDE.search(unit)]
    told += [unit for unit in units if unit not in told and (places.shared / f"{unit}.yaml").exists()]
    for unit in told:
        sources = places.sources(unit)
        if unit in units:
            found.files[unit] = judge_source(sources.joined(), units[unit], tasks, fields)
        else:
            shown = sources.own.file if sources.own.content else sources.shared.file
            message = _("không có đơn vị “{}”, tệp không được đọc").format(unit)
            found.warnings.append(Problem(shown, None, "", message, did_you_mean(unit, list(units))))
    for path in interrupted(data):
        if path.stem in units and path.parent in (places.shared, places.own) and not path.exists():
            shown = path.relative_to(data.parent).as_posix()
            message = _("lần nhập dữ liệu trước bị ngắt giữa chừng, tệp này chưa được đưa về chỗ")
            problem = Problem(shown, None, "", message, _("chạy lại kh-docs data import"))
            found.files[path.stem] = LocalFile(shown, None, YamlText(shown), (problem,))
    return found


def judge_source(source: YamlText, unit: Unit, tasks: Mapping[str, object], fields: Fields) -> LocalFile:
    """The same for text that is not on disk yet."""
    collector = Collector(Path())
    read = collector.typed(source, shape_of(fields))
    data = None if read is None else told(fields, read)
    file = LocalFile(source.file, data, source)
    problems = list(collector.problems)
    known = [commune.name for commune in unit.children]
    problems += [
        file.problem(
            ("communes", name),
            _("không có xã, phường, thị trấn “{}”").format(name),
            did_you_mean(name, known),
        )
        for name in _keys(source.value, "communes")
        if name not in known
    ]
    problems += [
        file.problem(
            ("assignments", name),
            _("không có nhiệm vụ “{}”").format(name),
            did_you_mean(name, list(tasks)),
        )
        for name in _keys(source.value, "assignments")
        if name not in tasks
    ]
    problems.sort(key=lambda problem: problem.line or 0)
    warnings = [*source.warnings, *_old_fonts(file)]
    return LocalFile(source.file, None if problems else data, source, tuple(problems), tuple(warnings))


def _keys(value: object, name: str) -> list[str]:
    """The keys of a part, also where its values are not good enough for a LocalData."""
    part = value.get(name) if isinstance(value, dict) else None
    return list(part) if isinstance(part, dict) else []


def _old_fonts(file: LocalFile) -> list[Problem]:
    """One warning a file, at its first suspicious text (reliability.md, B21-B24)."""
    for path, value in texts(file.source.value):
        if found := suspicion(value):
            message = _("nghi là chữ {font}, nếu đúng thì là “{text}”").format(
                font=found.font, text=found.unicode[:80]
            )
            return [
                file.problem(path, message, _("chuyển sang Unicode rồi nhập lại; kh-docs không tự chuyển"))
            ]
    return []


def texts(value: object, path: Key = ()) -> list[tuple[Key, str]]:
    """Every text of the data with its place."""
    if isinstance(value, dict):
        return [pair for key, item in value.items() for pair in texts(item, (*path, key))]
    if isinstance(value, list):
        return [pair for index, item in enumerate(value) for pair in texts(item, (*path, index))]
    return [(path, value)] if isinstance(value, str) else []


def with_remarks(book: Book, files: LocalFiles) -> dict[str, tuple[Problem, ...]]:
    """What the plan has to say about each unit's data, by file and line."""
    from kh_docs.facts.judging import remarks

    warnings: dict[str, tuple[Problem, ...]] = {}
    for unit, file in files.files.items():
        found = list(file.warnings)
        if file.data is not None:
            found += [file.problem(remark.path, remark.message, remark.fix) for remark in remarks(book, unit)]
        warnings[unit] = tuple(found)
    return warnings
