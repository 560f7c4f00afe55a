"""What an import changes: each value by its cell or its place in the data, as it was and as it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.reading.local import texts
from kh_docs.sheets.form.shapes import Data
from kh_docs.sheets.form.shapes import Path as DataPath
from kh_docs.sheets.reading.sheet_reading import Taken
from kh_docs.sheets.values import YES_NO


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
        return f"{self.unit}: {self.place}: {as_cell(self.old)} -> {as_cell(self.new)}"


def changes_of(name: str, unit: str, old: Data, new: Data, taken: Taken) -> list[Change]:
    """What differs between the data of `unit`, called `name`, and what was taken from its cells."""
    was, now = dict(_named(old)), dict(_named(new))
    spots = {
        _with_names(new, dotted): place for (owner, dotted), place in taken.places.items() if owner == unit
    }
    return [
        Change(name, spots.get(key, key).partition("!")[2] or key, was.get(key, ""), now.get(key, ""))
        for key in dict.fromkeys([*was, *now])
        if was.get(key, "") != now.get(key, "")
    ]


def _named(data: Data) -> Iterator[tuple[str, str]]:
    """Every text with its place, items of lists by name so that a moved row is no change."""
    for path, text in texts(data):
        yield _with_names(data, ".".join(map(str, path))), text


def _with_names(data: Data, dotted: str) -> str:
    """`bodies.0.kind` -> `bodies[Trường X].kind`."""
    parts: DataPath = tuple(dotted.split("."))
    items = data.get(parts[0])
    if len(parts) > 1 and isinstance(items, list) and parts[1].isdecimal() and int(parts[1]) < len(items):
        item = items[int(parts[1])]
        name = item.get("name", "") if isinstance(item, dict) else ""
        return ".".join([f"{parts[0]}[{name}]", *parts[2:]])
    return dotted


def as_cell(text: str) -> str:
    """As the cell reads, not as the data file does."""
    flat = " ".join(YES_NO.get(text, text).split())
    return f"“{flat[:60]}{'…' if len(flat) > 60 else ''}”" if flat else _("(trống)")
