"""Take a deadline as it was found, give it as a value of the data: what is due, of whom, how printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.first_letters import capital
from kh_docs.model.approval import PROPOSED
from kh_docs.model.base import Applies
from kh_docs.model.plan import Deadline
from kh_docs.planning.bodies import addressee, bodies_in
from kh_docs.planning.dates import FoundDate
from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.places import NamedUnit, named_before
from kh_docs.planning.spans import Span, paragraph_sentence, sentence_at
from kh_docs.planning.tables import Cell, Table, row_at

# Longer than this a sentence is no task that a table can print.
_LONGEST_TASK = 300
_AGAIN = re.compile(r"h[àằ]ng|mỗi|cuối quý", re.IGNORECASE)
_EVERY = {
    "yearly": "hằng năm",
    "half-yearly": "6 tháng một lần",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
}
_LONGEST_NAME = 120
_FEWEST_WORDS = 3
_ENDINGS = frozenset(["hoàn", "xong", "thời", "chậm", "đến", "trước", "(hoàn", "ra"])


def deadline_of(
    name: str,
    found: FoundDate,
    by_id: Mapping[str, OutlineClause],
    clauses: Sequence[OutlineClause],
    named: Sequence[NamedUnit],
) -> Deadline:
    clause = by_id[found.clause]
    if at := row_at(clause, found.span.start):
        return _of_row(name, found, *at, named)
    body = addressee(clauses, clause, found.span.start)
    units = named_before(clause, found.span.start, named)
    where = clause_name(found.clause)
    return Deadline(
        id=name,
        state=PROPOSED,
        clause=found.clause,
        text=_task_of(clause.text, found.span.start),
        literal=found.literal,
        printed=_printed(found),
        rule=found.rule,
        recurring=found.recurring,
        who=_who(clause.text, found.span.start, units) or (body.literal if body else ""),
        acts="province" if body and body.whom == "province" and not units else "unit",
        applies=Applies(units=tuple(unit.id for unit in units)) if units else Applies(),
        otherwise=f"{capital(where)} chỉ giao {', '.join(unit.literal for unit in units)}" if units else "",
    )


def _of_row(
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
    told = any(body.whom != "province" for body in bodies_in(who))
    return Deadline(
        id=name,
        state=PROPOSED,
        clause=found.clause,
        text=row[task].text if task is not None else " | ".join(cell.text for cell in row),
        literal=found.literal,
        printed=_printed(found),
        rule=found.rule,
        recurring=found.recurring,
        who=who,
        acts="unit" if units or told or lead is None else "province",
        applies=Applies(units=tuple(units)) if units else Applies(),
        otherwise=f"{capital(clause_name(found.clause))} chỉ giao {', '.join(units.values())}"
        if units
        else "",
    )


def _who(text: str, position: int, units: Sequence[NamedUnit]) -> str:
    """“UBND thành phố Vinh, thị xã Hoàng Mai”: the sentence as far as the last unit that it speaks to."""
    if not units:
        return ""
    words = text[sentence_at(text, position).start : units[-1].span.end].strip()
    return words if len(words) <= _LONGEST_NAME else ""


def _task_of(text: str, position: int) -> str:
    """The part between semicolons in which a deadline stands; the sentence where that says too little."""
    part = sentence_at(text, position)
    whole = paragraph_sentence(text, position)
    told = text[part.start : position].split()
    # “hoàn thành trước ngày …” says nothing of what.
    says = len(told) >= _FEWEST_WORDS and told[0].lower() not in _ENDINGS
    span = part if says or whole.end - whole.start > _LONGEST_TASK else whole
    return text[span.start : span.end].strip(" ;\n")


def _printed(found: FoundDate) -> str:
    """As tables print it: the rule in full words, or the plan's own where it comes back."""
    rule = found.rule
    if found.recurring:
        again = "" if _AGAIN.search(found.literal) else f" {_EVERY[found.recurring]}"
        return capital(found.literal) + again
    if rule.date:
        word = {"before_date": "Trước ngày", "event": "Ngày"}.get(rule.kind, "Chậm nhất ngày")
        return f"{word} {short_date(rule.date)}"
    if rule.month:
        word = "Trước tháng" if rule.kind == "before_month" else "Trong tháng"
        return f"{word} {rule.month.replace('/', ' năm ')}"
    if rule.quarter:
        return f"Trong Quý {rule.quarter.replace('/', ' năm ')}"
    until = "Đến hết năm" if "hết" in found.literal else "Đến năm"
    return f"{until if rule.kind == 'by_year' else 'Năm'} {rule.year}"
