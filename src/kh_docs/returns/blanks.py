"""What a return leaves open: figures of this period that nobody wrote, communes with empty cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kh_docs.facts.adding_up import every_commune, sources, tag_of
from kh_docs.model.book import Book
from kh_docs.model.registers import Register
from kh_docs.returns.numbers import CURRENT, PREVIOUS
from kh_docs.returns.returned import Return
from kh_docs.returns.values import Asked
from kh_docs.text import slug


class Blanks(NamedTuple):
    """Indicators of this period and of the one before by id, and communes by name."""

    indicators: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()


def blanks_of(sent: Return, asked: Iterable[Asked], book: Book, kind: str) -> Blanks:
    """What somebody has to add; what follows from other figures or from the communes is not asked."""
    worked_out = {name for name, source in sources(book, kind).items() if every_commune(source.register)}
    open_ = [
        cell
        for cell in asked
        if not cell.reason
        and not cell.item.formula
        and (cell.column != CURRENT or cell.item.id not in worked_out)
        and _is_blank(sent, cell.key)
    ]
    registers = [each for each in book.registers if kind in each.kinds and every_commune(each)]
    names = {child.code: child.name for child in book.units[sent.unit].children}
    communes = {code for register in registers for code in _open_rows(sent, register, names)}
    now, before = (
        tuple(cell.item.id for cell in open_ if cell.column == column) for column in (CURRENT, PREVIOUS)
    )
    return Blanks(now, before, tuple(name for code, name in names.items() if code in communes))


def _is_blank(sent: Return, key: str) -> bool:
    figure = sent.figures.get(key)
    return figure is None or (figure.state == "blank" and not figure.doubtful)


def _open_rows(sent: Return, register: Register, codes: Iterable[str]) -> Iterator[str]:
    """The communes with an empty cell in a column that the form has in this period."""
    columns = [
        told
        for column in register.columns
        if column.id and not column.optional
        if (told := sent.communes.get(tag_of(register, column, "").rstrip("."))) is not None
    ]
    for code in codes:
        if not columns or any(not slug(told.get(code, "")) for told in columns):
            yield code
