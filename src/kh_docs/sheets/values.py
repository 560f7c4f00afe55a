"""One value of the data, where it is text, as what Excel makes of it."""

from __future__ import annotations

import re
from datetime import datetime, time

from kh_docs.errors import KhDocsError
from kh_docs.i18n import _
from kh_docs.model.base import parse_date
from kh_docs.sheets.form.shapes import CellKind

# What Excel can hold in one cell; more would be cut without a word.
MAX_CELL = 32_767
FORMATS: dict[CellKind, str] = {
    "fixed": "@",
    "text": "@",
    "prose": "@",
    "code": "@",
    "year": "@",
    "choice": "@",
    "yes": "@",
    "whole": "0",
    "number": "General",
    "date": "dd/mm/yyyy",
}
YES_NO = {"yes": "Có", "no": "Không"}


# Excel keeps no more; a longer number is a slip, shown as it was typed.
MOST_DIGITS = 15


class BadCell(KhDocsError):
    """What a cell holds cannot be used."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message, fix)
        self.message, self.fix = message, fix


def to_excel(kind: CellKind, text: str) -> str | int | float | datetime | None:
    """`text` of the data as Excel's own value; a date or number it cannot be stays text."""
    if not text:
        return None
    if len(text) > MAX_CELL:
        raise BadCell(
            _("dài {} ký tự, Excel chỉ giữ {}").format(len(text), MAX_CELL), _("rút ngắn trong tệp data")
        )
    if kind == "yes":
        return {"yes": "Có", "có": "Có", "no": "Không", "không": "Không"}.get(text.lower(), text)
    if kind == "date":
        try:
            day = parse_date(text)
        except ValueError:
            return text
        return datetime.combine(day, time())
    if kind in ("whole", "number") and len(text) > MOST_DIGITS:
        return text
    if kind == "whole" and text.isdecimal():
        return int(text)
    if kind == "number" and re.fullmatch(r"\d+(,\d+)?", text):
        value = float(text.replace(",", "."))
        return int(value) if value.is_integer() else value
    return text


def same(kind: CellKind, old: str, new: str) -> bool:
    """Whether two texts of the data say the same, `05` and `5` as numbers."""
    if old == new:
        return True
    return bool(old) and bool(new) and to_excel(kind, old) == to_excel(kind, new)
