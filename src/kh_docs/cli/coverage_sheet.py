"""Take the coverage of a plan, give an Excel workbook that is ready to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from kh_docs.i18n import N_, _
from kh_docs.sheets.writing import looks
from kh_docs.sheets.writing.cells import put_words
from kh_docs.sheets.writing.stored import stored

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kh_docs.model.book import Book

FONT = "Times New Roman"
LINE = Side(style="thin")
FRAME = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
GREY = PatternFill("solid", fgColor="D9D9D9")
A4 = 9
MARKS = {"covered": N_("x"), "not_applicable": "–", "missing": N_("THIẾU")}
STATES = {"covered": N_("có"), "not_applicable": N_("không áp dụng"), "missing": N_("thiếu")}


def workbook(book: Book, found: dict[str, Any]) -> bytes:
    """Two sheets: the crossing of clauses and units, then every duty with its tasks or its reason."""
    result = looks.new_workbook()
    _fill_crossing(result.create_sheet(_("Đối chiếu")), book, found)
    _fill_duties(result.create_sheet(_("Từng việc")), book, found)
    return stored(result, book.head.issued_on)


def _fill_crossing(sheet: Worksheet, book: Book, found: dict[str, Any]) -> None:
    plan = f"{book.head.kind} {book.head.number}/{book.head.symbol}"
    title = _("Đối chiếu {plan} với từng đơn vị (x: có nhiệm vụ; –: không áp dụng)").format(plan=plan)
    units = found["units"]
    cells = {(cell["clause"], cell["unit"]): cell["state"] for cell in found["cells"]}
    rows = [[clause, *(_(MARKS[cells[clause, unit]]) for unit in units)] for clause in found["clauses"]]
    _fill(sheet, title, [_("Mục"), *(book.units[unit].full_name for unit in units)], rows)
    for row in sheet.iter_rows(min_row=2, min_col=2):
        for cell in row:
            cell.alignment = Alignment(horizontal="center", vertical="center")
    # The names of units stand upright, or 21 of them would not fit on a page.
    for cell in next(sheet.iter_rows(min_row=2, max_row=2, min_col=2)):
        cell.alignment = Alignment(horizontal="center", vertical="bottom", text_rotation=90)
    sheet.row_dimensions[2].height = 130
    _set_widths(sheet, [12, *(5.5 for _unit in units)])


def _fill_duties(sheet: Worksheet, book: Book, found: dict[str, Any]) -> None:
    states = {name: _(words) for name, words in STATES.items()}
    units: dict[tuple[str, ...], list[str]] = {}
    for cell in found["cells"]:
        for duty in cell["duties"]:
            reason = "" if duty["state"] == "covered" else duty["reason"]
            state, tasks = states[duty["state"]], ", ".join(duty["tasks"])
            key = (cell["clause"], duty["text"], state, tasks, reason)
            units.setdefault(key, []).append(book.units[cell["unit"]].full_name)
    everyone = _("tất cả {count} đơn vị").format(count=len(found["units"]))
    heads = [_("Mục"), _("Việc kế hoạch giao"), _("Tình trạng"), _("Nhiệm vụ"), _("Lý do"), _("Đơn vị")]
    rows = [
        [*key, everyone if len(names) == len(found["units"]) else ", ".join(names)]
        for key, names in units.items()
    ]
    widths = [11.0, 60.0, 15.0, 18.0, 34.0, 34.0]
    _fill(sheet, _("Từng việc kế hoạch giao và nhiệm vụ thực hiện"), heads, rows)
    sheet.auto_filter.ref = f"A2:F{sheet.max_row}"
    _set_widths(sheet, widths)
    # Excel fits the height of a row by itself, LibreOffice and printers' previews do not.
    for number, row in enumerate(rows, start=3):
        sheet.row_dimensions[number].height = looks.height_for(row, widths)


def _fill(sheet: Worksheet, title: str, heads: list[str], rows: list[list[str]]) -> None:
    """The rows under a title and a grey head that is repeated on every printed page."""
    for number, row in enumerate(([title], heads, *rows), 1):
        for column, words in enumerate(row, 1):
            put_words(sheet.cell(number, column), words)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.font, cell.border = Font(name=FONT, size=11), FRAME
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for cell in next(sheet.iter_rows(min_row=2, max_row=2)):
        cell.font, cell.fill = Font(name=FONT, size=11, bold=True), GREY
    sheet["A1"].font = Font(name=FONT, size=14, bold=True)
    sheet.freeze_panes, sheet.print_title_rows = "B3", "2:2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "&P/&N"


def _set_widths(sheet: Worksheet, widths: list[float]) -> None:
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
