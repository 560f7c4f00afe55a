"""The sheets with charts: this period against the one before, and progress against the targets by unit."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.worksheet.pagebreak import Break

from kh_docs.i18n import _
from kh_docs.model.indicators import Indicator
from kh_docs.returns.collected import Collected
from kh_docs.returns.comparing import compared
from kh_docs.returns.reported import items_of, name_of
from kh_docs.returns.request import Request
from kh_docs.returns.sheets import HEAD_ROW, Column, Formula, Sheet, Value, write_table
from kh_docs.returns.targets import figures_of, judged, unit_targets

# Indicators that get a chart; more would not be looked at.
MOST_CHARTS = 6
# Bars that a chart can show with their names.
MOST_BARS = 40
_HEIGHT_CM, _WIDTH_CM = 8, 26
# Rows of a sheet that a chart covers, and charts on a page.
_COVERED, _ON_A_PAGE = 17, 2
# Up to so many an axis counts one by one.
_FEW = 10


def two_periods(sheet: Sheet, request: Request, collected: Collected) -> None:
    """Totals of both periods, over the units that gave both."""
    columns = [
        Column(_("Mã"), 6, centred=True),
        Column(_("Chỉ tiêu"), 60),
        Column(_("Cùng kỳ"), 14, centred=True),
        Column(_("Kỳ này"), 14, centred=True),
        Column(_("Tăng, giảm (%)"), 14, centred=True),
        Column(_("Số đơn vị có cả hai số"), 14, centred=True),
    ]
    rows: list[list[Value]] = []
    for item in items_of(request):
        if both := compared(collected.matrix, item):
            at = HEAD_ROW + 1 + len(rows)
            change = Formula(f'=IFERROR(ROUND(100*(D{at}-C{at})/C{at},1),"")', both.change)
            rows.append([item.code, item.label, both.before, both.now, change, both.units])
    about = _("Mỗi chỉ tiêu chỉ cộng những đơn vị có số liệu của cả hai kỳ.")
    last = write_table(sheet, _("KỲ NÀY SO VỚI CÙNG KỲ"), about, columns, rows)
    if rows:
        # Figures of people and of classes do not fit one scale: the change does.
        chart = _chart(_("Tăng, giảm so với cùng kỳ (%)"))
        shown = min(last, HEAD_ROW + MOST_BARS)
        chart.add_data(Reference(sheet, min_col=5, min_row=HEAD_ROW, max_row=shown), titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=1, min_row=HEAD_ROW + 1, max_row=shown))
        chart.legend = None
        # Below the bars that go down, not across them.
        chart.x_axis.tickLblPos = "low"
        sheet.add_chart(chart, f"A{last + 3}")


def progress(sheet: Sheet, request: Request, collected: Collected) -> None:
    """Targets and figures of the units that have both, with charts; targets that the plan sets come first."""
    matrix = collected.matrix
    pairs = {
        item.id: (unit_targets(matrix, item), figures_of(matrix, item))
        for item in items_of(request)
        if not item.target_only
    }
    items = [item for item in items_of(request) if item.id in pairs and _both(*pairs[item.id])]
    given = {item.id for item in items if judged(request, matrix, item).given.total}
    chosen = sorted(items, key=lambda item: item.id not in given)[:MOST_CHARTS]
    columns = [
        Column(_("Mã"), 8, centred=True), Column(_("Đơn vị"), 24),
        Column(_("Chỉ tiêu năm"), 14, centred=True), Column(_("Thực hiện"), 14, centred=True),
        Column(_("Nội dung"), 90),
    ]  # fmt: skip
    rows: list[list[Value]] = []
    blocks: list[tuple[Indicator, int, int]] = []
    for item in chosen:
        targets, now = pairs[item.id]
        first = HEAD_ROW + 1 + len(rows)
        units = [each.unit for each in collected.units if each.unit in targets and each.unit in now]
        rows += [[item.code, name_of(request, unit), targets[unit], now[unit], item.label] for unit in units]
        blocks.append((item, first, HEAD_ROW + len(rows)))
    about = _("Những đơn vị có cả chỉ tiêu và số thực hiện; chỉ tiêu kế hoạch giao xếp trước.")
    last = write_table(sheet, _("TIẾN ĐỘ SO VỚI CHỈ TIÊU"), about, columns, rows)
    # The head of the table says nothing of charts; each page has as many as it holds whole.
    sheet.print_title_rows = "1:1"
    for number, (item, first, end) in enumerate(blocks):
        if number % _ON_A_PAGE == 0:
            sheet.row_breaks.append(Break(id=last + 1 + _COVERED * number))
        chart = _chart(f"{item.code}. {item.short or item.label}")
        for column in (3, 4):
            data = Reference(sheet, min_col=column, min_row=first, max_row=end)
            chart.series.append(Series(data, title=columns[column - 1].head))
        chart.set_categories(Reference(sheet, min_col=2, min_row=first, max_row=end))
        if max(*pairs[item.id][0].values(), *pairs[item.id][1].values()) <= _FEW:
            # Of so few there are no halves.
            chart.y_axis.majorUnit = 1
        sheet.add_chart(chart, f"A{last + 2 + _COVERED * number}")


def _both(targets: Mapping[str, float], now: Mapping[str, float]) -> bool:
    return not targets.keys().isdisjoint(now)


def _chart(title: str) -> BarChart:
    chart = BarChart()
    chart.title, chart.height, chart.width = title, _HEIGHT_CM, _WIDTH_CM
    # Without this newer programs leave the axes out.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format = "#,##0"
    return chart
