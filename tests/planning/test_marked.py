"""Plans and sentences with their answers marked in them: every marked value is found, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from tests.planning.marks import Marked, passages, plans
from tests.planning.plans import parts_of

from kh_docs.facts.calendar import resolve
from kh_docs.planning.draft import Draft, draft_of
from kh_docs.planning.places import Atlas
from kh_docs.planning.shown_figures import number

CASES = {**plans(), **passages()}


def draft(case: Marked) -> Draft:
    return draft_of(parts_of(case.text), Atlas({}))


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_deadlines(case: Marked) -> None:
    found = [
        (f"{resolve(each.rule).last_day}{':' * bool(each.recurring)}{each.recurring}", each.literal)
        for each in draft(case).deadlines
    ]
    assert found == [(answer.fields[0], answer.words) for answer in case.of("D")]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_citations(case: Marked) -> None:
    made = draft(case)
    own = f"{made.head.number}/{made.head.symbol}"
    found = [
        (each.kind, each.number, iso(each.issued_on), each.issuer)
        for each in made.bases
        if each.number != own
    ]
    assert sorted(found) == sorted(answer.fields for answer in case.of("B"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_figures(case: Marked) -> None:
    found = [(number(each.value), each.measure) for each in draft(case).targets]
    assert found == [
        (number(answer.fields[0].replace(".", ",")), answer.fields[1]) for answer in case.of("F")
    ]
