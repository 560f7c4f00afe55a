"""A line of a plan's text, made tidy, and the refusal of a text that gives none."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from kh_docs.errors import DataError, Problem
from kh_docs.text import INVISIBLE

_BLANKS = re.compile("[ \t\xa0\u2000-\u200a\u202f\u3000]+")


class Line(NamedTuple):
    """A line of a text file, a block of a web page, or a paragraph or table row of a Word document."""

    number: int
    text: str
    # Cells of a table, already joined by “ | ”; never the start of a clause.
    row: bool = False


def tidy(text: str) -> str:
    """One line with single blanks, in NFC, without what nobody sees."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", INVISIBLE.sub("", text))).strip()


def refused(file: str, line: int | None, message: str, fix: str) -> DataError:
    """Why this file gives no plan."""
    return DataError([Problem(file, line, "", message, fix)])
