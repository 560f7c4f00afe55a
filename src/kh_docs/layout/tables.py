"""Tables: those without borders that hold places on a page, and the ruled ones of figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from typing import NamedTuple

from lxml import etree

from kh_docs.layout.controls import slot
from kh_docs.layout.styles import ANNEX_END, GRID, TABLE_GROUP, TABLE_NUMBER, style_id
from kh_docs.layout.xml import (
    END_MARK,
    kept_if,
    kept_paragraph,
    paragraph,
    plain_xml,
    run,
    spoken,
    w,
    when,
)
from kh_docs.word.lengths import twips_of_mm


class Column(NamedTuple):
    """One column of a ruled table; `field` names the run list that a row prints in it."""

    head: str
    width_mm: float
    field: str
    centred: bool = False
    # Columns side by side with the same group get it as a heading above their own.
    group: str = ""


def number_column(width_mm: float = 11) -> Column:
    """The first column of nearly every table."""
    return Column("TT", width_mm, "tt", centred=True)


def plain_table(widths_mm: Sequence[float], *rows: etree._Element) -> etree._Element:
    """A table without borders and padding."""
    table = _table("TableNormal", widths_mm, rows)
    # The style says so too, but not all programs ask it: some take Word's usual 1.9 mm.
    table[0].append(w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("left", "right"))))
    return table


def grid_table(widths_mm: Sequence[float], *rows: etree._Element) -> etree._Element:
    """A table with borders whose rows are there already."""
    return _table(GRID, widths_mm, rows)


def ruled_table(
    rows: str,
    columns: Sequence[Column],
    *,
    grouped: bool = False,
    closing: bool = False,
    typed: bool = False,
    note: str = "",
    short: bool = False,
) -> etree._Element:
    """One row for each of `rows`; if `grouped`, a row with a heading is that heading only.

    Rows that are `typed` in are no higher than their text. One that may be `short` is not torn where it is.

    A `closing` table ends with the end mark of its phụ lục, in a row because Word and LibreOffice keep a
    row with the next: a paragraph below the table would now and then get a page of its own. The `note`
    of the context stands there too, where it says anything.
    """
    widths = [column.width_mm for column in columns]
    first, *others = ([paragraph(_style(column), _slot(column))] for column in columns)
    if kept := _kept(closing=closing, short=short):
        first = kept_if(kept, _style(columns[0]), lambda: [_slot(columns[0])])
    contents = zip(columns, [first, *others], strict=True)
    line = row if typed else _writing_row
    body = [line(*(cell(column.width_mm, *content) for column, content in contents))]
    if grouped:
        heading = spoken(TABLE_GROUP, "{{ row.heading }}")
        body = [
            _tag_row("if row.heading", widths),
            row(_wide(widths, heading)),
            _tag_row("else", widths),
            *body,
            _tag_row("endif", widths),
        ]
    loop = [_tag_row(f"for row in {rows}", widths), *body, _tag_row("endfor", widths)]
    ends = [_end_row(widths, note)] if closing else []
    return _table(GRID, widths, [*_heads(columns), *loop, *ends])


# So many rows stay on one page, with the name and the head above them.
SHORT = 6


def _kept(*, closing: bool, short: bool) -> str:
    """When a row stays with what follows: the last one with the end mark, in a short table each one."""
    if not short:
        return "loop.last" if closing else ""
    return f"loop.length <= {SHORT}" + (" or loop.last" if closing else " and not loop.last")


class Frame(NamedTuple):
    """The XML of a table around its cells, which `{}` stands for; a `last` row keeps to what follows."""

    head: str
    row: str
    last: str
    end: str


def table_frame(columns: Sequence[Column], *, closing: bool) -> Frame:
    """A ruled table without its rows, for columns that only the data know; to be filled in by typing."""
    widths = [column.width_mm for column in columns]
    hole = w("hole")

    def line(first: Callable[..., etree._Element]) -> etree._Element:
        styled = [_style(column) for column in columns]
        made = [first, *(paragraph for _column in columns[1:])]
        cells = (make(style, copy(hole)) for make, style in zip(made, styled, strict=True))
        return row(*map(cell, widths, cells))

    rows = [line(paragraph), line(kept_paragraph)]
    table = _table(GRID, widths, [*_heads(columns), *rows, *([_end_row(widths)] if closing else [])])
    plain, kept = map(plain_xml, rows)
    head, _rows, end = plain_xml(table).partition(plain + kept)
    return Frame(head, plain.replace("<w:hole/>", "{}"), kept.replace("<w:hole/>", "{}"), end)


def answer_table(
    rows: str,
    asked: Sequence[etree._Element],
    widths_mm: tuple[float, float],
    *,
    kept: bool = False,
) -> etree._Element:
    """A ruled table without head: what is `asked`, and beside it the `value` of the row.

    A `kept` one stays on one page with what follows it.
    """
    style = style_id("bang_chu")
    question = (kept_paragraph if kept else paragraph)(style, *asked)
    answer = paragraph(style, slot("row.value"))
    line = _writing_row(cell(widths_mm[0], question), cell(widths_mm[1], answer))
    loop = [_tag_row(f"for row in {rows}", widths_mm), line, _tag_row("endfor", widths_mm)]
    return _table(GRID, widths_mm, loop)


def cell(
    width_mm: float, *content: etree._Element, span: int = 1, merged: str = "", middle: bool = False
) -> etree._Element:
    """A cell `span` columns wide; `merged` starts ("restart") or goes on with ("continue") one over rows."""
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=twips_of_mm(width_mm), type="dxa"),
            *([w("gridSpan", val=span)] if span > 1 else []),
            *([w("vMerge", val=merged)] if merged else []),
            *([w("vAlign", val="center")] if middle else []),
        ),
        *content,
    )


def row(*cells: etree._Element, head: bool = False) -> etree._Element:
    """A row that is not split over pages; a `head` is repeated on each page."""
    properties = [w("cantSplit"), w("tblHeader")] if head else [w("cantSplit")]
    return w("tr", w("trPr", *properties), *cells)


def _writing_row(*cells: etree._Element) -> etree._Element:
    """A row high enough to be filled in by hand."""
    height = w("trHeight", val=twips_of_mm(7), hRule="atLeast")
    return w("tr", w("trPr", w("cantSplit"), height), *cells)


def _table(style: str, widths_mm: Sequence[float], rows: Sequence[etree._Element]) -> etree._Element:
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=twips_of_mm(sum(widths_mm)), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=twips_of_mm(width)) for width in widths_mm)),
        *rows,
    )


def _slot(column: Column) -> etree._Element:
    return slot(f"row.{column.field}")


def _style(column: Column) -> str:
    return TABLE_NUMBER if column.centred else style_id("bang_chu")


def _wide(widths_mm: Sequence[float], content: etree._Element) -> etree._Element:
    return cell(sum(widths_mm), content, span=len(widths_mm))


def _tag_row(statement: str, widths_mm: Sequence[float]) -> etree._Element:
    return w("tr", _wide(widths_mm, w("p", run(f"{{%tr {statement} %}}"))))


def _end_row(widths_mm: Sequence[float], note: str = "") -> etree._Element:
    told = when(note, [spoken(style_id("bang_chu"), f"{{{{ {note} }}}}")]) if note else []
    ended = cell(sum(widths_mm), *told, spoken(ANNEX_END, END_MARK), span=len(widths_mm))
    borders = w("tcBorders", *(w(side, val="nil") for side in ("left", "bottom", "right")))
    ended[0].append(borders)
    return row(ended)


def _heads(columns: Sequence[Column]) -> list[etree._Element]:
    head_style = style_id("bang_dau_cot")
    if not any(column.group for column in columns):
        cells = (cell(column.width_mm, spoken(head_style, column.head), middle=True) for column in columns)
        return [row(*cells, head=True)]
    upper: list[etree._Element] = []
    lower: list[etree._Element] = []
    for position, column in enumerate(columns):
        if not column.group:
            upper.append(
                cell(column.width_mm, spoken(head_style, column.head), merged="restart", middle=True)
            )
            lower.append(cell(column.width_mm, paragraph(head_style), merged="continue", middle=True))
            continue
        lower.append(cell(column.width_mm, spoken(head_style, column.head), middle=True))
        if position == 0 or columns[position - 1].group != column.group:
            together = [other for other in columns if other.group == column.group]
            width = sum(other.width_mm for other in together)
            upper.append(cell(width, spoken(head_style, column.group), span=len(together), middle=True))
    return [row(*upper, head=True), row(*lower, head=True)]
