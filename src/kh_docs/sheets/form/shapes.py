"""What a sheet of the workbook is made of: columns, rows and the place in the data behind every cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, Protocol

from kh_docs.documents.speech import Speech
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe
from kh_docs.model.units import Unit
from kh_docs.render.words import Words

# fixed: printed words, never read back; code: words that look like numbers; text: words; prose: paragraphs.
CellKind = Literal["fixed", "text", "prose", "code", "year", "whole", "number", "date", "yes", "choice"]
Path = tuple[str, ...]
# A unit's file as its text values: dict, list and str only.
Data = dict[str, object]

# Raised when sheets or columns change, so that an old workbook is known as old.
FORM_VERSION = 2
FORM_MARK = "kh-docs "
LISTS = "_ds"
GUIDE = "Hướng dẫn"
UNIT_COLUMN = "Đơn vị"
COMMUNES = "Xã, phường"
TITLE_ROW, ABOUT_ROW, HEAD_ROW = 1, 2, 3


class Column(NamedTuple):
    """`note` tells the clerk what belongs there and which clause asks for it."""

    key: str
    head: str
    kind: CellKind = "text"
    width: float = 18
    note: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    measure: str = ""


class Cell(NamedTuple):
    """One cell to fill: where its value stands in the data and of what kind it is."""

    path: Path
    kind: CellKind
    choices: tuple[str, ...] = ()
    # In what a number is counted: money may be typed in another unit of it.
    measure: str = ""
    # What a document prints above paragraphs.
    heads: tuple[str, ...] = ()


class FixedRow(NamedTuple):
    """A row that is there beforehand, known by `key`; a column without a cell is not asked in it."""

    key: str
    words: Mapping[str, str]
    cells: Mapping[str, Cell]


class Scope(NamedTuple):
    """One unit, in the plan it works on; `plans` by kind of document, as long as nothing is known."""

    book: Book
    unit: Unit
    words: Words
    plans: Mapping[str, UnitPlan]

    def speech(self, kind: str) -> Speech:
        """The vocabulary of a document of which nothing is known; new each time, for it counts its blanks."""
        return Speech(self.plans[kind], self.words, recipe(kind))


class FixedSheet(NamedTuple):
    """A table whose rows are known; `key` is the column by which they are found again."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: str
    rows: RowsOf


class RowsOf(Protocol):
    def __call__(self, scope: Scope) -> list[FixedRow]: ...


class ListSheet(NamedTuple):
    """A table that grows: one row for each item of the list `path` of the data."""

    name: str
    about: str
    columns: tuple[Column, ...]
    path: str
    # Columns that stand in a mapping inside the item, by the name of that mapping.
    inside: str = ""
    # Rows left for new items when the list is exported.
    spare: int = 8
    # True: the rows belong to items that another sheet lists; no new ones are made here.
    follows: bool = False


AnySheet = FixedSheet | ListSheet


def form_code(plan_id: str) -> str:
    """What names this version of the form; an import looks for it on the guide."""
    return f"{FORM_MARK}{FORM_VERSION}; {plan_id}"


def get(data: object, path: Path) -> str:
    """The text at `path`, empty where there is none."""
    for part in path:
        if not isinstance(data, dict) or part not in data:
            return ""
        data = data[part]
    return data if isinstance(data, str) else ""


def put(data: Data, path: Path, value: str) -> None:
    """Set the text at `path`; an empty one goes, and mappings that it leaves empty go with it."""
    *parents, last = path
    chain: list[Data] = [data]
    for part in parents:
        inner = chain[-1].get(part)
        if not isinstance(inner, dict):
            if not value:
                return
            inner = {}
            chain[-1][part] = inner
        chain.append(inner)
    if value:
        chain[-1][last] = value
        return
    chain[-1].pop(last, None)
    for part, outer, inner in reversed(list(zip(parents, chain, chain[1:], strict=False))):
        if not inner:
            del outer[part]
