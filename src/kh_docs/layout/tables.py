"""Tables: those without borders that hold places on a page, and the ruled ones of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from kh_docs.layout.controls import runs
from kh_docs.layout.measures import twips
from kh_docs.layout.styles import GRID, TABLE_GROUP, TABLE_NUMBER, style_id
from kh_docs.layout.xml import paragraph, run, spoken, w


@dataclass(frozen=True)
class Column:
    """One column of a ruled table; `field` names the run list that a row prints in it."""

    head: str
    width_mm: float
    field: str
    centred: bool = False
    choices: tuple[str, ...] = ()
    # Columns side by side with the same group get it as a heading above their own.
    group: str = ""


def number_column(width_mm: float = 11) -> Column:
    """The first column of nearly every table."""
    return Column("TT", width_mm, "tt", centred=True)


def plain_table(widths_mm: Sequence[float], *rows: etree._Element) -> etree._Element:
    """A table without borders and padding."""
    return _table("TableNormal", widths_mm, rows)


def ruled_table(rows: str, columns: Sequence[Column], *, grouped: bool = False) -> etree._Element:
    """One row for each of `rows`; if `grouped`, a row with a heading is that heading only."""
    cells = [
        cell(column.width_mm, paragraph(_style(column), *runs(f"row.{column.field}", *column.choices)))
        for column in columns
    ]
    body = [row(*cells)]
    if grouped:
        heading = w("p", w("pPr", w("pStyle", val=TABLE_GROUP)), run("{{ row.heading }}"))
        body = [
            _tag_row("if row.heading", columns),
            row(_wide(columns, heading)),
            _tag_row("else", columns),
            *body,
            _tag_row("endif", columns),
        ]
    widths = [column.width_mm for column in columns]
    loop = [_tag_row(f"for row in {rows}", columns), *body, _tag_row("endfor", columns)]
    return _table(GRID, widths, [*_heads(columns), *loop])


def answer_table(
    rows: str, asked: Sequence[etree._Element], widths_mm: tuple[float, float], *choices: str
) -> etree._Element:
    """A ruled table without head: what is `asked`, and beside it the `value` of the row."""
    question, answer = (Column("", width, "") for width in widths_mm)
    line = row(
        cell(question.width_mm, paragraph(style_id("bang_chu"), *asked)),
        cell(answer.width_mm, paragraph(style_id("bang_chu"), *runs("row.value", *choices))),
    )
    columns = (question, answer)
    loop = [_tag_row(f"for row in {rows}", columns), line, _tag_row("endfor", columns)]
    return _table(GRID, widths_mm, loop)


def cell(
    width_mm: float, *content: etree._Element, span: int = 1, merged: str = "", middle: bool = False
) -> etree._Element:
    """A cell `span` columns wide; `merged` starts ("restart") or goes on with ("continue") one over rows."""
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=twips(width_mm), type="dxa"),
            *([w("gridSpan", val=span)] if span > 1 else []),
            *([w("vMerge", val=merged)] if merged else []),
            *([w("vAlign", val="center")] if middle else []),
        ),
        *content,
    )


def row(*cells: etree._Element, head: bool = False) -> etree._Element:
    """A row that is not split over pages; a `head` is repeated on each page."""
    return w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if head else [])), *cells)


def _table(style: str, widths_mm: Sequence[float], rows: Sequence[etree._Element]) -> etree._Element:
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=twips(sum(widths_mm)), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths_mm)),
        *rows,
    )


def _style(column: Column) -> str:
    return TABLE_NUMBER if column.centred else style_id("bang_chu")


def _wide(columns: Sequence[Column], content: etree._Element) -> etree._Element:
    return cell(sum(column.width_mm for column in columns), content, span=len(columns))


def _tag_row(statement: str, columns: Sequence[Column]) -> etree._Element:
    return w("tr", _wide(columns, w("p", run(f"{{%tr {statement} %}}"))))


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
