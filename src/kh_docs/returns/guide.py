"""What a blank form of ours looks like: by it a return is read whose tags were lost on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kh_docs.returns.grid import Grid, grid_of
from kh_docs.text import slug
from kh_docs.word.controls import Control, controls_of
from kh_docs.word.package import open_package
from kh_docs.word.plain import plain_text
from kh_docs.word.xml import Element, W

_COUNTED_DIGITS = 2


class Guide(NamedTuple):
    """The form of one kind: aliases of its controls, codes and labels of its rows, to the names in tags."""

    aliases: dict[str, str]
    codes: dict[str, str]
    labels: dict[str, str]
    # Of the table of indicators: the name of a column in tags, its heading without marks, its place.
    columns: dict[str, tuple[str, int]]
    # Tags of controls whose cell prints words beside them; of those whose very paragraph does, which.
    framed: frozenset[str]
    inline: dict[str, tuple[str, str]]
    # Tags that the form of every unit has: no section, no indicator, no row of a list or of communes.
    everywhere: frozenset[str]
    # Of places that ask for a text: what stands in them until somebody writes, and what they are called.
    prompts: dict[str, str]
    titles: dict[str, str]
    # Tables that repeat a row: their columns that have a control in every row, and whether of communes.
    tables: tuple[tuple[tuple[str, ...], bool], ...]


def guide_from(blank: bytes, indicators: Iterable[tuple[str, str, str]]) -> Guide:
    """The guide from a blank form and the id, code and label of its indicators."""
    rows = list(indicators)
    codes = {code: name for name, code, _label in rows if code}
    package = open_package(blank)
    root = package.root(package.main)
    assert root is not None  # our own document
    grid = grid_of(root)
    controls = list(controls_of(root))
    columns: dict[str, tuple[str, int]] = {}
    framed: set[str] = set()
    for control in controls:
        name, _dot, column = control.tag.partition(".")
        home = next(control.element.iterancestors(W + "tc"), None)
        place = grid.places.get(home) if home is not None else None
        if home is not None and grid.text_of(home).replace(control.value, "", 1).strip():
            framed.add(control.tag)
        if place is None or not column or "." in column:
            continue
        heads, row = grid.tables[place.table][0], grid.tables[place.table][place.row]
        if codes.get(grid.text_of(row[0])) == name and len(heads) > place.column:
            columns.setdefault(column, (slug(grid.text_of(heads[place.column])), place.column))
    ids = {name for name, _code, _label in rows}
    blocks = [control for control in controls if control.level == "block"]
    return Guide(
        {control.alias: control.tag for control in reversed(controls)},
        codes,
        {slug(label): name for name, _code, label in rows},
        columns,
        frozenset(framed),
        {control.tag: control.beside for control in controls if any(text.strip() for text in control.beside)},
        frozenset(
            control.tag
            for control in controls
            if control.level != "block"
            and not control.tag[-1].isdecimal()
            and control.tag.partition(".")[0] not in ids
        ),
        {control.tag: slug(control.text) for control in blocks},
        {control.tag: control.alias for control in blocks},
        tuple(_tables(grid, controls)),
    )


def printed_lines(root: Element) -> frozenset[str]:
    """The lines of a blank form, marks and case left out."""
    return frozenset(slug(plain_text(line, prompts=False)) for line in root.iter(W + "p")) - {""}


def rows_by_column(tags: Iterable[str]) -> Counter[str]:
    """How many rows have a place in each column of the tables that repeat a row."""
    return Counter(tag.rpartition(".")[0] for tag in tags if tag[-1].isdecimal())


def _tables(grid: Grid, controls: list[Control]) -> Iterator[tuple[tuple[str, ...], bool]]:
    tags: dict[int, list[str]] = {}
    for control in controls:
        home = next(control.element.iterancestors(W + "tc"), None)
        if home is not None and control.tag[-1].isdecimal() and home in grid.places:
            tags.setdefault(grid.places[home].table, []).append(control.tag)
    for found in tags.values():
        rows = rows_by_column(found)
        most = max(rows.values())
        # Rows of a list are counted from 01, those of communes bear their codes.
        of_communes = len(found[0].rpartition(".")[2]) > _COUNTED_DIGITS
        yield tuple(column for column in rows if rows[column] == most), of_communes
