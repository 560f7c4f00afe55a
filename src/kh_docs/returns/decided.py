"""Read the tracker that the officer wrote in; a row that decides nothing is told of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kh_docs.i18n import _
from kh_docs.model.base import parse_date
from kh_docs.returns.decisions import Decisions, Override, Verdict
from kh_docs.returns.sheets import HEAD_ROW
from kh_docs.returns.tracker_form import ACCEPTED, CORRECTIONS, FOUND_DAY, NOTE, QUESTIONS, RECEIVED, TRACKED
from kh_docs.text import slug

if TYPE_CHECKING:
    from openpyxl import Workbook

Row = tuple[Any, ...]


def decisions_in(content: bytes, units: Collection[str], keys: Mapping[str, str]) -> Decisions:
    """What was decided in a tracker of ours; `keys`: the cells that a report has, by what they are called."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        workbook = load_workbook(io.BytesIO(content), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError):
        return Decisions(problems=(_("bảng theo dõi hỏng, không lấy được quyết định nào trong đó"),))
    problems: list[str] = []
    days: dict[str, date] = {}
    notes: dict[str, str] = {}
    for unit, row in _rows(workbook, TRACKED, units):
        written, found = row[RECEIVED], row[FOUND_DAY] if len(row) > FOUND_DAY else None
        day = _day(written)
        if written and day is None:
            problems.append(_("{unit}: “{text}” không phải ngày nhận").format(unit=unit, text=written))
        elif day is not None and day != _day(found):
            days[unit] = day
        if note := _text(row, NOTE):
            notes[unit] = note
    overrides = list(_overrides(workbook, units, keys, problems))
    return Decisions(days, tuple(overrides), dict(_verdicts(workbook, units)), notes, tuple(problems))


def _rows(workbook: Workbook, title: str, units: Collection[str]) -> Iterator[tuple[str, Row]]:
    """The rows of a sheet that name a unit."""
    for sheet in workbook.worksheets:
        if sheet.title in (title, _(title)):
            for row in sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True):
                if (unit := str(row[0] or "").strip()) in units:
                    yield unit, row


def _overrides(
    workbook: Workbook, units: Collection[str], keys: Mapping[str, str], problems: list[str]
) -> Iterator[Override]:
    for unit, row in _rows(workbook, CORRECTIONS, units):
        called, value, reason = _text(row, 1), row[2], _text(row, 3)
        place, key = f"{unit}, {called}", keys.get(slug(called))
        if key is None:
            problems.append(_("{place}: không có ô này trong biểu, chưa sửa").format(place=place))
        elif isinstance(value, bool) or not isinstance(value, int | float | str | datetime):
            problems.append(_("{place}: chưa ghi giá trị đúng, chưa sửa").format(place=place))
        elif not reason:
            problems.append(_("{place}: chưa ghi lý do, chưa sửa").format(place=place))
        else:
            shown = value.strftime("%d/%m/%Y") if isinstance(value, datetime) else value
            yield Override(unit, key, shown, reason)


def _verdicts(workbook: Workbook, units: Collection[str]) -> Iterator[tuple[tuple[str, str, str], Verdict]]:
    for unit, row in _rows(workbook, QUESTIONS, units):
        words = _text(row, 5)
        if words:
            asked = (unit, _text(row, 2), _text(row, 4))
            yield asked, Verdict(words, _text(row, 6), slug(words) == slug(ACCEPTED))


def _text(row: Row, at: int) -> str:
    return str(row[at]).strip() if at < len(row) and row[at] is not None else ""


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    try:
        day = parse_date(str(value).strip()) if value else None
    except ValueError:
        return None
    return day if isinstance(day, date) else None
