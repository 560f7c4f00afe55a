"""What a clerk put into a cell as text of the data, and whether she spelt it otherwise."""

from __future__ import annotations

import re
from typing import NamedTuple

from kh_docs.facts.pasted import plain_paragraphs, plain_words
from kh_docs.i18n import _
from kh_docs.sheets.form.shapes import Cell
from kh_docs.sheets.reading.cell_figures import day_in, number_in
from kh_docs.sheets.reading.cell_words import cleaned, words_in
from kh_docs.sheets.values import BadCell

_EXCEL_FAULT = re.compile(r"#[A-Z/0!?]+")


class Said(NamedTuple):
    """`text` as the data have it; `spelt`: what stood in the cell where that is another spelling of it."""

    text: str
    spelt: str = ""
    # What was done to words that came from Word.
    told: tuple[str, ...] = ()


def said_in(cell: Cell, value: object) -> Said:
    """Raises BadCell, with what to do, for what cannot be used or can be read in two ways."""
    if value is None:
        return Said("")
    told: tuple[str, ...] = ()
    if isinstance(value, str):
        value, told = plain_paragraphs(value, cell.heads) if cell.kind == "prose" else plain_words(value)
        if not (value := cleaned(value)):
            return Said("")
    if isinstance(value, str) and _EXCEL_FAULT.fullmatch(value):
        raise BadCell(_("ô báo lỗi {} của Excel").format(value), _("sửa công thức hoặc gõ thẳng giá trị"))
    # Typed before a number to keep it as it is; Excel swallows the first one only.
    typed = value.lstrip("'") if isinstance(value, str) and cell.kind not in ("text", "prose") else value
    if cell.kind == "date":
        text = day_in(typed)
    elif cell.kind in ("whole", "number"):
        text = number_in(cell, typed)
    else:
        return Said(words_in(cell, typed), "", told)
    return Said(text, value if isinstance(value, str) and value != text else "")
