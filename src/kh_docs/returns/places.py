"""Where every blank of a form stands, told by the words printed round it: for forms without controls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kh_docs.returns.grid import Grid, grid_of
from kh_docs.returns.guide import printed_lines
from kh_docs.returns.sections import Shape, shape_of
from kh_docs.text import slug
from kh_docs.word.controls import Control, controls_of
from kh_docs.word.package import open_package
from kh_docs.word.plain import plain_text
from kh_docs.word.xml import Element, W

# A place to fill in, among printed words.
_GAP: Final = "\ue000"


class Line(NamedTuple):
    """A printed sentence with places in it: what to look for, and the tags of what is found."""

    pattern: re.Pattern[str]
    tags: tuple[str, ...]


class Places(NamedTuple):
    """A blank form by its printed words, marks and case left out.

    `tables`: by their heads, rows by what is printed in them, cells by column: tags. `printed`: the columns
    of a table that hold printed words. `widths`: how many cells its rows have. `sections`: by the line above.
    """

    tables: dict[str, dict[str, dict[int, str]]]
    printed: dict[str, frozenset[int]]
    widths: dict[str, int]
    sections: dict[str, str]
    lines: tuple[Line, ...]
    # Every line that the form prints of itself: it ends a section.
    known: frozenset[str]
    tags: frozenset[str]
    # What stands in a place that nobody has filled in.
    prompts: dict[str, str]
    titles: dict[str, str]
    shape: Shape


def places_of(blank: bytes) -> Places:
    """The places of a blank form."""
    package = open_package(blank)
    root = package.root(package.main)
    assert root is not None  # our own document
    grid = grid_of(root)
    controls = list(controls_of(root))
    blocks = [control for control in controls if control.level == "block"]
    inside = _by_cell(controls)
    tables: dict[str, dict[str, dict[int, str]]] = {}
    printed: dict[str, frozenset[int]] = {}
    widths: dict[str, int] = {}
    for rows in grid.tables:
        open_columns = {at for row in rows for at, cell in enumerate(row) if cell in inside}
        width = max((len(row) for row in rows), default=0)
        head = head_of(grid, rows)
        columns = frozenset(range(width)) - open_columns
        printed[head] = columns
        found = tables.setdefault(head, {})
        for row in rows[1:]:
            tags = {at: inside[cell] for at, cell in enumerate(row) if cell in inside}
            if tags:
                widths.setdefault(head, len(row))
                found.setdefault(key_of(grid, row, columns), tags)
    return Places(
        tables,
        printed,
        widths,
        dict(_sections(controls)),
        tuple(_lines(controls)),
        printed_lines(root),
        frozenset(control.tag for control in controls),
        {control.tag: slug(control.text) for control in controls if control.placeholder},
        {control.tag: control.alias for control in blocks},
        shape_of({control.tag: control.element for control in blocks}),
    )


def head_of(grid: Grid, rows: list[list[Element]]) -> str:
    """What names a table: the words of its first row."""
    return " ".join(slug(grid.text_of(cell)) for cell in rows[0]) if rows else ""


def key_of(grid: Grid, row: list[Element], columns: Iterable[int]) -> str:
    """What names a row: the words in its printed columns."""
    return " ".join(slug(grid.text_of(row[at])) for at in sorted(columns) if at < len(row)).strip()


def _by_cell(controls: Iterable[Control]) -> dict[Element, str]:
    """Cells that hold one control, with its tag."""
    found: dict[Element, list[str]] = {}
    for control in controls:
        home = next(control.element.iterancestors(W + "tc"), None)
        if home is not None:
            found.setdefault(home, []).append(control.tag)
    return {cell: tags[0] for cell, tags in found.items() if len(tags) == 1}


def _sections(controls: Iterable[Control]) -> Iterator[tuple[str, str]]:
    for control in controls:
        above = control.element.getprevious()
        if control.level == "block" and above is not None and above.tag == W + "p":
            yield slug(plain_text(above)), control.tag


def _lines(all_controls: Iterable[Control]) -> Iterator[Line]:
    inside: dict[Element, list[Control]] = {}
    for control in all_controls:
        if control.level == "run":
            inside.setdefault(next(control.element.iterancestors(W + "p")), []).append(control)
    for paragraph, controls in inside.items():
        text, tags = plain_text(paragraph), []
        at = 0
        for control in controls:
            start = text.find(control.text, at)
            if start < 0 or not control.text:
                break
            text = f"{text[:start]}{_GAP}{text[start + len(control.text) :]}"
            at = start + 1
            tags.append(control.tag)
        words = text.replace(_GAP, " ").strip()
        # A place with nothing printed beside it cannot be told from any other line.
        if len(tags) == len(controls) and len(slug(words)) > 2:
            yield Line(pattern_of(text), tuple(tags))


def pattern_of(text: str) -> re.Pattern[str]:
    """A line of print with gaps as what to look for; blanks are alike."""
    pieces = (r"\s+".join(map(re.escape, piece.split())) for piece in text.split(_GAP))
    return re.compile(r"\s*" + r"\s*(.*?)\s*".join(pieces) + r"\s*", re.DOTALL)
