"""One value between the data, where it is text, and a cell, where it is what Excel makes of it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

from kh_docs.errors import KhDocsError
from kh_docs.facts.dates_vi import short_date
from kh_docs.i18n import _
from kh_docs.model.base import parse_date
from kh_docs.sheets.form.shapes import Cell, CellKind
from kh_docs.text import TextRefused, clean, mended, slug

# What Excel can hold in one cell; more would be cut without a word.
MAX_CELL = 32_767
# Excel counts with 15 digits; longer numbers have lost some already.
MAX_DIGITS = 15
# A number this large in one of our tables is a slip of the keyboard.
MAX_NUMBER = 10**9
FORMATS: dict[CellKind, str] = {
    "fixed": "@",
    "text": "@",
    "code": "@",
    "choice": "@",
    "yes": "@",
    "whole": "0",
    "number": "General",
    "date": "dd/mm/yyyy",
}
YES_NO = {"yes": "Có", "no": "Không"}
# A column of “Có” is a column to tick for whoever has ticked columns all her life.
_TICKS = ("x", "×", "v", "✓", "✔", "√", "☑")


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
    if kind == "whole" and text.isdigit():
        return int(text)
    if kind == "number" and re.fullmatch(r"\d+(,\d+)?", text):
        value = float(text.replace(",", "."))
        return int(value) if value.is_integer() else value
    return text


def from_excel(cell: Cell, value: object) -> str:
    """What a clerk put into a cell as text of the data; raises BadCell with what to do."""
    if value is None:
        return ""
    if isinstance(value, str) and not (value := _cleaned(value)):
        return ""
    if isinstance(value, str) and value.startswith("#") and re.fullmatch(r"#[A-Z/0!?]+", value):
        raise BadCell(_("ô báo lỗi {} của Excel").format(value), _("sửa công thức hoặc gõ thẳng giá trị"))
    if cell.kind == "date":
        return _date(value)
    if cell.kind in ("whole", "number"):
        return _number(value, whole=cell.kind == "whole")
    text = _text(cell.kind, value)
    if cell.kind == "yes":
        if text.lower() in _TICKS:
            return "yes"
        return _chosen(text, tuple(YES_NO.values()), {word: key for key, word in YES_NO.items()})
    if cell.kind == "choice" and cell.choices:
        return _chosen(text, cell.choices, {})
    return text


def same(kind: CellKind, old: str, new: str) -> bool:
    """Whether two texts of the data say the same, `05` and `5` as numbers."""
    if old == new:
        return True
    return bool(old) and bool(new) and to_excel(kind, old) == to_excel(kind, new)


def _cleaned(value: str) -> str:
    try:
        text = mended(clean(value))
    except TextRefused as error:
        raise BadCell(error.message, error.fix) from error
    return "\n".join(" ".join(line.split(" ")).strip() for line in text.split("\n")).strip()


def _text(kind: CellKind, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        raise BadCell(_("ô chứa giá trị đúng/sai ({})").format(value), _("gõ chữ vào ô"))
    if isinstance(value, (datetime, date, time)):
        raise BadCell(
            _("Excel đã đổi chữ thành ngày ({})").format(value), _("định dạng ô là Văn bản (Text) rồi gõ lại")
        )
    if kind == "code" or len(str(value)) > MAX_DIGITS - 4:
        raise BadCell(
            _("ô đang là số ({}), Excel có thể đã bỏ số 0 ở đầu hoặc chữ số ở cuối").format(value),
            _("định dạng ô là Văn bản (Text) rồi gõ lại cả số 0"),
        )
    raise BadCell(
        _("ô phải là chữ, đang là số {}").format(value), _("định dạng ô là Văn bản (Text) rồi gõ lại")
    )


def _date(value: object) -> str:
    if isinstance(value, (datetime, date)):
        day = value.date() if isinstance(value, datetime) else value
        if not 2000 <= day.year <= 2100:
            raise BadCell(_("năm {} không hợp lý").format(day.year), _("kiểm tra lại ngày"))
        return short_date(day)
    if isinstance(value, str):
        try:
            day = parse_date(value)
        except ValueError as error:
            raise BadCell(str(error), _("gõ lại ngày, ví dụ 24/02/2026")) from error
        raise BadCell(
            _("ngày “{}” đang là chữ, Excel chưa hiểu là ngày").format(value),
            _("xóa ô rồi gõ lại ngày; nếu vẫn là chữ, gõ =DATE({};{};{})").format(
                day.year, day.month, day.day
            ),
        )
    raise BadCell(_("ô phải là ngày, đang là {}").format(value), _("gõ lại ngày, ví dụ 24/02/2026"))


def _number(value: object, *, whole: bool) -> str:
    if isinstance(value, (bool, datetime, date, time)):
        raise BadCell(
            _("ô phải là số, đang là {}").format(value), _("định dạng ô là Số (Number) rồi gõ lại số")
        )
    if isinstance(value, str):
        if value.endswith("%"):
            # Excel keeps 0.85 where somebody types 85%.
            raise BadCell(
                _("ô đang là phần trăm ({})").format(value[:40]),
                _("định dạng ô là Số (Number) rồi gõ số không có dấu %"),
            )
        if re.fullmatch(r"[\d\s.,]+", value):
            raise BadCell(
                _("số “{}” đang là chữ").format(value), _("định dạng ô là Số (Number) rồi gõ lại số")
            )
        raise BadCell(
            _("ô phải là số, đang là chữ “{}”").format(value[:40]), _("chỉ gõ số; chữ ghi ở cột Ghi chú")
        )
    if not isinstance(value, (int, float)):
        raise BadCell(_("ô phải là số, đang là {}").format(value), _("gõ lại số"))
    if value < 0:
        raise BadCell(_("số âm ({})").format(value), _("gõ số từ 0 trở lên"))
    if value >= MAX_NUMBER:
        raise BadCell(_("số quá lớn ({})").format(value), _("kiểm tra lại số và đơn vị tính"))
    rounded = round(float(value), 6)
    if rounded.is_integer():
        return str(int(rounded))
    if whole:
        raise BadCell(_("phải là số nguyên, đang là {}").format(value), _("gõ số không có phần lẻ"))
    return f"{rounded:.6f}".rstrip("0").rstrip(".").replace(".", ",")


def _chosen(text: str, choices: tuple[str, ...], stored: dict[str, str]) -> str:
    """One of the choices, in any case and with or without marks."""
    for choice in choices:
        if unicodedata.normalize("NFC", text).lower() == choice.lower() or slug(text) == slug(choice):
            return stored.get(choice, choice)
    raise BadCell(
        _("“{}” không có trong danh sách").format(text[:40]),
        _("chọn một trong: {}").format(", ".join(choices)),
    )
