"""How our sheets look, on the screen and on paper."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.properties import PageSetupProperties

from kh_docs.sheets.writing.cells import put_words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
_LINE = Side(style="thin", color="808080")
FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD = PatternFill("solid", fgColor="D9D9D9")
TO_FILL = PatternFill("solid", fgColor="FFF9DB")
REQUIRED = PatternFill("solid", fgColor="FFE0B2")
CLOSED = PatternFill("solid", fgColor="EEEEEE")
FILLS = {"open": TO_FILL, "required": REQUIRED, "closed": CLOSED, "band": CLOSED}
TITLE_FONT = Font(name=FONT, size=14, bold=True)
HEAD_FONT = Font(name=FONT, size=11, bold=True)
CELL_FONT = Font(name=FONT, size=11)
QUIET_FONT = Font(name=FONT, size=9, color="808080")
FONTS = {"quiet": QUIET_FONT, "closed": QUIET_FONT, "band": HEAD_FONT}
WRAPPED = Alignment(vertical="top", wrap_text=True)
FIGURE = Alignment(vertical="top", horizontal="center", wrap_text=True)
SHRUNK = Alignment(vertical="top", shrink_to_fit=True)
CENTRED = Alignment(vertical="center", horizontal="center", wrap_text=True)
_A4 = 9
_LINE_POINTS = 15.0
_MARGIN_INCHES, _BOTTOM_INCHES, _FOOTER_INCHES = 0.5, 0.75, 0.3
# Characters across a landscape page that can still be read on paper.
READABLE_WIDTH = 215
# Letters of the text font in the width that counts as one character of a column: that of a digit.
_LETTERS_PER_WIDTH, _BOLD_LETTERS_PER_WIDTH = 1.08, 0.95


def new_workbook() -> Workbook:
    """An empty workbook whose columns are counted in digits of our font, or each program took its own."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    # openpyxl has no open door to the font of its default style.
    styles: Any = workbook
    styles._fonts = IndexedList([CELL_FONT])
    styles._named_styles["Normal"].font = CELL_FONT
    return workbook


def for_paper(sheet: Worksheet, head_row: int, *, landscape: bool = True, width: float = 0) -> None:
    """A4, the head repeated, pages numbered; a sheet too wide to read on one page is split over several."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = _A4
    across = max(1, ceil(width / READABLE_WIDTH))
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
    if across > 1:
        sheet.print_title_cols = "A:B"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN_INCHES
    sheet.page_margins.top = _MARGIN_INCHES
    # Without room between them LibreOffice leaves the footer out.
    sheet.page_margins.bottom, sheet.page_margins.footer = _BOTTOM_INCHES, _FOOTER_INCHES
    sheet.print_title_rows = f"{head_row}:{head_row}"
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "&A – &P/&N"


def explain(sheet: Worksheet, row: int, text: str, widths: list[float]) -> None:
    """A line of explanation under the title; the columns that every page repeats would cut it off."""
    put_words(sheet.cell(row, 3 if sum(widths) > READABLE_WIDTH else 1), text).font = CELL_FONT


def set_widths(sheet: Worksheet, widths: list[float]) -> None:
    """The widths of the columns from the first on, in characters."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def height_for(texts: list[str], widths: list[float], *, bold: bool = False) -> float:
    """The height of a row that shows all of `texts`: LibreOffice does not find it by itself."""
    letters = _BOLD_LETTERS_PER_WIDTH if bold else _LETTERS_PER_WIDTH
    lines = (_lines(text, width * letters) for text, width in zip(texts, widths, strict=True))
    return _LINE_POINTS * max(lines, default=1)


def _lines(text: str, room: float) -> int:
    """How many lines `text` takes where `room` letters stand on one."""
    if len(text) <= room and "\n" not in text:
        return 1
    lines = 0
    for paragraph in text.split("\n"):
        lines, used = lines + 1, 0.0
        for word in paragraph.split():
            if used and used + 1 + len(word) > room:
                lines, used = lines + 1, 0.0
            # A word longer than the column is broken.
            lines += ceil(len(word) / room) - 1
            used += len(word) % room + (used > 0)
    return lines
