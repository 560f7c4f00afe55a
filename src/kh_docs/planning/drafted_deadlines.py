"""Take a deadline as it was found, give it as a value of the data: what is due, of whom, how printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.first_letters import capital
from kh_docs.model.approval import PROPOSED
from kh_docs.model.base import Applies
from kh_docs.model.plan import Deadline
from kh_docs.planning.bodies import addressee
from kh_docs.planning.dates import FoundDate
from kh_docs.planning.drafted_rows import deadline_of_row
from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.places import NamedUnit, named_before
from kh_docs.planning.printed_times import printed_time
from kh_docs.planning.spans import paragraph_sentence, sentence_at
from kh_docs.planning.tables import row_at

# Longer than this a sentence is no task that a table can print.
_LONGEST_TASK = 300
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
        return deadline_of_row(name, found, *at, named)
    body = addressee(clauses, clause, found.span.start)
    units = named_before(clause, found.span.start, named)
    where = clause_name(found.clause)
    return Deadline(
        id=name,
        state=PROPOSED,
        clause=found.clause,
        text=_task_of(clause.text, found.span.start),
        literal=found.literal,
        printed=printed_time(found),
        rule=found.rule,
        recurring=found.recurring,
        who=_who(clause.text, found.span.start, units) or (body.literal if body else ""),
        acts="province" if body and body.whom == "province" and not units else "unit",
        applies=Applies(units=tuple(unit.id for unit in units)) if units else Applies(),
        otherwise=f"{capital(where)} chỉ giao {', '.join(unit.literal for unit in units)}" if units else "",
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
