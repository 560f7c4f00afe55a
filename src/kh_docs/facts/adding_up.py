"""Which figures of a report follow from its lists, and so are asked for there and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.spelt_values import EMPTY, value_of
from kh_docs.model.book import Book
from kh_docs.model.fields import COMMUNES
from kh_docs.model.registers import Register, RegisterColumn
from kh_docs.text import slug

# What a cell may say besides a figure or a word of its list: there is nothing to count.
_NONE = ("not_applicable", "not_due")


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
    """The figure from rows of texts by column; empty while a cell that decides it is open or unclear."""
    answered = [row for row in rows if any(row.values())]
    column, whole = source.column, every_commune(source.register)
    if not answered or (whole and any(_is_open(row.get(column.id, "")) for row in rows)):
        return ""
    if any(not understood(source, name, text) for row in answered for name, text in row.items()):
        return ""
    counting = [(row, figure) for row in answered if (figure := _figure(column, row.get(column.id, "")))]
    conditions = [(each, _slugs(source.where[each.id])) for each in source.columns[1:]]
    # A row that counts, but does not say of what.
    if any(_is_open(row.get(each.id, "")) for row, _number in counting for each, _words in conditions):
        return ""
    amount = sum(
        number
        for row, number in counting
        if all(slug(in_words(each, row[each.id])) in words for each, words in conditions)
    )
    return printed_number(f"{amount:.2f}".rstrip("0").rstrip(".").replace(".", ","))


def understood(source: Source, name: str, text: str) -> bool:
    """Whether it is clear what the cell `text` of the column `name` counts as; an open one waits."""
    column = next(each for each in source.columns if each.id == name)
    if _is_open(text):
        return True
    if column.total == "sum":
        return value_of(text, "m", column.measure).state in ("number", *_NONE)
    words = _slugs((*column.choices, *column.counted, *source.where.get(name, ())))
    return not words or slug(in_words(column, text)) in words or value_of(text, "t").state in _NONE


def in_words(column: RegisterColumn, text: str) -> str:
    """The words of the column's list for what stands in a cell, which may be those of an older form."""
    older = {slug(word): choice for word, choice in column.older.items()}
    return older.get(slug(text), text)


def _figure(column: RegisterColumn, text: str) -> float:
    """What a cell that is understood adds to the sum."""
    if column.total == "sum":
        value = value_of(text, "m", column.measure).value
        return value if isinstance(value, int | float) else 0
    counted = _slugs(column.counted)
    return not _is_open(text) and (not counted or slug(in_words(column, text)) in counted)


def _is_open(text: str) -> bool:
    return bool(EMPTY.fullmatch(text))


def _slugs(words: Iterable[str]) -> set[str]:
    return {slug(word) for word in words}
