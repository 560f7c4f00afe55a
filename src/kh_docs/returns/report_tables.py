"""The annexes of the province's report: figures by unit, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.documents.registers import NamedTable
from kh_docs.documents.runs import words
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.layout.tables import Column, number_column
from kh_docs.model.forms import Indicator
from kh_docs.render.values import Run, Table
from kh_docs.returns.adding import Total
from kh_docs.returns.collecting import Collected, UnitReturn
from kh_docs.returns.request import Request
from kh_docs.returns.table_book import items_of, name_of

# Columns of figures beside the unit's name that a page can hold, and their width in mm.
AT_ONCE, WIDTH_MM = 9, 23
COUNTED = ("n", "m", "p")
STATES = {"missing": "Chưa gửi", "unreadable": "Không đọc được", "received": "Đã gửi"}
_Cells = list[list[Run]]


def figure_tables(request: Request, collected: Collected) -> list[NamedTable]:
    """Indicators by unit, as many at a time as a page can hold."""
    counted = [item for item in items_of(request) if item.type in COUNTED and not item.target_only]
    tables: list[NamedTable] = []
    for start in range(0, len(counted), AT_ONCE):
        chosen = counted[start : start + AT_ONCE]
        name = f"Chỉ tiêu {chosen[0].code} đến {chosen[-1].code}"
        tables.append(NamedTable(name, _figures(request, collected, chosen)))
    return tables


def _figures(request: Request, collected: Collected, items: list[Indicator]) -> Table:
    columns = [number_column(), Column("Đơn vị", 34, "unit")]
    columns += [
        Column(f"{item.code}. {item.short or item.label}", WIDTH_MM, item.id, centred=True) for item in items
    ]
    rows: list[_Cells] = []
    for number, each in enumerate(collected.units, 1):
        cells = [words(str(number)), words(name_of(request, each.unit))]
        rows.append([*cells, *(words(_shown(each, item)) for item in items)])
    totals = [_total(collected.totals.get(f"{item.id}.ky_nay")) for item in items]
    rows.append([[], words("Cộng"), *map(words, totals)])
    return Table(tuple(columns), rows)


def _shown(each: UnitReturn, item: Indicator) -> str:
    figure = each.newest.figures.get(f"{item.id}.ky_nay") if each.newest else None
    if figure is None or figure.state == "blank":
        return ""
    if figure.state == "number" and not figure.doubtful:
        return _number(figure.value)
    return figure.raw


def _total(total: Total | None) -> str:
    if total is None or total.value is None:
        return ""
    return f"{_number(total.value)} ({total.units}/{total.of})"


def _number(value: float | int | str | None) -> str:
    if isinstance(value, float):
        return printed_number(f"{value:f}".rstrip("0").rstrip(".").replace(".", ","))
    return printed_number(str(value))


def open_tables(request: Request, collected: Collected) -> list[NamedTable]:
    """Units that sent nothing, sent late or have to be asked, each with the places."""
    columns = (
        number_column(),
        Column("Đơn vị", 40, "unit"),
        Column("Tình trạng", 30, "state"),
        Column("Chậm (ngày)", 22, "late", centred=True),
        Column("Số liệu cần làm rõ", 130, "questions"),
    )
    rows: list[_Cells] = []
    for each in collected.units:
        asked = list(_asked(each))
        if each.newest is None or each.days_late or asked:
            late = printed_number(str(each.days_late)) if each.days_late else ""
            texts = (
                str(len(rows) + 1),
                name_of(request, each.unit),
                STATES[each.state],
                late,
                "; ".join(asked),
            )
            rows.append([words(text) for text in texts])
    return [NamedTable("", Table(columns, rows))] if rows else []


def _asked(each: UnitReturn) -> Iterator[str]:
    for question in each.newest.questions if each.newest else ():
        yield f"{question.where}: {question.message}"
    for conflict in each.conflicts:
        yield conflict.message
