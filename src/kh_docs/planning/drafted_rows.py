"""A deadline that stands in a table of tasks: what is due, and of whom, by its row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.first_letters import capital
from kh_docs.model.approval import PROPOSED
from kh_docs.model.base import Applies
from kh_docs.model.plan import Deadline
from kh_docs.planning.bodies import bodies_in
from kh_docs.planning.dates import FoundDate
from kh_docs.planning.places import NamedUnit
from kh_docs.planning.printed_times import printed_time
from kh_docs.planning.spans import Span
from kh_docs.planning.tables import Cell, Table

# In a table in few words: “UBND xã”, “Các xã, phường”, “Cấp huyện”, “Địa phương”; not the name of one.
_UNITS = re.compile(
    r"(?:^|[,;/\n] ?|\b(?:cấp|các|UBND|ủy ban nhân dân)\s+)"
    r"(?i:xã|phường|thị trấn|đặc khu|huyện|thị xã|địa phương)\b(?! [^\W\d_a-zđ])",
    re.IGNORECASE,
)


def deadline_of_row(
    name: str, found: FoundDate, table: Table, row: Sequence[Cell], named: Sequence[NamedUnit]
) -> Deadline:
    """What is due is in the column of tasks, of whom in that of those who lead them."""
    task, lead = table.column("task"), table.column("lead")
    who = row[lead].text if lead is not None else ""
    whole = Span(row[0].span.start, row[-1].span.end)
    asked = row[lead].span if lead is not None else whole
    units = {
        unit.id: unit.literal for unit in named if unit.clause == found.clause and unit.span.touches(asked)
    }
    told = any(body.whom != "province" for body in bodies_in(who)) or _UNITS.search(who) is not None
    return Deadline(
        id=name,
        state=PROPOSED,
        clause=found.clause,
        text=row[task].text if task is not None else " | ".join(cell.text for cell in row),
        literal=found.literal,
        printed=printed_time(found),
        rule=found.rule,
        recurring=found.recurring,
        who=who,
        acts="unit" if units or told or lead is None else "province",
        applies=Applies(units=tuple(units)) if units else Applies(),
        otherwise=f"{capital(clause_name(found.clause))} chỉ giao {', '.join(units.values())}"
        if units
        else "",
    )
