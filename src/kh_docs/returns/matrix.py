"""The figures of all units side by side: a number or words for each indicator's column and each unit."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping
from math import isnan, nan
from typing import Final

from kh_docs.model.registers import Register
from kh_docs.returns.apart import NOTHING, Apart
from kh_docs.returns.returned import Return
from kh_docs.text import slug

# Stands behind a figure that is asked about, and by itself where one cannot be formed.
DOUBTFUL: Final = "(?)"


class Matrix:
    """Only what is added up and compared; a figure that has to be asked about is not among the numbers."""

    def __init__(self, units: Iterable[str]) -> None:
        self.at = {unit: number for number, unit in enumerate(units)}
        self._numbers: dict[str, array[float]] = {}
        self._words: dict[str, dict[int, str]] = {}
        # What stands in cells that hold no number that could be counted.
        self._raw: dict[str, dict[int, str]] = {}
        # Names in lists, by the list they are of: how they are written, and how many each unit has.
        self.names: dict[str, dict[str, str]] = {}
        self.named: dict[str, dict[str, int]] = {}
        # Units that sent a return, and those whose figures another one counts.
        self.sent: set[str] = set()
        self.apart: set[str] = set()

    def add(self, sent: Return, registers: Iterable[Register], apart: Apart = NOTHING) -> None:
        """Take in the figures and names of one unit; what is `apart`, another unit counts with its own."""
        at = self.at[sent.unit]
        self.sent.add(sent.unit)
        if apart.keys:
            self.apart.add(sent.unit)
        for key, figure in sent.figures.items():
            if key in apart.keys:
                self._raw.setdefault(key, {})[at] = f"({figure.raw.strip()})" if figure.raw.strip() else ""
            elif figure.doubtful:
                self._raw.setdefault(key, {})[at] = f"{figure.raw.strip()} {DOUBTFUL}".strip()
            elif figure.state == "number" and isinstance(figure.value, int | float):
                if key not in self._numbers:
                    self._numbers[key] = array("d", [nan]) * len(self.at)
                self._numbers[key][at] = figure.value
            elif figure.state == "text" and figure.value:
                self._words.setdefault(key, {})[at] = str(figure.value)
                self._raw.setdefault(key, {})[at] = figure.raw
            elif figure.state != "blank":
                self._raw.setdefault(key, {})[at] = figure.raw
        for register in registers:
            # Of a list of which a table has only some entries, nobody knows the others.
            if register.whole_of:
                self._add_names(sent, register, apart.lists)

    def count_more(self, unit: str, more: Mapping[str, float]) -> None:
        """Add to numbers of the unit."""
        for key, number in more.items():
            self._numbers[key][self.at[unit]] += number

    def _add_names(self, sent: Return, register: Register, apart: Collection[str]) -> None:
        column = next((column.id for column in register.columns if column.field == "name"), "")
        rows = [row[column][0] for row in sent.lists.get(register.id, []) if column in row]
        names = {name_key(text): text for text in rows if slug(text)}
        source = register.whole_of
        if names and source not in apart:
            self.names.setdefault(source, {}).update({**names, **self.names.get(source, {})})
            self.named.setdefault(source, {})[sent.unit] = len(names)

    def numbers(self, key: str) -> dict[str, float]:
        """The numbers of one column, by unit."""
        column = self._numbers.get(key)
        if column is None:
            return {}
        return {unit: _plain(column[at]) for unit, at in self.at.items() if not isnan(column[at])}

    def words(self, key: str) -> dict[str, str]:
        """What units said in words, or a day."""
        return self._by_unit(self._words, key)

    def raw(self, key: str) -> dict[str, str]:
        """What stands in cells whose figure is not counted."""
        return self._by_unit(self._raw, key)

    def _by_unit(self, told: Mapping[str, dict[int, str]], key: str) -> dict[str, str]:
        column = told.get(key, {})
        return {unit: column[at] for unit, at in self.at.items() if at in column} if column else {}


def name_key(text: str) -> str:
    """By what two spellings of one name are known as one: case, marks, quotes and “mô hình” before it."""
    return slug(text).removeprefix("mo-hinh-")


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else number
