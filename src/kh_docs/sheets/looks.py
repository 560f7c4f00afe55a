"""How our sheets look, on the screen and on paper."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
_LINE = Side(style="thin", color="808080")
FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD = PatternFill("solid", fgColor="D9D9D9")
TO_FILL = PatternFill("solid", fgColor="FFF9DB")
REQUIRED = PatternFill("solid", fgColor="FFE0B2")
CLOSED = PatternFill("solid", fgColor="EEEEEE")
FILLS = {"open": TO_FILL, "required": REQUIRED, "closed": CLOSED}
TITLE_FONT = Font(name=FONT, size=14, bold=True)
HEAD_FONT = Font(name=FONT, size=11, bold=True)
CELL_FONT = Font(name=FONT, size=11)
QUIET_FONT = Font(name=FONT, size=9, color="808080")
WRAPPED = Alignment(vertical="top", wrap_text=True)
CENTRED = Alignment(vertical="center", horizontal="center", wrap_text=True)
_A4 = 9
_LINE_POINTS = 15.0
_MARGIN_INCHES = 0.5
# Characters across a landscape page that can still be read on paper.
_READABLE_WIDTH = 215
# Letters of the text font in the width that counts as one character of a column.
_LETTERS_PER_WIDTH = 1.05


def for_paper(sheet: Worksheet, head_row: int, *, landscape: bool = True, width: float = 0) -> None:
    """A4, the head repeated, pages numbered; a sheet too wide to read on one page is split over several."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = _A4
    across = max(1, ceil(width / _READABLE_WIDTH))
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
    if across > 1:
        sheet.print_title_cols = "A:B"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN_INCHES
    sheet.page_margins.top = sheet.page_margins.bottom = _MARGIN_INCHES
    sheet.print_title_rows = f"{head_row}:{head_row}"
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "&A – &P/&N"


def set_widths(sheet: Worksheet, widths: list[float]) -> None:
    """The widths of the columns from the first on, in characters."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def height_for(texts: list[str], widths: list[float]) -> float:
    """The height of a row that shows all of `texts`: LibreOffice and previews do not find it themselves."""
    lines = [
        sum(max(1, ceil(len(part) / (width * _LETTERS_PER_WIDTH))) for part in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    ]
    return _LINE_POINTS * max(1, *lines)
