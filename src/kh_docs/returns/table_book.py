"""The province's workbook: indicators by units with sums that can be followed, charts, sources, questions."""

from __future__ import annotations

from kh_docs.i18n import _
from kh_docs.returns.chart_sheets import progress, two_periods
from kh_docs.returns.collected import Collected
from kh_docs.returns.figure_sheet import figures
from kh_docs.returns.request import Request
from kh_docs.returns.sheets import new_workbook
from kh_docs.returns.source_sheets import SOURCES, decided, questions, sources, words
from kh_docs.sheets.writing.stored import stored


def table_book(request: Request, collected: Collected) -> bytes:
    """The bytes of `tong-hop-<kind>-<year>.xlsx`."""
    workbook = new_workbook()
    figures(workbook.create_sheet(_("Tổng hợp")), request, collected)
    two_periods(workbook.create_sheet(_("Hai kỳ")), request, collected)
    progress(workbook.create_sheet(_("Biểu đồ")), request, collected)
    sources(workbook.create_sheet(_(SOURCES)), request, collected)
    questions(workbook.create_sheet(_("Câu hỏi")), request, collected)
    words(workbook.create_sheet(_("Lời văn")), request, collected)
    decided(workbook.create_sheet(_("Đã quyết định")), request)
    return stored(workbook, request.as_of)
