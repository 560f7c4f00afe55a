"""Hold what was taken from a workbook against schema and plan, each doubt at the cell it came from."""

from __future__ import annotations

from collections.abc import Mapping

from kh_docs.facts.judging import remarks
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.reading.local import judge_source
from kh_docs.reading.local_places import Sources
from kh_docs.reading.yaml_text import YamlText
from kh_docs.sheets.reading.opened import Opened
from kh_docs.sheets.reading.sheet_reading import Taken


def judge(opened: Opened, book: Book, taken: Taken, sources: Mapping[str, Sources]) -> None:
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
        if isinstance(data, list) and part.isdecimal() and int(part) < len(data):
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
