"""Automatic numbering: the number that Word prints before a paragraph."""

from typing import NamedTuple

from kh_docs.word.layers import Layer
from kh_docs.word.numbering_levels import LEVELS, NumberingLevel, read_level, read_levels, written_number
from kh_docs.word.xml import Element, W, val, whole


class Label(NamedTuple):
    """What stands before the paragraph: its text, and the font when the level states one."""

    text: str
    font: str
    bullet: bool


class Numbering:
    """Counts through the document; ask for labels in reading order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, NumberingLevel]] = {}
        # Files hold dozens of lists and use few: the levels of each, and those it has of its own.
        self._unread: dict[str, tuple[Element, list[tuple[int, Element]]]] = {}
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
            own: list[tuple[int, Element]] = []
            for override in num.iterfind(W + "lvlOverride"):
                index = whole(override.get(W + "ilvl")) or 0
                if not 0 <= index < LEVELS:
                    continue
                start = whole(val(override.find(W + "startOverride")))
                if start is not None:
                    self._overrides.setdefault(num_id, {})[index] = start
                own += [(index, level) for level in override.iterfind(W + "lvl")]
            self._unread[num_id] = abstract[abstract_id], own

    def _levels_of(self, num_id: str) -> dict[int, NumberingLevel]:
        if num_id not in self._levels and num_id in self._unread:
            abstract, own = self._unread[num_id]
            self._levels[num_id] = read_levels(abstract) | {at: read_level(level) for at, level in own}
        return self._levels.get(num_id, {})

    def layer(self, num_id: str, level: int) -> Layer | None:
        """The indents that the level brings to its paragraph."""
        levels = self._levels_of(num_id)
        return levels[level].para if level in levels else None

    def label(self, num_id: str, level: int) -> Label | None:
        """Count one paragraph and return its printed number; `None` where there is no such list."""
        levels = self._levels_of(num_id)
        if level not in levels or not 0 <= level < LEVELS:
            return None
        counters = self._counters.setdefault(self._abstract_of[num_id], [None] * LEVELS)
        if num_id not in self._started:
            self._started.add(num_id)
            for index, start in self._overrides.get(num_id, {}).items():
                if index < LEVELS:
                    counters[index] = start - 1
        current = counters[level]
        counters[level] = levels[level].start if current is None else current + 1
        counters[level + 1 :] = [None] * (LEVELS - level - 1)
        label = self._render(levels, counters, level)
        # A level of no format and no text counts, and prints nothing.
        return label if label.text.strip() or label.bullet else None

    def _render(self, levels: dict[int, NumberingLevel], counters: list[int | None], level: int) -> Label:
        text = levels[level].text
        bullet = levels[level].format == "bullet"
        if not bullet:
            for index in range(LEVELS):
                marker = f"%{index + 1}"
                if marker in text:
                    at = levels.get(index, NumberingLevel())
                    number = counters[index]
                    text = text.replace(
                        marker, written_number(at.start if number is None else number, at.format)
                    )
        return Label(text, levels[level].font, bullet)
