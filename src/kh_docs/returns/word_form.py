"""Read a filled form of ours: every cell by its best witness, and what the file says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kh_docs.facts.spelt_values import EMPTY
from kh_docs.returns.by_place import by_place
from kh_docs.returns.cells import Cell, FoundBy, Read
from kh_docs.returns.grid import Grid, grid_of
from kh_docs.returns.guide import Guide, rows_by_column
from kh_docs.returns.places import Places
from kh_docs.text import THING, slug
from kh_docs.word.comments import comments_of
from kh_docs.word.controls import Control, controls_of
from kh_docs.word.package import Package, open_package
from kh_docs.word.plain import lines_of
from kh_docs.word.xml import Element, W

_TERMS: Final = "{http://purl.org/dc/terms/}"
FORM_NS: Final = "{urn:kh-docs:form}"
KEYWORDS: Final = re.compile(r"kh-docs[: ]+([\w.-]+)[: ]+([\w-]+)[: ]+([\w-]+)")
# Marks a cell that asks nothing.
NO_MEANING: Final = "x"
# Of these a copied row is compared with the form's own.
_FIGURES: Final = ("ky_nay", "ky_truoc")
_REVISIONS: Final = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")
_CODE: Final = re.compile(r"xa\.(\d+)$")
# Lines at the head of a document that may name who wrote it.
HEAD_LINES: Final = 12


class Form(NamedTuple):
    """A return as it was read; `cells` by their tags."""

    mark: dict[str, str]
    keywords: tuple[str, str, str] | None
    head: str
    communes: frozenset[str]
    cells: dict[str, Cell]
    comments: tuple[str, ...]
    revised: bool
    root: Element
    grid: Grid
    # Cells of tables, each with the tag of what it holds; controls that hold paragraphs, by their tags.
    homes: dict[Element, str]
    blocks: dict[str, Element]
    titles: dict[str, str]
    # When the program that saved it last says that it did, as in 2024-06-10T07:00:00Z.
    saved_at: str = ""


def read_form(content: bytes, guide: Guide) -> Form:
    """The form in these bytes. Raises word's `Refused` for what is no Word document or not safe."""
    package = open_package(content)
    root = package.root(package.main)
    assert root is not None  # open_package refuses a package without
    grid = grid_of(root)
    cells: dict[str, Cell] = {}
    homes: dict[Element, str] = {}
    controls = [control for control in controls_of(root) if control.tag or control.alias]
    _note(cells, homes, _by_control(controls, grid, guide))
    blocks = {_key(control, guide): control for control in controls if control.level == "block"}
    _note(cells, homes, list(_by_row(grid, guide, cells, homes)))
    return Form(
        _mark(package),
        _keywords(package),
        "\n".join(lines_of(root)[:HEAD_LINES]),
        frozenset(match[1] for key in cells if (match := _CODE.search(key))),
        cells,
        tuple(comment.text for comment in comments_of(package)),
        any(next(root.iter(name), None) is not None for name in _REVISIONS),
        root,
        grid,
        homes,
        {key: control.element for key, control in blocks.items()},
        {key: control.alias for key, control in blocks.items()},
        _saved_at(package),
    )


def is_ragged(form: Form, guide: Guide, communes: int) -> bool:
    """Whether controls are gone that the form of this unit has: of all forms, or of a row of a table."""
    if any(key not in form.cells for key in guide.everywhere):
        return True
    rows = rows_by_column(form.cells)
    return any(
        len({rows[column] for column in columns}) > 1 or (of_communes and rows[columns[0]] < communes)
        for columns, of_communes in guide.tables
    )


def with_places(form: Form, places: Places) -> None:
    """Add what stands where controls are gone, told by the words printed round it."""
    _note(form.cells, form.homes, list(by_place(form.root, form.grid, places, form.cells)))


def _note(cells: dict[str, Cell], homes: dict[Element, str], reads: Iterable[Read]) -> None:
    for read in reads:
        if read.home is not None:
            homes[read.home] = read.key
        known = cells.get(read.key)
        # A picture beside a figure takes nothing from it; alone it is what somebody has to be asked about.
        letters = read.raw.replace(THING, "")
        raw = letters if letters.strip() else read.raw
        if known is None:
            cells[read.key] = Cell(raw, read.where, read.found_by)
        elif known.where != read.where and (read.found_by in ("tag", "alias") or read.is_copy):
            cells[read.key] = known._replace(copies=(*known.copies, (raw, read.where)))


def _key(control: Control, guide: Guide) -> str:
    return control.tag or guide.aliases.get(control.alias, "")


def _by_control(controls: list[Control], grid: Grid, guide: Guide) -> Iterator[Read]:
    # A cell is read whole where it asks one thing: what was typed beside the control counts.
    homes = Counter(home for control in controls if (home := _cell(control)) is not None)
    for control in controls:
        found_by: FoundBy = "tag" if control.tag else "alias"
        key = _key(control, guide)
        if not key:
            continue
        home = _cell(control)
        if home is None or home not in grid.places:
            yield Read(key, control.value, control.alias or key, found_by)
        else:
            raw = _beside_too(control, grid.text_of(home), key, guide) if homes[home] == 1 else control.value
            yield Read(key, raw, str(grid.places[home]), found_by, home)


def _beside_too(control: Control, cell: str, key: str, guide: Guide) -> str:
    """What the control says and what was typed beside it, as far as nothing of ours is printed there."""
    if key not in guide.framed:
        return _whole(cell, control.value)
    before, behind = control.beside
    if printed := guide.inline.get(key):
        first, last = printed
        if not (before.startswith(first) and behind.endswith(last)):
            return control.value
        before, behind = before[len(first) :], behind[: len(behind) - len(last)]
    return _whole(f"{before}{control.value}{behind}", control.value)


def _whole(text: str, value: str) -> str:
    """All that stands in a cell; a figure beside one that the control holds is told apart from it."""
    # Where the mark of a prompt was lost, its dots look like a value.
    if EMPTY.fullmatch(value):
        return text
    before, _value, behind = text.partition(value)
    beside = f"{before} {behind}".strip()
    return f"{value} / {beside}" if re.search(r"\d", beside) else text


def _cell(control: Control) -> Element | None:
    return next(control.element.iterancestors(W + "tc"), None)


def _by_row(grid: Grid, guide: Guide, known: dict[str, Cell], homes: dict[Element, str]) -> Iterator[Read]:
    """Cells without a control: by the code in their row, where that is gone by the row's words."""
    for rows in grid.tables:
        if not rows or len(rows[0]) < len(guide.columns):
            continue
        columns = _columns(grid, rows[0], guide)
        for row in rows[1:]:
            texts = [grid.text_of(cell) for cell in row[:2]]
            name = guide.codes.get(texts[0].strip()) if texts else None
            found_by: FoundBy = "code" if name else "place"
            name = name or (guide.labels.get(slug(texts[1])) if len(texts) > 1 else None)
            # Where a control stands in the row, this is the row of the form; another is a copy of it.
            is_ours = any(cell in homes for cell in row)
            for column, place in columns.items() if name else ():
                key = f"{name}.{column}"
                cell = grid.cell_below(rows[0], place, row)
                if cell is None or (key in known and (is_ours or column not in _FIGURES)):
                    continue
                raw = grid.text_of(cell)
                if raw.strip() != NO_MEANING and (key not in known or not EMPTY.fullmatch(raw)):
                    yield Read(key, raw, str(grid.places[cell]), found_by, cell, key in known)


def _columns(grid: Grid, heads: list[Element], guide: Guide) -> dict[str, int]:
    """Where each column stands in this table: by its heading, else where it stands in our form."""
    found = {slug(grid.text_of(head)): at for at, head in enumerate(heads)}
    return {name: found.get(head, at) for name, (head, at) in guide.columns.items()}


def _mark(package: Package) -> dict[str, str]:
    """The hidden part's values, empty where it is gone."""
    for name in package.parts:
        if name.startswith("customXml/item") and name.endswith(".xml"):
            root = package.root(name)
            if root is not None and root.tag == f"{FORM_NS}form":
                return {str(child.tag).removeprefix(FORM_NS): child.text or "" for child in root}
    return {}


def _saved_at(package: Package) -> str:
    root = package.root("docProps/core.xml")
    found = root.find(f"{_TERMS}modified") if root is not None else None
    return (found.text or "").strip() if found is not None else ""


def _keywords(package: Package) -> tuple[str, str, str] | None:
    root = package.root("docProps/core.xml")
    text = "" if root is None else " ".join(map(str, root.itertext()))
    match = KEYWORDS.search(text)
    return (match[1], match[2], match[3]) if match else None
