"""Sheets made from the tables of a document: its rows as they are printed, its blanks as cells to fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kh_docs.facts.offering import kind_name
from kh_docs.render.values import Run
from kh_docs.sheets.form import Cell, CellKind, Column, FixedRow, RowsOf, Scope


def table_columns(*asked: tuple[str, str, CellKind], heading: str = "Nội dung") -> tuple[Column, ...]:
    """Document and words of the row, then what is asked, by field, heading and kind of cell."""
    columns = (Column(key, head, kind, 40 if kind == "text" else 16) for key, head, kind in asked)
    numbered = all(kind == "text" for _key, _head, kind in asked)
    return (
        Column("document", "Văn bản", "fixed", 24),
        Column("label", heading, "fixed", 12 if numbered else 60),
        *columns,
        Column("code", "Mã", "fixed", 22),
    )


def tables(name: str, *kinds: str, choices: tuple[str, ...] = ()) -> RowsOf:
    """The rows of the table `name`, as the documents of `kinds` print them."""

    def rows(scope: Scope) -> list[FixedRow]:
        made = (kind for kind in kinds if kind in scope.contexts)
        return [row for kind in made for row in _rows(scope, kind, name, choices)]

    return rows


def _rows(scope: Scope, kind: str, name: str, choices: tuple[str, ...]) -> Iterator[FixedRow]:
    title = kind_name(scope.book, kind)
    kinds = {column: _cell_kind(name, column) for column in _ASKED[name]}
    for row in scope.contexts[kind][name]:
        tagged = {field: tag_of(row.get(field, ())) for field in _ASKED[name]}
        cells = {
            field: Cell(("answers", kind, tag), kinds[field], choices if kinds[field] == "choice" else ())
            for field, tag in tagged.items()
            if tag
        }
        label = "" if "text" in _ASKED[name] else tag_of(row.get("text", ()))
        if not cells:
            continue
        first = next(tag for tag in tagged.values() if tag)
        head, _dot, number = first.partition(".")
        key = f"{kind}:{head}" + (f".{number.partition('.')[2]}" if "." in number else "")
        if label:
            cells["label"] = Cell(("answers", kind, label), "text")
        printed = plain(row.get("text", ())) or ("" if label else f"{plain(row['tt'])}.")
        words = {"document": title, "label": printed, "code": key}
        yield FixedRow(key, words, cells)


_ASKED = {
    "checklist": ("self", "team", "note"),
    "figures": ("reported", "filed", "actual", "note"),
    "dossier": ("given", "missing", "note"),
    "remedies": ("text", "body", "due"),
}


def _cell_kind(table: str, column: str) -> CellKind:
    if column == "note" or table == "remedies":
        return "text"
    if table in ("checklist", "dossier"):
        return "choice"
    return "number"


def tag_of(runs: Sequence[Run]) -> str:
    """The tag of the control in a printed slot, if there is one."""
    return next((run.tag for run in runs if run.tag), "")


def plain(runs: Sequence[Run]) -> str:
    """The fixed words of a printed slot."""
    return "".join(run.text for run in runs if run.kind == "text")
