"""What a blank form of ours looks like: by it a return is read whose tags were lost on the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kh_docs.returns.grid import grid_of
from kh_docs.text import slug
from kh_docs.word.controls import controls_of
from kh_docs.word.package import open_package
from kh_docs.word.xml import W


class Guide(NamedTuple):
    """The form of one kind: aliases of its controls, codes and labels of its rows, to the names in tags."""

    aliases: dict[str, str]
    codes: dict[str, str]
    labels: dict[str, str]
    # Of the table of indicators: the name of a column in tags, its heading without marks, its place.
    columns: dict[str, tuple[str, int]]
    # Tags of controls whose cell, and those whose very paragraph, prints words of its own beside them.
    framed: frozenset[str]
    inline: frozenset[str]


def guide_from(blank: bytes, indicators: Iterable[tuple[str, str, str]]) -> Guide:
    """The guide from a blank form and the id, code and label of its indicators."""
    rows = list(indicators)
    codes = {code: name for name, code, _label in rows if code}
    package = open_package(blank)
    root = package.root(package.main)
    assert root is not None  # our own document
    grid = grid_of(root)
    aliases: dict[str, str] = {}
    columns: dict[str, tuple[str, int]] = {}
    framed: set[str] = set()
    inline: set[str] = set()
    for control in controls_of(root):
        aliases.setdefault(control.alias, control.tag)
        name, _dot, column = control.tag.partition(".")
        home = next(control.element.iterancestors(W + "tc"), None)
        place = grid.places.get(home) if home is not None else None
        if home is not None and grid.text_of(home).replace(control.value, "", 1).strip():
            framed.add(control.tag)
        if any(text.strip() for text in control.beside):
            inline.add(control.tag)
        if place is None or not column or "." in column:
            continue
        heads, row = grid.tables[place.table][0], grid.tables[place.table][place.row]
        if codes.get(grid.text_of(row[0])) == name and len(heads) > place.column:
            columns.setdefault(column, (slug(grid.text_of(heads[place.column])), place.column))
    labels = {slug(label): name for name, _code, label in rows}
    return Guide(aliases, codes, labels, columns, frozenset(framed), frozenset(inline))
