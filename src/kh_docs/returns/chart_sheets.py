"""The sheets with charts: this period against the one before, and progress against the targets by unit."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference

from kh_docs.i18n import _
from kh_docs.returns.collected import Collected
from kh_docs.returns.comparing import compared
from kh_docs.returns.reported import items_of, name_of
from kh_docs.returns.request import Request
from kh_docs.returns.sheets import HEAD_ROW, Column, Formula, Sheet, Value, write_table
from kh_docs.returns.targets import unit_targets

# Indicators that get a chart; more would not be looked at.
MOST_CHARTS = 4
# Bars that a chart can show with their names.
MOST_BARS = 40
_HEIGHT_CM, _WIDTH_CM = 9, 26
# Rows of a sheet that a chart covers.
_COVERED = 18


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
            change = Formula(f'=IFERROR(ROUND(100*(D{at}-C{at})/C{at},1),"")')
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
        sheet.add_chart(chart, f"A{last + 3}")


def progress(sheet: Sheet, request: Request, collected: Collected) -> None:
    """A chart for the first indicators of which units have both a target and a figure."""
    matrix = collected.matrix
    pairs = {
        item.id: (unit_targets(matrix, item), matrix.numbers(f"{item.id}.ky_nay"))
        for item in items_of(request)
        if not item.target_only
    }
    chosen = [
        item
        for item in items_of(request)
        if item.id in pairs and any(unit in pairs[item.id][1] for unit in pairs[item.id][0])
    ][:MOST_CHARTS]
    columns = [Column(_("Đơn vị"), 24)]
    for item in chosen:
        columns += [Column(f"{item.code} {_('chỉ tiêu')}", 13, centred=True)]
        columns += [Column(f"{item.code} {_('thực hiện')}", 13, centred=True)]
    rows: list[list[Value]] = []
    for each in collected.units:
        row: list[Value] = [name_of(request, each.unit)]
        for item in chosen:
            row += [side.get(each.unit) for side in pairs[item.id]]
        rows.append(row)
    about = "; ".join(f"{item.code}: {item.label}" for item in chosen)
    last = write_table(sheet, _("TIẾN ĐỘ SO VỚI CHỈ TIÊU"), about, columns, rows)
    for number, item in enumerate(chosen):
        chart = _chart(f"{item.code}. {item.short or item.label}")
        at = 2 + 2 * number
        chart.add_data(
            Reference(sheet, min_col=at, max_col=at + 1, min_row=HEAD_ROW, max_row=last),
            titles_from_data=True,
        )
        chart.set_categories(Reference(sheet, min_col=1, min_row=HEAD_ROW + 1, max_row=last))
        sheet.add_chart(chart, f"A{last + 3 + _COVERED * number}")


def _chart(title: str) -> BarChart:
    chart = BarChart()
    chart.title, chart.height, chart.width = title, _HEIGHT_CM, _WIDTH_CM
    # Without this newer programs leave the axes out.
    chart.x_axis.delete = chart.y_axis.delete = False
    return chart
