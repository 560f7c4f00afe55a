"""Which of the plan's declared tables a document prints, in which annexes, under which names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kh_docs.documents.annexes import Head
from kh_docs.documents.applicable import reason_for_none
from kh_docs.documents.register_rows import rows_of
from kh_docs.documents.register_tables import NamedTable, tables
from kh_docs.documents.speech import Speech
from kh_docs.facts.periods import period_of
from kh_docs.model.book import Book
from kh_docs.model.indicators import Indicator
from kh_docs.model.registers import Register, RegisterColumn
from kh_docs.render.values import Slot


class ListAnnex(NamedTuple):
    """An annex whose tables the data declare: its head, then the tables."""

    label: str
    title: str
    note: Slot
    later: bool
    tables: list[NamedTable]


def registers_of(speech: Speech) -> dict[str, list[Register]]:
    """The registers of this kind of document that have something to print, by annex, in the data's order.

    Of each those columns that can have a figure in this period, for this unit.
    """
    if speech.chosen is None:
        speech.chosen = _registers_of(speech)
    return speech.chosen


def _registers_of(speech: Speech) -> dict[str, list[Register]]:
    plan = speech.unit_plan
    found: dict[str, list[Register]] = {}
    for register in plan.book.registers:
        told = not register.needs or any(map(plan.local.tells, register.needs))
        if speech.recipe.kind in register.kinds and told and rows_of(speech, register):
            possible = tuple(column for column in register.columns if _can_be(speech, column))
            found.setdefault(register.annex, []).append(_with(speech, register, possible))
    return found


def _with(speech: Speech, register: Register, columns: tuple[RegisterColumn, ...]) -> Register:
    if len(columns) == len(register.columns):
        return register
    shown = (register.id, tuple(map(id, columns)))
    return speech.of_plan("register", shown, lambda _book, _shown: register.replace(columns=columns))


def _can_be(speech: Speech, column: RegisterColumn) -> bool:
    name = column.indicator or column.era
    if not name or not speech.recipe.span:
        return True
    plan = speech.unit_plan
    item = speech.of_plan("indicators", "", _by_id).get(name)
    return item is None or not reason_for_none(plan, item, period_of(plan.book, speech.recipe))


def _by_id(book: Book, _of: str) -> dict[str, Indicator]:
    return {item.id: item for item in book.indicators.indicators}


def titles_of(speech: Speech, chosen: Mapping[str, Sequence[Register]]) -> dict[str, str]:
    """The names that the data give to annexes."""
    return {
        annex: speech.plain(register.annex_title, f"registers.yaml, {register.id}.annex_title")
        for annex, registers in chosen.items()
        for register in reversed(registers)
        if register.annex_title
    }


def list_annexes(
    speech: Speech, chosen: Mapping[str, Sequence[Register]], annexes: Mapping[str, Head]
) -> list[ListAnnex]:
    """The annexes of lists as the layouts print them: head and tables."""
    return [
        ListAnnex(*annexes[name], tables=tables(speech, members, annexes[name].label))
        for name, members in chosen.items()
    ]
