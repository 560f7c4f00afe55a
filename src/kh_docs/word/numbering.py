"""Automatic numbering: the number that Word prints before a paragraph."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kh_docs.word.layers import Layer, para_layer, run_layer
from kh_docs.word.xml import Element, W, val, whole

_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LEVELS: Final = 9


def to_roman(number: int) -> str:
    """4 -> "IV"."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def from_roman(text: str) -> int | None:
    """“IV” -> 4; `None` for what is no Roman number."""
    number, rest = 0, text.upper()
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            number, rest = number + value, rest[len(letters) :]
    return number if not rest and number and to_roman(number) == text.upper() else None


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    para: Layer = field(default_factory=dict)
    font: str = ""


class Label(NamedTuple):
    """What stands before the paragraph: its text, and the font when the level states one."""

    text: str
    font: str
    bullet: bool


class Numbering:
    """Counts through the document; ask for labels in reading order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[str] = set()
        if root is None:
            return
        abstract = {item.get(W + "abstractNumId"): item for item in root.iterfind(W + "abstractNum")}
        for num in root.iterfind(W + "num"):
            num_id, abstract_id = num.get(W + "numId"), val(num.find(W + "abstractNumId"))
            if num_id is None or abstract_id not in abstract:
                continue
            self._abstract_of[num_id] = str(abstract_id)
            levels = _read_levels(abstract[abstract_id])
            for override in num.iterfind(W + "lvlOverride"):
                index = whole(override.get(W + "ilvl")) or 0
                if not 0 <= index < _LEVELS:
                    continue
                start = whole(val(override.find(W + "startOverride")))
                if start is not None:
                    self._overrides.setdefault(num_id, {})[index] = start
                for level in override.iterfind(W + "lvl"):
                    levels[index] = _read_level(level)
            self._levels[num_id] = levels

    def layer(self, num_id: str, level: int) -> Layer | None:
        """The indents that the level brings to its paragraph."""
        levels = self._levels.get(num_id)
        return levels[level].para if levels and level in levels else None

    def label(self, num_id: str, level: int) -> Label | None:
        """Count one paragraph and return its printed number; `None` where there is no such list."""
        levels = self._levels.get(num_id)
        if not levels or level not in levels or not 0 <= level < _LEVELS:
            return None
        counters = self._counters.setdefault(self._abstract_of[num_id], [None] * _LEVELS)
        if num_id not in self._started:
            self._started.add(num_id)
            for index, start in self._overrides.get(num_id, {}).items():
                if index < _LEVELS:
                    counters[index] = start - 1
        current = counters[level]
        counters[level] = levels[level].start if current is None else current + 1
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        label = self._render(levels, counters, level)
        # A level of no format and no text counts, and prints nothing.
        return label if label.text.strip() or label.bullet else None

    def _render(self, levels: dict[int, _Level], counters: list[int | None], level: int) -> Label:
        text = levels[level].text
        bullet = levels[level].format == "bullet"
        if not bullet:
            for index in range(_LEVELS):
                marker = f"%{index + 1}"
                if marker in text:
                    at = levels.get(index, _Level())
                    number = counters[index]
                    text = text.replace(marker, _written(at.start if number is None else number, at.format))
        return Label(text, levels[level].font, bullet)


def _read_levels(abstract: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in abstract.iterfind(W + "lvl"):
        index = whole(level.get(W + "ilvl"))
        if index is not None and 0 <= index < _LEVELS:
            levels[index] = _read_level(level)
    return levels


def _read_level(level: Element) -> _Level:
    start = whole(val(level.find(W + "start")))
    return _Level(
        format=val(level.find(W + "numFmt")) or "decimal",
        text=val(level.find(W + "lvlText")) or "",
        start=1 if start is None else start,
        para=para_layer(level.find(W + "pPr")),
        font=str(run_layer(level.find(W + "rPr"), {}).get("ascii", "")),
    )


def _written(number: int, style: str) -> str:
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
