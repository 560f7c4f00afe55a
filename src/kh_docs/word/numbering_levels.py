"""The levels of a numbering as numbering.xml has them, and a number as a level writes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from kh_docs.word.layers import Layer, para_layer, run_layer
from kh_docs.word.roman import to_roman
from kh_docs.word.xml import Element, W, val, whole

LEVELS: Final = 9


@dataclass(slots=True)
class NumberingLevel:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    para: Layer = field(default_factory=dict)
    font: str = ""


def read_levels(abstract: Element) -> dict[int, NumberingLevel]:
    levels: dict[int, NumberingLevel] = {}
    for level in abstract.iterfind(W + "lvl"):
        index = whole(level.get(W + "ilvl"))
        if index is not None and 0 <= index < LEVELS:
            levels[index] = read_level(level)
    return levels


def read_level(level: Element) -> NumberingLevel:
    start = whole(val(level.find(W + "start")))
    return NumberingLevel(
        format=val(level.find(W + "numFmt")) or "decimal",
        text=val(level.find(W + "lvlText")) or "",
        start=1 if start is None else start,
        para=para_layer(level.find(W + "pPr")),
        font=str(run_layer(level.find(W + "rPr"), {}).get("ascii", "")),
    )


def written_number(number: int, style: str) -> str:
    if number < 1 or style == "none":
        return "0" if style != "none" else ""
    match style:
        case "upperRoman":
            return to_roman(min(number, 3999))
        case "lowerRoman":
            return to_roman(min(number, 3999)).lower()
        case "lowerLetter":
            return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 50 + 1)
        case "upperLetter":
            return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 % 50 + 1)
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)
