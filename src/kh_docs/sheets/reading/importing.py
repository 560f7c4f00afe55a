"""From a workbook to the units' files: read, judge by cell, say what changes; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kh_docs.errors import Problem, UsageError
from kh_docs.facts.finding import unit_by_name
from kh_docs.facts.judging import remarks
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.publish import Changed
from kh_docs.reading.local import judge_source, texts
from kh_docs.reading.local_places import Sources, places_of
from kh_docs.reading.workspace import Workspace, wording_folders
from kh_docs.reading.yaml_text import YamlText
from kh_docs.render.words import Words
from kh_docs.sheets.form.all_sheets import sheets_of
from kh_docs.sheets.form.scope import scopes_of
from kh_docs.sheets.form.shapes import COMMUNES, FORM_MARK, GUIDE, LISTS, Data, form_code
from kh_docs.sheets.form.shapes import Path as DataPath
from kh_docs.sheets.form.stamps import STAMP_MARK, digest, stamps_in
from kh_docs.sheets.reading.opened import Opened, OpenedSheet, open_workbook
from kh_docs.sheets.reading.sheet_reading import Taken
from kh_docs.sheets.reading.taking import Taker
from kh_docs.sheets.reading.yaml_file import merged
from kh_docs.sheets.values import YES_NO

FIRST_SHEET = "Đơn vị"


class Change(NamedTuple):
    """One value that differs: where it stands and what it was and becomes, empty for nothing."""

    unit: str
    place: str
    old: str
    new: str

    @property
    def removes(self) -> bool:
        return not self.new

    def __str__(self) -> str:
        return f"{self.unit}: {self.place}: {_shown(self.old)} -> {_shown(self.new)}"


@dataclass
class Import:
    """What a workbook says: new texts of the files that change, unless there are problems."""

    problems: list[Problem]
    warnings: list[Problem]
    changes: list[Change] = field(default_factory=list)
    files: list[Changed] = field(default_factory=list)
    # Units whose data have changed since the workbook was exported, and would change back.
    stale: list[str] = field(default_factory=list)


def read_sources(workspace: Workspace, book: Book, units: list[str]) -> dict[str, Sources]:
    """The files of `units` as they stand on disk, each read once: what is written follows these bytes."""
    places = places_of(workspace, book.head.id, book.level)
    return {unit: places.sources(unit) for unit in units}


def known_data(sources: Mapping[str, Sources]) -> tuple[dict[str, Data], list[Problem]]:
    """What the files of some units say as text values, with the faults that keep them from being read."""
    joined = {unit: of_unit.joined() for unit, of_unit in sources.items()}
    problems = [problem for text in joined.values() for problem in text.problems]
    return {unit: text.value for unit, text in joined.items()}, problems


def read_import(path: Path, workspace: Workspace, book: Book) -> Import:
    """Read the workbook at `path` against what is known; DataError for a file that cannot be opened."""
    opened = open_workbook(path)
    _check_version(opened, book)
    units = _units(opened, book)
    sources = read_sources(workspace, book, units)
    known, problems = known_data(sources)
    opened.problems += problems
    words = Words(*wording_folders(workspace.templates, book.head.id))
    scopes = scopes_of(book, words, units)
    taken = Taken({})
    if scopes:
        taker = Taker(opened, scopes, known)
        subjects = sheets_of(next(iter(scopes.values())))
        _warn_of_others(opened, {GUIDE, LISTS, *(subject.name for subject in subjects)})
        for subject in subjects:
            taker.take(subject)
        words.memory.save()
        taken = taker.taken
        _judge(opened, book, taken, sources)
    result = Import(opened.problems, opened.warnings)
    if not result.problems:
        exported = _stamps(opened)
        for unit, data in taken.data.items():
            if _compare(result, book, taken, unit, known[unit], data):
                result.files += changed_files(workspace, book.units[unit].full_name, sources[unit], data)
                if exported.get(unit, digest(known[unit])) != digest(known[unit]):
                    result.stale.append(unit)
    return result


def _warn_of_others(opened: Opened, ours: set[str]) -> None:
    """A sheet that somebody copied or added: what was typed there goes nowhere."""
    for name in opened.sheets.keys() - ours:
        message = _("trang “{}” không thuộc biểu mẫu, không được đọc").format(name[:40])
        opened.warn(f"{opened.file}!{name}", message, _("chép số liệu sang trang của biểu mẫu"))


def _sheet(opened: Opened, name: str) -> OpenedSheet | None:
    """The sheet of this name, without which nothing can be read; where it is gone, that is told of."""
    sheet = opened.sheets.get(name)
    if sheet is None:
        message, fix = _("không có trang “{}”").format(name), _("xuất lại bảng, không xóa trang này")
        opened.problem(f"{opened.file}!{name}", message, fix)
    return sheet


def _stamps(opened: Opened) -> dict[str, str]:
    """What the guide says of the data that the workbook was filled with; nothing in one of before."""
    rows = opened.sheets[GUIDE].rows.values()
    texts = (str(value) for cells in rows for value in cells.values())
    return next((stamps_in(text) for text in texts if text.startswith(STAMP_MARK)), {})


def _check_version(opened: Opened, book: Book) -> None:
    guide = _sheet(opened, GUIDE)
    if guide is None:
        return
    cells = ((row, column) for row, values in guide.rows.items() for column in values)
    marked = (cell for cell in cells if str(guide.rows[cell[0]][cell[1]]).startswith(FORM_MARK))
    row, column = next(marked, (3, 2))
    written, expected = str(guide.rows.get(row, {}).get(column, "")), form_code(book.head.id)
    if written.strip() != expected:
        opened.problem(
            opened.place(GUIDE, row, column),
            _("biểu mẫu “{}” không phải bản hiện nay “{}”").format(written, expected),
            _("xuất bảng mới bằng kh-docs data export rồi chép số liệu sang"),
        )


def _units(opened: Opened, book: Book) -> list[str]:
    """The units of the first sheet; misspelt ones are told of when rows are read."""
    sheet = _sheet(opened, FIRST_SHEET)
    if sheet is None:
        return []
    found: dict[str, None] = {}
    wrong: list[Problem] = []
    exported = _named_on_communes(opened, book)
    for name, row in _units_named(sheet).items():
        try:
            unit = unit_by_name(book, name)
        except UsageError as error:
            message, _arrow, fix = str(error).partition(" -> ")
            wrong.append(Problem(opened.place(FIRST_SHEET, row, 1), None, "", message, fix))
            continue
        # One typed over another has no rows on any list and would lose what it has; it is told of later.
        if unit.id in exported:
            found[unit.id] = None
    if not found:
        opened.problems += wrong
    return list(found)


def _units_named(sheet: OpenedSheet) -> dict[str, int]:
    """What stands in the first column, each with its first row."""
    rows: dict[str, int] = {}
    for row in sorted(row for row in sheet.rows if row > sheet.head_row):
        rows.setdefault(str(sheet.rows[row].get(1) or "").strip(), row)
    rows.pop("", None)
    return rows


def _named_on_communes(opened: Opened, book: Book) -> set[str]:
    """The units whose communes the workbook lists; all of them where that sheet is gone, which is told of."""
    sheet = opened.sheets.get(COMMUNES)
    if sheet is None:
        return set(book.units)
    found = set()
    for name in _units_named(sheet):
        with suppress(UsageError):
            found.add(unit_by_name(book, name).id)
    return found


def _judge(opened: Opened, book: Book, taken: Taken, sources: Mapping[str, Sources]) -> None:
    """What the schema and the plan have to say of the data taken, at the cells it came from."""
    said = {problem.file for problem in opened.problems}
    for unit, data in taken.data.items():
        before = sources[unit].joined()
        text = YamlText(before.file, value=data, files=before.files)
        file = judge_source(text, book.units[unit], book.tasks, book.fields)
        for problem in file.problems:
            stands = f"{opened.file}: {problem.file}: {problem.field}"
            place = _place(taken, unit, problem.field) or stands
            if place in said:
                continue
            held = _held(data, problem.field)
            if held and not _written(taken, unit, problem.field):
                # It stood in the file before: not this workbook's fault, and not ours to drop.
                opened.warn(stands, problem.message, problem.fix)
            elif not held:
                opened.problem(
                    place, _("còn thiếu, các ô cùng mục đã nhập"), _("nhập nốt ô này hoặc xóa các ô cùng mục")
                )
            else:
                opened.problem(place, problem.message, problem.fix)
        if file.data is None:
            continue
        for remark in remarks(book.replace(local={unit: file.data}), unit):
            dotted = ".".join(map(str, remark.path))
            stands = f"{opened.file}: {text.file_of(remark.path)}: {dotted}"
            opened.warn(_place(taken, unit, dotted) or stands, remark.message, remark.fix)


def _held(data: object, dotted: str) -> object:
    """What the data hold at a place; None for nothing."""
    for part in dotted.split("."):
        if isinstance(data, list) and part.isdigit() and int(part) < len(data):
            data = data[int(part)]
        else:
            data = data.get(part) if isinstance(data, dict) else None
    return data


def _written(taken: Taken, unit: str, dotted: str) -> bool:
    """Whether a cell of the workbook says what stands there, or a part of it."""
    return any(
        owner == unit and (name == dotted or name.startswith(f"{dotted}.")) for owner, name in taken.places
    )


def _place(taken: Taken, unit: str, dotted: str) -> str:
    """The cell of a place in the data, or of the nearest thing around or in it."""
    part = dotted
    while part:
        if place := taken.places.get((unit, part)):
            return place
        part = part.rpartition(".")[0]
    inside = f"{dotted}."
    return next(
        (place for (owner, name), place in taken.places.items() if owner == unit and name.startswith(inside)),
        "",
    )


def changed_files(workspace: Workspace, name: str, sources: Sources, data: Data) -> Iterator[Changed]:
    """The files of one unit that say something else when they say `data`."""
    for source, said in sources.split(data):
        old = source.value if isinstance(source.value, dict) else {}
        if said != old:
            text = merged((source.content or b"").decode("utf-8-sig"), name, old, said)
            yield Changed(workspace.root / source.file, source.content, text.encode())


def _compare(result: Import, book: Book, taken: Taken, unit: str, old: Data, new: Data) -> bool:
    """Note what differs; whether anything does."""
    name = book.units[unit].name
    was, now = dict(_named(old)), dict(_named(new))
    spots = {
        _with_names(new, dotted): place for (owner, dotted), place in taken.places.items() if owner == unit
    }
    changed = [
        Change(name, spots.get(key, key).partition("!")[2] or key, was.get(key, ""), now.get(key, ""))
        for key in dict.fromkeys([*was, *now])
        if was.get(key, "") != now.get(key, "")
    ]
    result.changes += changed
    return bool(changed)


def _named(data: Data) -> Iterator[tuple[str, str]]:
    """Every text with its place, items of lists by name so that a moved row is no change."""
    for path, text in texts(data):
        yield _with_names(data, ".".join(map(str, path))), text


def _with_names(data: Data, dotted: str) -> str:
    """`bodies.0.kind` -> `bodies[Trường X].kind`."""
    parts: DataPath = tuple(dotted.split("."))
    items = data.get(parts[0])
    if len(parts) > 1 and isinstance(items, list) and parts[1].isdigit() and int(parts[1]) < len(items):
        item = items[int(parts[1])]
        name = item.get("name", "") if isinstance(item, dict) else ""
        return ".".join([f"{parts[0]}[{name}]", *parts[2:]])
    return dotted


def _shown(text: str) -> str:
    # As the cell reads, not as the data file does.
    flat = " ".join(YES_NO.get(text, text).split())
    return f"“{flat[:60]}{'…' if len(flat) > 60 else ''}”" if flat else _("(trống)")
