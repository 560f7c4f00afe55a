"""Which rows a register has: what the unit has told, then as many empty ones as are still due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kh_docs.documents.speech import Speech
from kh_docs.facts.adding_up import every_commune, tag_of
from kh_docs.facts.counting import kept_for
from kh_docs.facts.told import entries, fits
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.fields import Told
from kh_docs.model.registers import Register, RegisterColumn, Rows
from kh_docs.patterns import re

# A line of dots is for the clerk to name.
DOTS = "… "
_NUMBER: Final = re.compile(r"\.(\d\d)$")


class Row(NamedTuple):
    """One row: `key` ends the tags of its cells, `title` the names of its controls."""

    each: str
    told: Told
    key: str = ""
    title: str = ""

    def tag(self, register: Register, column: RegisterColumn) -> str:
        """The tag of the control in `column`."""
        return tag_of(register, column, self.key)


def rows_of(speech: Speech, register: Register) -> list[Row]:
    """All rows but that of totals."""
    rows: list[Row] | None = speech.rows.get(register.id)
    if rows is None:
        rows = speech.rows[register.id] = _rows_of(speech, register)
    return rows


def _rows_of(speech: Speech, register: Register) -> list[Row]:
    plan = speech.unit_plan
    found = [row for source in register.rows for row in _source(speech, register, source)]
    if not found:
        due = sum(plan.due(target) for target in register.open_targets)
        found = [Row(register.rows[0].each, {}) for _index in range(register.open_rows + due)]
    if not every_commune(register):
        # Rows that somebody answered cell by cell stay, even where no target asks for so many.
        answered = _answered(register, speech.controls.answers) - len(found)
        found += [Row(register.rows[0].each, {}) for _index in range(answered)]
    if every_commune(register):
        names = [unit.name for unit in plan.unit.children]
        return [
            Row(row.each, row.told, str(row.told["code"]), f" – {name}")
            for row, name in zip(found, names, strict=True)
        ]
    return [
        Row(row.each, row.told, f"{number:02d}", f", dòng {number}") for number, row in enumerate(found, 1)
    ]


def _answered(register: Register, answers: Iterable[str]) -> int:
    """The highest number of a row of which a cell is answered."""
    ours = (tag for tag in answers if tag.startswith(f"{register.id}."))
    return max((int(match[1]) for tag in ours if (match := _NUMBER.search(tag))), default=0)


def _source(speech: Speech, register: Register, source: Rows) -> Iterator[Row]:
    where = f"registers.yaml, {register.id}.rows"
    if source.lines:
        lines = (speech.plain(line, where) for line in source.lines)
        yield from (Row("", {"line": line} if line.strip(DOTS) else {}) for line in lines)
        return
    known = [{**told, **source.set} for told in entries(speech.unit_plan, source.each, source.where)]
    lacking = _due(speech.unit_plan, source) - len(known)
    if source.whole and not known and lacking == len(speech.unit_plan.unit.children):
        known = [{**told, **source.set} for told in entries(speech.unit_plan, source.each)]
        lacking = 0
    yield from (Row(source.each, told) for told in known)
    yield from (Row(source.each, dict(source.set)) for _index in range(lacking))


def _due(plan: UnitPlan, source: Rows) -> int:
    """How many rows the target asks for; those that are kept stand elsewhere."""
    if source.target not in plan.book.targets:
        return 0
    return max(0, plan.due(source.target) - kept_for(plan, source.target))


def is_optional(column: RegisterColumn, row: Row) -> bool:
    """Whether the cell may well stay empty."""
    return column.optional or (bool(column.optional_if) and fits(row.told, column.optional_if))
