"""Make a plan with any number of units out of the 21 units: each copied, with all that names it."""

from __future__ import annotations

from typing import Any

from kh_docs.model.base import Model
from kh_docs.model.book import Book


class Ids(frozenset[str]):
    """Unit ids of a rule: as many as there are copies, asked for by one look."""


def enlarged(book: Book, count: int) -> Book:
    """`book` with `count` units; the copies of Nam Đàn are nam-dan-0001, nam-dan-0002, …"""
    originals = list(book.units)
    copies: dict[str, list[str]] = {name: [name] for name in originals}
    units = dict(book.units)
    for number in range(len(originals), count):
        name = originals[number % len(originals)]
        copy = f"{name}-{number // len(originals):04d}"
        copies[name].append(copy)
        units[copy] = book.units[name].replace(id=copy)
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
