"""What a clerk put into a cell for words or for one of some choices, as text of the data."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta

from kh_docs.i18n import _
from kh_docs.sheets.form.shapes import Cell
from kh_docs.sheets.values import YES_NO, BadCell
from kh_docs.text import TextRefused, clean, mended, slug

# Excel counts with 15 digits; a number this long has lost some, or soon will.
_MAX_DIGITS = 11
# A column of “Có” is a column to tick for whoever has ticked columns all her life.
_TICKS = ("x", "×", "v", "✓", "✔", "√", "☑")


def cleaned(value: str) -> str:
    """The words without what nobody sees; BadCell for what cannot be printed."""
    try:
        return mended(clean(value))
    except TextRefused as error:
        raise BadCell(error.message, error.fix) from error


def words_in(cell: Cell, value: object) -> str:
    """The text of a cell that takes no number and no day."""
    text = _text(cell, value)
    if cell.kind == "yes":
        if text.lower() in _TICKS:
            return "yes"
        return _chosen(text, tuple(YES_NO.values()), {word: key for key, word in YES_NO.items()})
    if cell.kind == "choice" and cell.choices:
        return _chosen(text, cell.choices, {})
    return text


def _text(cell: Cell, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        raise BadCell(_("ô chứa giá trị đúng/sai ({})").format(value), _("gõ chữ vào ô"))
    if isinstance(value, (datetime, date)):
        raise BadCell(
            _("Excel đã đổi chữ thành ngày ({})").format(value), _("định dạng ô là Văn bản (Text) rồi gõ lại")
        )
    if isinstance(value, (time, timedelta)):
        raise BadCell(
            _("Excel đã đổi chữ thành giờ ({})").format(value), _("định dạng ô là Văn bản (Text) rồi gõ lại")
        )
    if cell.kind == "code" or len(str(value)) > _MAX_DIGITS:
        raise BadCell(
            _("ô đang là số ({}), Excel có thể đã bỏ số 0 ở đầu hoặc chữ số ở cuối").format(value),
            _("định dạng ô là Văn bản (Text) rồi gõ lại cả số 0"),
        )
    if isinstance(value, int):
        return str(value)
    raise BadCell(
        _("ô phải là chữ, đang là số {}").format(value), _("định dạng ô là Văn bản (Text) rồi gõ lại")
    )


def _chosen(text: str, choices: tuple[str, ...], stored: dict[str, str]) -> str:
    """One of the choices, in any case and with or without marks."""
    for choice in choices:
        if unicodedata.normalize("NFC", text).lower() == choice.lower() or slug(text) == slug(choice):
            return stored.get(choice, choice)
    raise BadCell(
        _("“{}” không có trong danh sách").format(text[:40]),
        _("chọn một trong: {}").format(", ".join(choices)),
    )
