"""What templates printed before, as it stands in XML: texts, runs, pieces of templates as bytes."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from kh_docs.patterns import re
from kh_docs.render import slots

# Texts that many documents share stay escaped; more than these are those of single units. What stands in rows
# that come again is kept with them (`render.assembling`).
MOST_KNOWN, MOST_RUNS = 5_000, 2_000


# Of one run, or of what stands between two places of a template.
LONGEST_PIECE, MOST_PIECES = 2_000, 1_000

# What Jinja changes when it escapes.
_ESCAPED = re.compile("[&<>\"']")
_ENTITY = re.compile("&[#0-9a-z]+;")


class Extraordinary(Exception):
    """A value that needs more than being put in its place: line breaks, markup, no text at all."""


class Known(dict[str, str]):
    """Texts with their escaped form, and runs with their XML; a look-up costs a tenth of making them."""

    def __init__(self) -> None:
        self.runs = _Runs(self)
        self.run = self.runs.__getitem__

    def __missing__(self, value: Any) -> str:
        if value.__class__ is not str:
            raise Extraordinary
        if len(self) > MOST_KNOWN:
            self.clear()
        # Few texts hold what is written otherwise, and to look takes a third of escaping.
        text = value
        if slots.SPECIAL.search(value):
            text = str(escape(value))
            if slots.SPECIAL.search(_ENTITY.sub("", text)):
                raise Extraordinary
        self[value] = text
        return text


class Plain(dict[str, str]):
    """Texts that a program writes into a part of properties just as they are."""

    def __missing__(self, value: Any) -> str:
        if value.__class__ is not str or not value.isprintable() or _ESCAPED.search(value):
            raise Extraordinary
        text: str = value
        return text

    def run(self, run: object) -> str:
        raise Extraordinary


class Encoded(dict[str, bytes]):
    """What a template yields piece by piece, as bytes: its own words and the runs of forms come again."""

    def __missing__(self, piece: str) -> bytes:
        content = piece.encode("utf-8")
        # Long pieces are tables, of which no two units have the same.
        if len(piece) <= LONGEST_PIECE:
            if len(self) > MOST_PIECES:
                self.clear()
            self[piece] = content
        return content


class _Runs(dict[object, str]):
    """Runs with their XML: of a form, nearly all are in the form of every unit."""

    def __init__(self, known: Known) -> None:
        self.known = known

    def __missing__(self, run: object) -> str:
        text = slots.drawn(run, self.known)
        if len(self) > MOST_RUNS:
            self.clear()
        self[run] = text
        return text
