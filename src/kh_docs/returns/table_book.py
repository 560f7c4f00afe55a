"""The province's workbook: indicators by units with sums that can be followed, sources, questions, charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter

from kh_docs.i18n import _
from kh_docs.model.forms import Indicator
from kh_docs.returns.collecting import Collected
from kh_docs.returns.request import Request
from kh_docs.returns.sheets import HEAD_ROW, Column, Formula, Value, write_table
from kh_docs.sheets.writing import looks
from kh_docs.sheets.writing.stored import stored

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# Columns before those of the units: code, indicator, measure.
BEFORE = 3
# Indicators that get a chart; more would not be looked at.
MOST_CHARTS = 4
_HEIGHT_CM, _WIDTH_CM = 9, 26


def table_book(request: Request, collected: Collected) -> bytes:
    """The bytes of `tong-hop-<kind>-<year>.xlsx`."""
    workbook = looks.new_workbook()
    items = items_of(request)
    _figures(workbook.create_sheet(_("Tổng hợp")), request, collected, items)
    _periods(workbook.create_sheet(_("Hai kỳ")), collected, items)
    _charts(workbook.create_sheet(_("Biểu đồ")), request, collected, items)
    _sources(workbook.create_sheet(_("Nguồn")), request, collected)
    _questions(workbook.create_sheet(_("Câu hỏi")), request, collected)
    return stored(workbook, request.as_of)


def items_of(request: Request) -> list[Indicator]:
    """The indicators of the report, in its order."""
    span = request.recipe.span
    return [item for item in request.book.indicators.indicators if item.core and span in item.periods]


def name_of(request: Request, unit: str) -> str:
    return request.book.units[unit].name


def _figures(sheet: Worksheet, request: Request, collected: Collected, items: list[Indicator]) -> None:
    units = [each.unit for each in collected.units]
    rows_of = {item.id: number for number, item in enumerate(items, HEAD_ROW + 1)}
    columns = [Column(_("Mã"), 6, centred=True), Column(_("Chỉ tiêu"), 44), Column(_("Đơn vị tính"), 11)]
    columns += [Column(name_of(request, unit), 11, centred=True) for unit in units]
    columns += [Column(_("Cộng"), 12, centred=True), Column(_("Số đơn vị có số liệu"), 12, centred=True)]
    rows = []
    for item in items:
        row: list[Value] = [item.code, item.label, item.measure]
        row += [_shown(collected, unit, item) for unit in units]
        first, last = get_column_letter(BEFORE + 1), get_column_letter(BEFORE + len(units))
        at = rows_of[item.id]
        row += [_sum(item, rows_of, first, last), Formula(f"=COUNT({first}{at}:{last}{at})")]
        rows.append(row)
    about = _("Số liệu thực hiện kỳ này; ô trống là đơn vị chưa có số liệu, không tính là 0.")
    write_table(sheet, _title(request), about, columns, rows)
    sheet.freeze_panes = f"{get_column_letter(BEFORE + 1)}{HEAD_ROW + 1}"


def _shown(collected: Collected, unit: str, item: Indicator) -> Value:
    sent = next(each.newest for each in collected.units if each.unit == unit)
    figure = sent.figures.get(f"{item.id}.ky_nay") if sent else None
    if figure is None or figure.state == "blank":
        return None
    if figure.state == "number" and not figure.doubtful:
        return figure.value
    return figure.raw


def _sum(item: Indicator, rows_of: dict[str, int], first: str, last: str) -> Value:
    """How the indicator is added up, as a formula over the units."""

    def span(name: str) -> str:
        return f"{first}{rows_of[name]}:{last}{rows_of[name]}"

    if item.aggregate in ("ratio", "recompute") and item.formula and item.formula.denominator:
        parts = [*item.formula.numerator, *item.formula.denominator]
        if any(part not in rows_of for part in parts):
            return None
        # Only units that gave all parts count.
        known = ",".join(f'{span(part)},"<>"' for part in parts)
        above = "+".join(f"SUMIFS({span(part)},{known})" for part in item.formula.numerator)
        below = "+".join(f"SUMIFS({span(part)},{known})" for part in item.formula.denominator)
        return Formula(f'=IFERROR(ROUND(100*({above})/({below}),1),"")')
    if item.type in ("n", "m") and item.aggregate in ("sum", "union"):
        return Formula(f"=SUM({span(item.id)})")
    return None


def _periods(sheet: Worksheet, collected: Collected, items: list[Indicator]) -> None:
    columns = [
        Column(_("Mã"), 6, centred=True),
        Column(_("Chỉ tiêu"), 60),
        Column(_("Kỳ trước"), 14, centred=True),
        Column(_("Kỳ này"), 14, centred=True),
        Column(_("Tăng, giảm (%)"), 14, centred=True),
    ]
    rows: list[list[Value]] = []
    for item in items:
        before, now = (collected.totals.get(f"{item.id}.{name}") for name in ("ky_truoc", "ky_nay"))
        if before and now and before.value is not None and now.value is not None:
            at = HEAD_ROW + 1 + len(rows)
            change = Formula(f'=IFERROR(ROUND(100*(D{at}-C{at})/C{at},1),"")')
            rows.append([item.code, item.label, before.value, now.value, change])
    about = _("Chỉ những chỉ tiêu có số liệu của cả hai kỳ, cộng các đơn vị đã có số liệu.")
    write_table(sheet, _("KỲ NÀY SO VỚI KỲ TRƯỚC"), about, columns, rows)
    if rows:
        chart = BarChart()
        chart.title, chart.height, chart.width = _("Kỳ này so với kỳ trước"), _HEIGHT_CM, _WIDTH_CM
        last = HEAD_ROW + len(rows)
        chart.add_data(
            Reference(sheet, min_col=3, max_col=4, min_row=HEAD_ROW, max_row=last), titles_from_data=True
        )
        chart.set_categories(Reference(sheet, min_col=1, min_row=HEAD_ROW + 1, max_row=last))
        sheet.add_chart(chart, f"G{HEAD_ROW}")


def _charts(sheet: Worksheet, request: Request, collected: Collected, items: list[Indicator]) -> None:
    """Progress against the target by unit, for the first indicators that have both as numbers."""
    chosen = [item for item in items if _progress(collected, item)][:MOST_CHARTS]
    columns = [Column(_("Đơn vị"), 24)]
    for item in chosen:
        columns += [Column(f"{item.code} {_('chỉ tiêu')}", 13, centred=True)]
        columns += [Column(f"{item.code} {_('thực hiện')}", 13, centred=True)]
    units = [each.unit for each in collected.units]
    rows: list[list[Value]] = []
    for unit in units:
        row: list[Value] = [name_of(request, unit)]
        for item in chosen:
            row += _progress(collected, item).get(unit, (None, None))
        rows.append(row)
    about = "; ".join(f"{item.code}: {item.label}" for item in chosen)
    write_table(sheet, _("TIẾN ĐỘ SO VỚI CHỈ TIÊU"), about, columns, rows)
    last = HEAD_ROW + len(units)
    for number, item in enumerate(chosen):
        chart = BarChart()
        chart.title, chart.height, chart.width = (
            f"{item.code}. {item.short or item.label}",
            _HEIGHT_CM,
            _WIDTH_CM,
        )
        at = 2 + 2 * number
        chart.add_data(
            Reference(sheet, min_col=at, max_col=at + 1, min_row=HEAD_ROW, max_row=last),
            titles_from_data=True,
        )
        chart.set_categories(Reference(sheet, min_col=1, min_row=HEAD_ROW + 1, max_row=last))
        sheet.add_chart(chart, f"A{last + 3 + 18 * number}")


def _progress(collected: Collected, item: Indicator) -> dict[str, tuple[Value, Value]]:
    found: dict[str, tuple[Value, Value]] = {}
    for each in collected.units:
        figures = each.newest.figures if each.newest else {}
        pair = [figures.get(f"{item.id}.{column}") for column in ("chi_tieu", "ky_nay")]
        if all(figure and figure.state == "number" and not figure.doubtful for figure in pair):
            target, now = (figure.value for figure in pair if figure)
            found[each.unit] = target, now
    return found


def _sources(sheet: Worksheet, request: Request, collected: Collected) -> None:
    columns = [
        Column(_("Đơn vị"), 18), Column(_("Ô"), 36), Column(_("Giá trị"), 14, centred=True),
        Column(_("Chữ trong tệp"), 24), Column(_("Tệp"), 40), Column(_("Chỗ trong tệp"), 26),
        Column(_("Tìm theo"), 10), Column("SHA-256", 20),
    ]  # fmt: skip
    rows: list[list[Value]] = []
    for each in collected.units:
        for key, figure in each.newest.figures.items() if each.newest else ():
            if figure.state != "blank" and each.newest:
                told = [figure.raw, each.newest.path, figure.where, figure.found_by, each.newest.digest[:16]]
                rows.append([name_of(request, each.unit), key, figure.value, *told])
    write_table(sheet, _("NGUỒN CỦA TỪNG SỐ LIỆU"), _("Mỗi số lấy từ tệp nào, ô nào."), columns, rows)


def _questions(sheet: Worksheet, request: Request, collected: Collected) -> None:
    columns = [
        Column(_("Đơn vị"), 20), Column(_("Chỗ"), 40),
        Column(_("Chữ trong tệp"), 24), Column(_("Cần hỏi"), 70),
    ]  # fmt: skip
    rows: list[list[Value]] = []
    for each in collected.units:
        name = name_of(request, each.unit)
        rows += (
            [[name, question.where, question.raw, question.message] for question in each.newest.questions]
            if each.newest
            else []
        )
        rows += [[name, f"{conflict.a}; {conflict.b}", "", conflict.message] for conflict in each.conflicts]
    about = _("Số có hai cách đọc hoặc mâu thuẫn thì chưa cộng; hỏi lại đơn vị rồi chạy lại.")
    write_table(sheet, _("CÂU HỎI CẦN LÀM RÕ VỚI ĐƠN VỊ"), about, columns, rows)


def _title(request: Request) -> str:
    head = request.book.head
    return _("TỔNG HỢP BÁO CÁO THỰC HIỆN {kind} SỐ {number}").format(
        kind=head.kind.upper(), number=f"{head.number}/{head.symbol}"
    )
