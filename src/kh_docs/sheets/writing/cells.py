"""Put words into a cell so that they stay words: the one way for every workbook of ours."""

from __future__ import annotations

import re
from typing import Any

from kh_docs.shown import writable

# More no cell can hold; openpyxl would cut them without a word.
MOST_LETTERS = 32_767
# What a program that opens the sheet would take for the start of a formula.
FORMULA_MARKS = tuple("=+-@\t\r")
# “_x0041_” in a cell is Excel's way to write “A”;
# LibreOffice also takes the “_xa_” of “so_xa_co” for a line end.
_TAKEN_FOR_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{1,4}_)")


def put_words(cell: Any, words: str) -> Any:
    """Words stay words even if they begin as a formula does or spell an error of Excel's (B72, E8)."""
    if not words:
        cell.value = None
        return cell
    shown = writable(words)
    if len(shown) > MOST_LETTERS:
        shown = shown[: MOST_LETTERS - 1] + "…"
    cell.value = shown
    # What openpyxl made of it, “=1” a formula and “#N/A” an error, is put back.
    cell.data_type = "s"
    cell._value = _TAKEN_FOR_ESCAPED.sub("_x005F_", shown)
    if shown.startswith(FORMULA_MARKS):
        cell.quotePrefix = True
    return cell
