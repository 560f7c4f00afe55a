"""What stands in one place of a return, with its witness."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from kh_docs.text import STROKE
from kh_docs.word.xml import Element

# The dots of a form, which stay where their control lost its mark and somebody typed beside them.
_DOTS: Final = re.compile(r"…+|\.{3,}|_{2,}")
_CROSSED: Final = re.compile(f"(?:.{STROKE})+")
FoundBy = Literal["tag", "alias", "code", "place"]


class Read(NamedTuple):
    """What was read at one place: under which tag, and in which cell of a table, if in one."""

    key: str
    raw: str
    where: str
    found_by: FoundBy
    home: Element | None = None
    # Whether it stands in a row that repeats one of the form, without its controls.
    is_copy: bool = False


class Cell(NamedTuple):
    """What stands in one place of the form; `copies`: other places that bear the same name."""

    raw: str
    where: str
    found_by: FoundBy
    copies: tuple[tuple[str, str], ...] = ()


def uncrossed(text: str) -> str:
    """Without the letters that somebody crossed out."""
    return _CROSSED.sub("", text)


def without_dots(text: str) -> str:
    """What somebody wrote among the dots of a form."""
    return _DOTS.sub(" ", text).strip()
