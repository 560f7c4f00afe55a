"""Judge a unit's own data by the plan: what falls short of a target, breaks a rule or misses a date."""

from __future__ import annotations

from kh_docs.facts.judging_days import late_days
from kh_docs.facts.judging_figures import contradictions, undone
from kh_docs.facts.judging_lists import doubtful, lacking
from kh_docs.facts.judging_names import misspelt, twice
from kh_docs.facts.judging_reports import doubtful_figures
from kh_docs.facts.judging_values import impossible
from kh_docs.facts.remark import Remark
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book


def remarks(book: Book, unit: str) -> list[Remark]:
    """All doubts about the data of `unit`, each with the clause it rests on."""
    plan = UnitPlan(book, book.units[unit], book.head.issued_on)
    checks = (
        lacking,
        impossible,
        misspelt,
        twice,
        doubtful,
        late_days,
        contradictions,
        undone,
        doubtful_figures,
    )
    return [remark for check in checks for remark in check(plan)]
