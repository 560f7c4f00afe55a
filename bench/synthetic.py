"""Make a plan with any number of units out of the 21 units: each copied under a name of its own.

With the names of the originals every copy's documents would be those of the original, byte for byte, and
whatever remembers bytes would have nothing to do.
"""

from __future__ import annotations

from typing import Any

from kh_docs.model.base import Model
from kh_docs.model.book import Book
from kh_docs.model.units import Unit


class Ids(frozenset[str]):
    """Unit ids of a rule: as many as there are copies, asked for by one look."""


class Names:
    """Names put together of the syllables of those that there are, no two copies with the same."""

    def __init__(self, book: Book) -> None:
        every = [each.name.split() for unit in book.units.values() for each in (unit, *unit.children)]
        # “Công Văn” would be a kind of document, whose second word begins with a small letter.
        self.first = list(dict.fromkeys(name[0] for name in every if name[0] != "Công"))
        self.last = list(dict.fromkeys(name[-1] for name in every if len(name) > 1))
        self.used = {" ".join(name) for name in every}
        self.next = 0

    def another(self) -> str:
        """One that nobody has."""
        while True:
            # One more step than there are first syllables leads through all pairs.
            row, at = divmod(self.next, len(self.first))
            self.next += 1
            name = f"{self.first[at]} {self.last[(at + row) % len(self.last)]}"
            if name not in self.used:
                self.used.add(name)
                return name

    def given(self, unit: Unit, unit_id: str) -> Unit:
        """A copy of `unit` with its own name and units below it, called perhaps as those of others."""
        own = self.another()
        below = self.next
        named = [
            each.replace(
                name=f"{self.first[(below + at) % len(self.first)]} {self.last[at % len(self.last)]}"
            )
            for at, each in enumerate(unit.children)
        ]
        return unit.replace(id=unit_id, name=own, children=tuple(named))


def enlarged(book: Book, count: int) -> Book:
    """`book` with `count` units; the copies of Nam Đàn are nam-dan-0001, nam-dan-0002, …"""
    originals = list(book.units)
    copies: dict[str, list[str]] = {name: [name] for name in originals}
    units = dict(book.units)
    names = Names(book)
    for number in range(len(originals), count):
        name = originals[number % len(originals)]
        copy = f"{name}-{number // len(originals):04d}"
        copies[name].append(copy)
        units[copy] = names.given(book.units[name], copy)
    units = dict(list(units.items())[:count])
    fields = {name: _spread(getattr(book, name), copies) for name in book.field_types}
    return book.replace(**{**fields, "units": units})


def _spread(value: Any, copies: dict[str, list[str]]) -> Any:
    """`value` with every id of a unit replaced by those of all its copies."""
    if isinstance(value, Model):
        found = {name: _spread(getattr(value, name), copies) for name in value.field_types}
        changed = {name: new for name, new in found.items() if new is not getattr(value, name)}
        return value.replace(**changed) if changed else value
    if isinstance(value, dict):
        if value and copies.keys() >= value.keys():
            return {copy: item for name, item in value.items() for copy in copies[name]}
        new = {name: _spread(item, copies) for name, item in value.items()}
        return new if any(new[name] is not value[name] for name in value) else value
    if isinstance(value, tuple):
        if value and all(isinstance(item, str) and item in copies for item in value):
            return Ids(copy for name in value for copy in copies[name])
        items = tuple(_spread(item, copies) for item in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    return value
