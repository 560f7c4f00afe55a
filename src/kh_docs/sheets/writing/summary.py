"""The province's overview: a row a unit with targets, documents, blanks left, deadlines."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from kh_docs.facts.counting import kept_of
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.offering import deadline_of, kind_name, offered, reference_day
from kh_docs.facts.order_vi import order_of
from kh_docs.facts.rows import keyed_targets, unit_rows
from kh_docs.facts.unit_plan import UnitPlan, unit_plans
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.targets import Target
from kh_docs.sheets.writing import looks
from kh_docs.sheets.writing.cells import put_words
from kh_docs.sheets.writing.stored import stored

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_Cells = list[str | int | None]
_HEAD_ROW = 4
# Printed where a unit has no such target, so that nobody takes it for forgotten.
_NONE = "–"


class State(NamedTuple):
    """What became of one document of one unit; `blanks` are the places still to be filled in."""

    made: bool
    edited: bool
    blanks: int


def summary(book: Book, states: Mapping[str, Mapping[str, State]]) -> bytes:
    """The workbook; `states` by unit and kind of document."""
    workbook = looks.new_workbook()
    sheet = workbook.create_sheet(_("Tổng hợp"))
    units = sorted(unit_rows(book), key=lambda row: order_of(row["name"]))
    made = offered(book)
    counted = _counted(book)
    kept = {target.id for target in counted if _has_kept(book, target)}
    heads = [_("TT"), _("Đơn vị"), _("Số đơn vị cấp xã")]
    heads += [head for target in counted for head in _target_heads(target, target.id in kept)]
    heads += [_kind_head(book, each.kind) for each in made]
    heads += [_("Còn phải điền (chỗ)")]
    rows: list[_Cells] = []
    plans = unit_plans(book, book.head.issued_on)
    for number, row in enumerate(units, 1):
        of_unit = states.get(row["id"], {})
        cells: _Cells = [number, f"{row['type']} {row['name']}", row["communes"]]
        for target in counted:
            due = row["targets"].get(target.key, _NONE)
            cells += _kept_and_new(plans[row["id"]], target, due) if target.id in kept else [due]
        cells += [_told(of_unit.get(each.kind)) for each in made]
        rows.append([*cells, sum(state.blanks for state in of_unit.values() if state.made)])
    totals: _Cells = [None, _("Tổng cộng")]
    columns = range(2, 3 + len(counted) + len(kept))
    totals += [sum(value for row in rows if isinstance(value := row[column], int)) for column in columns]
    totals += [None] * len(made)
    totals.append(sum(value for row in rows if isinstance(value := row[-1], int)))
    _fill(sheet, book, heads, [*rows, totals], len(counted) + len(kept))
    return stored(workbook, book.head.issued_on)


def _counted(book: Book) -> list[Target]:
    """The targets that have a column."""
    return [target for target in keyed_targets(book) if target.short]


def _has_kept(book: Book, target: Target) -> bool:
    """Whether some units' target counts those that they keep as well: then kept and new are told apart."""
    return any(enough.target == target.id and enough.kept for enough in book.fields.enough)


def _target_heads(target: Target, has_kept: bool) -> list[str]:
    if not has_kept:
        return [target.short]
    return [
        _("{target}: duy trì").format(target=target.short),
        _("{target}: mới").format(target=target.short),
    ]


def _kept_and_new(plan: UnitPlan, target: Target, due: int | str) -> _Cells:
    """Those that the unit keeps, as far as it told, and those that are new; words where that is not known."""
    kept = kept_of(plan, target.id)
    if isinstance(due, str) or not plan.target(target.id).cumulative:
        return [_NONE if kept is None else kept, due]
    if kept is None:
        return [_NONE, _("{total} gồm cả duy trì").format(total=due)]
    return [kept, max(0, due - kept)]


def _kind_head(book: Book, kind: str) -> str:
    name = kind_name(book, kind)
    return f"{name} (hạn {short_date(reference_day(book, kind))})" if deadline_of(book, kind) else name


def _told(state: State | None) -> str:
    if state is None or not state.made:
        return _("chưa lập được")
    made = _("giữ bản đơn vị đã sửa") if state.edited else _("đã lập")
    return _("{made}; còn {count} chỗ").format(made=made, count=state.blanks) if state.blanks else made


def _dress(cell: Any, is_head: bool, bold: bool, wrapped: bool) -> None:
    cell.font, cell.border = looks.HEAD_FONT if bold else looks.CELL_FONT, looks.FRAME
    cell.alignment = looks.WRAPPED if wrapped else looks.CENTRED
    if is_head:
        cell.fill = looks.HEAD


def _fill(sheet: Worksheet, book: Book, heads: list[str], rows: list[_Cells], target_columns: int) -> None:
    head = book.head
    title = _("TỔNG HỢP THỰC HIỆN {kind} SỐ {number}").format(
        kind=head.kind.upper(), number=f"{head.number}/{head.symbol}"
    )
    put_words(sheet.cell(1, 1), title).font = looks.TITLE_FONT
    about = _(
        "Chỉ tiêu tính cho từng đơn vị, văn bản đã lập, số chỗ còn phải điền; hạn là ngày làm việc cuối cùng."
    )
    put_words(sheet.cell(2, 1), about).font = looks.CELL_FONT
    widths = [5.0, 24.0, 10.0] + [11.0] * target_columns + [19.0] * len(offered(book)) + [11.0]
    table: list[_Cells] = [list(heads), *rows]
    # openpyxl takes as long for the look of a cell as for all else in it; there are few.
    styles: dict[tuple[bool, bool, bool], Any] = {}
    for number, values in enumerate(table, _HEAD_ROW):
        for column, value in enumerate(values, 1):
            cell: Any = sheet.cell(number, column)
            is_head = number == _HEAD_ROW
            look = (is_head, is_head or number == _HEAD_ROW + len(rows), column == 2 and not is_head)
            if look in styles:
                cell._style = copy(styles[look])
            else:
                _dress(cell, *look)
                styles[look] = copy(cell._style)
            if isinstance(value, str):
                put_words(cell, value)
            else:
                cell.value = value
        shown = ["" if value is None else str(value) for value in values]
        sheet.row_dimensions[number].height = looks.height_for(shown, widths, bold=number == _HEAD_ROW)
    sheet.freeze_panes = f"C{_HEAD_ROW + 1}"
    looks.set_widths(sheet, widths)
    looks.for_paper(sheet, _HEAD_ROW)
