"""Which figures of a report follow from its lists, and so are asked for there and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kh_docs.facts.numbers_vi import number_of, printed_number
from kh_docs.model.book import Book
from kh_docs.model.fields import COMMUNES
from kh_docs.model.registers import Register, RegisterColumn


class Source(NamedTuple):
    """The column that is added up, of the rows whose other columns say one of these words."""

    register: Register
    column: RegisterColumn
    where: Mapping[str, tuple[str, ...]]

    @property
    def columns(self) -> tuple[RegisterColumn, ...]:
        """All columns that decide the sum."""
        return (self.column, *(each for each in self.register.columns if each.id in self.where))


def sources(book: Book, kind: str) -> dict[str, Source]:
    """By indicator, where its figure comes from in a document of this kind."""
    registers = {each.id: each for each in book.registers if kind in each.kinds}
    found = {}
    for item in book.indicators.indicators:
        if item.adds is not None and item.adds.list in registers:
            register = registers[item.adds.list]
            column = next(each for each in register.columns if each.id == item.adds.column)
            found[item.id] = Source(register, column, item.adds.where)
    return found


def every_commune(register: Register) -> bool:
    """Whether each commune has its row, known by its code; else rows are numbered."""
    first = register.rows[0]
    return first.each == COMMUNES and not first.where


def tag_of(register: Register, column: RegisterColumn, key: str) -> str:
    """The tag of the control in `column` of the row `key`."""
    if begin := column.indicator or column.tag:
        return f"{begin}.xa.{key}"
    return f"{register.id}.{column.id}.{key}"


def added(source: Source, rows: Sequence[Mapping[str, str]]) -> str:
    """The figure from rows of texts by column; empty while a commune has not answered, or none has."""
    answered = [row for row in rows if any(row.values())]
    whole = every_commune(source.register)
    if not answered or (whole and not all(row.get(source.column.id) for row in rows)):
        return ""
    where = {name: _folded(words) for name, words in source.where.items()}
    chosen = [row for row in answered if all(row.get(name, "").casefold() in where[name] for name in where)]
    texts = [row.get(source.column.id, "") for row in chosen]
    if source.column.total == "sum":
        amount = sum(number_of(text) or 0 for text in texts)
        return printed_number(f"{amount:.2f}".rstrip("0").rstrip(".").replace(".", ","))
    counted = _folded(source.column.counted)
    return printed_number(str(sum(text.casefold() in counted if counted else bool(text) for text in texts)))


def _folded(words: Iterable[str]) -> set[str]:
    return {word.casefold() for word in words}
