"""The annex of a plan's deadlines: what is due by when, who sees to it, and the last working day."""

from __future__ import annotations

from kh_docs.documents.register_tables import NamedTable
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.first_letters import capital, small
from kh_docs.facts.other_types import OtherTypes
from kh_docs.facts.voices import restated
from kh_docs.layout.tables import Column, number_column
from kh_docs.model.plan import Deadline
from kh_docs.render.values import Slot, Table

# Its name among the annexes.
DEADLINES = "deadlines"
PLACE = "Bảng thời hạn"
_LEAD = Column("Cơ quan chủ~trì", 34, "lead")


def due_of(speech: Speech) -> list[list[Deadline]]:
    """The deadlines by which this unit acts, those of one sentence together."""
    plan = speech.unit_plan
    others = OtherTypes(plan)
    found: dict[tuple[str, str], list[Deadline]] = {}
    for each in plan.book.deadlines.values():
        if each.acts == "unit" and plan.binds(each) and not others.has_no_part_in(each.text):
            found.setdefault((each.clause, each.text), []).append(each)
    return list(found.values())


def deadline_table(speech: Speech, due: list[list[Deadline]]) -> NamedTable:
    """A row for each thing to be done; who does it is asked where no table of tasks says so."""
    asked = not speech.unit_plan.tasks
    columns = (
        number_column(),
        Column("Việc phải làm", 92 if asked else 100, "text"),
        *([_LEAD] if asked else ()),
        Column("Thời hạn", 42 if asked else 50, "due"),
        Column("Ngày làm việc cuối cùng", 32 if asked else 36, "day", centred=True),
        Column(f"Điều khoản của {speech.context['plan'].short_citation}", 46 if asked else 60, "clause"),
    )
    with speech.table("thoi_han", "Cơ quan chủ trì từng việc", PLACE):
        rows = [_row(speech, number, group, asked=asked) for number, group in enumerate(due, 1)]
    return NamedTable("", Table(columns, rows, True))


def _row(speech: Speech, number: int, group: list[Deadline], *, asked: bool) -> list[Slot]:
    plan, first = speech.unit_plan, group[0]
    printed = [group[0].printed, *(small(each.printed) for each in group[1:])]
    days = [short_date(plan.dates(each.id).last_working_day) for each in group]
    lead = (f"thoi_han.chu_tri.{first.id}", f"{first.id} – Cơ quan chủ trì")
    return [
        words(str(number)),
        words(restated(plan)(first.text, first.clause).rstrip(".")),
        *([speech.open_cell(*lead)] if asked else ()),
        words("; ".join(printed)),
        words("; ".join(days)),
        words(capital(clause_name(first.clause))),
    ]
