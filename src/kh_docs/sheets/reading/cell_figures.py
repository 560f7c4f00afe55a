"""What a clerk put into a cell for a number or a day, however she spelt it, as text of the data."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.spelt_numbers import shown
from kh_docs.facts.spelt_values import value_of
from kh_docs.i18n import _
from kh_docs.sheets.form.shapes import Cell
from kh_docs.sheets.values import BadCell

# A number this large in one of our tables is a slip of the keyboard.
MAX_NUMBER = 10**9
_YEARS = range(2000, 2101)


def day_in(value: object) -> str:
    """The day of a cell."""
    if isinstance(value, str):
        said = value_of(value, "d")
        if said.state != "text":
            return ""
        if said.question:
            raise BadCell(said.question, _("gõ lại ngày, ví dụ 24/02/2026"))
        value = date.fromisoformat(str(said.value))
    if not isinstance(value, date):
        raise BadCell(_("ô phải là ngày, đang là {}").format(value), _("gõ lại ngày, ví dụ 24/02/2026"))
    if value.year not in _YEARS:
        raise BadCell(_("năm {} không hợp lý").format(value.year), _("kiểm tra lại ngày"))
    return short_date(value)


def number_in(cell: Cell, value: object) -> str:
    """The number of a cell; empty for words that say there is none yet."""
    if isinstance(value, str):
        value = _spelt(cell, value)
        if value is None:
            return ""
    if isinstance(value, (bool, datetime, date, time, timedelta)) or not isinstance(value, (int, float)):
        raise BadCell(
            _("ô phải là số, đang là {}").format(value), _("định dạng ô là Số (Number) rồi gõ lại số")
        )
    if value < 0:
        raise BadCell(_("số âm ({})").format(value), _("gõ số từ 0 trở lên"))
    if value >= MAX_NUMBER:
        raise BadCell(_("số quá lớn ({})").format(value), _("kiểm tra lại số và đơn vị tính"))
    rounded = round(float(value), 6)
    if cell.kind == "whole" and not rounded.is_integer():
        raise BadCell(_("phải là số nguyên, đang là {}").format(shown(rounded)), _("gõ số không có phần lẻ"))
    return shown(rounded)


def _spelt(cell: Cell, text: str) -> float | int | None:
    said = value_of(text, "n", cell.measure)
    if said.state == "number" and isinstance(said.value, (int, float)):
        return said.value
    if said.state != "text":
        return None
    if said.question and any(map(str.isdecimal, text)):
        raise BadCell(said.question, _("gõ lại số, ví dụ 1250 hoặc 350,5"))
    raise BadCell(
        _("ô phải là số, đang là chữ “{}”").format(text[:40]),
        _("không có thì gõ 0, chưa có số liệu thì để trống; chữ ghi ở cột Ghi chú"),
    )
