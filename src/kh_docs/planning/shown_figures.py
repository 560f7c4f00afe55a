"""Figures as `plan show` prints them: one row a figure, and one for each unit that has a part of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kh_docs.model.plan import Clause
from kh_docs.model.targets import Target
from kh_docs.model.units import Unit
from kh_docs.planning.spans import sentence_at

_EACH = re.compile(r"(?:mỗi|từng)\s+[^\W\d_]", re.IGNORECASE)


def figure_rows(target: Target, clauses: Sequence[Clause], units: Mapping[str, Unit]) -> list[dict[str, Any]]:
    """The figure, and each named unit's part of it."""
    text = next((clause.text for clause in clauses if clause.id == target.clause), "")
    literal = _piece(target, text)
    at = text.find(literal)
    sentence = sentence_at(text, at) if at >= 0 else None
    each = sentence is not None and _EACH.search(text[sentence.start : at + len(literal)]) is not None
    row = {
        "id": target.id,
        "clause": target.clause,
        "literal": literal,
        "value": number(target.value),
        "measure": target.measure,
        "at_least": target.at_least,
        "per_unit": each,
        "units": list(target.per_unit or target.applies.units or ()),
        "state": target.state,
    }
    parts = [
        {
            **row,
            "id": f"{target.id}.{unit}",
            "literal": piece,
            "value": number(value),
            "per_unit": False,
            "units": [unit],
        }
        for unit, value in target.per_unit.items()
        if (piece := _part(text, value, target.measure, units.get(unit)))
    ]
    return [row, *parts]


def _part(text: str, value: str, measure: str, unit: Unit | None) -> str:
    """“05 Công an phường”, or the unit's row of a table."""
    if found := re.search(rf"{re.escape(value)} {re.escape(measure)}", text):
        return found[0]
    rows = [line for line in text.split("\n") if unit and f"{unit.name} |" in line]
    return next((row for row in rows if value in [cell.strip(" %") for cell in row.split("|")]), "")


def _piece(target: Target, text: str) -> str:
    """Of words that leave something out (“ … ”), the piece with the number."""
    pieces = [piece.strip() for piece in target.words.split("…") if piece.strip()]
    found = [piece for piece in pieces if piece in text]
    return next(
        (piece for piece in found if target.value and target.value in piece), (found or pieces or [""])[0]
    )


def number(value: str) -> int | float | None:
    """“1.200” is 1200, “0,5” is 0.5, “05” is 5."""
    plain = value.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return None
    return float(plain) if "." in plain else int(plain)
