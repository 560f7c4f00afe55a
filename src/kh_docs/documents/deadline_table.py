"""The annex of a plan's deadlines: what is due by when, in the province's words, and the last working day."""

from __future__ import annotations

from kh_docs.documents.register_tables import NamedTable
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.first_letters import capital
from kh_docs.facts.voices import restated
from kh_docs.layout.tables import Column, number_column
from kh_docs.render.values import Table

# Its name among the annexes.
DEADLINES = "deadlines"
_COLUMNS = (
    number_column(),
    Column("Việc phải làm", 100, "text"),
    Column("Thời hạn", 50, "due"),
    Column("Ngày làm việc cuối cùng", 36, "day", centred=True),
    Column("Điều khoản", 60, "clause"),
)


def deadline_table(speech: Speech) -> NamedTable | None:
    """The deadlines by which this unit acts; None where there are none."""
    plan = speech.unit_plan
    due = [each for each in plan.book.deadlines.values() if each.acts == "unit" and plan.binds(each)]
    if not due:
        return None
    said = restated(plan)
    rows = [
        [
            words(str(number)),
            words(said(each.text, each.clause)),
            words(each.printed),
            words(short_date(plan.dates(each.id).last_working_day)),
            words(capital(clause_name(each.clause))),
        ]
        for number, each in enumerate(due, 1)
    ]
    return NamedTable("", Table(_COLUMNS, rows, True))
