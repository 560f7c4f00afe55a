"""A plan as `plan show` and `plan import` print it (interface.md), from the values of its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kh_docs.facts.calendar import resolve
from kh_docs.model.approval import Question
from kh_docs.model.plan import Clause, Deadline, LegalBasis
from kh_docs.model.units import Unit
from kh_docs.planning.bases import Basis, find_bases
from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.places import Atlas, find_places
from kh_docs.planning.shown_figures import figure_rows
from kh_docs.planning.values import PlanValues
from kh_docs.text import slug


def shown(plan: PlanValues, units: Mapping[str, Unit]) -> dict[str, Any]:
    """One object, its keys in the order of the contract."""
    clauses = outline_of(plan.clauses)
    citations = find_bases(clauses)
    named = find_places(clauses, Atlas(units)).units
    head = plan.head
    return {
        **head._asdict(),
        "issued_on": head.issued_on.isoformat() if head.issued_on else None,
        "clauses": [{"id": each.id, "text": each.text, "line": each.line} for each in plan.clauses],
        "deadlines": [_deadline(each) for each in plan.deadlines],
        "legal_bases": [_basis(each, citations, clauses) for each in plan.bases],
        "figures": [row for each in plan.targets for row in figure_rows(each, plan.clauses, units)],
        "units": [
            {"id": each.id, "name": each.name, "clause": each.clause, "literal": each.literal}
            for each in named
        ],
        "questions": [_question(each) for each in plan.questions if each.state == "đề xuất"],
    }


def outline_of(clauses: Sequence[Clause]) -> tuple[OutlineClause, ...]:
    """The clauses of a plan's data for the finders, with a line for each line of their text."""
    return tuple(
        OutlineClause(
            each.id,
            "",
            tuple(lines),
            tuple(range(each.line or 0, (each.line or 0) + len(lines))),
            each.heading,
        )
        for each in clauses
        for lines in [each.text.split("\n")]
    )


def _deadline(deadline: Deadline) -> dict[str, Any]:
    horizon = deadline.rule.kind == "horizon"
    dates = resolve(deadline.rule)
    named = dates.named if not deadline.recurring and not horizon else None
    return {
        "id": deadline.id,
        "clause": deadline.clause,
        "literal": deadline.literal,
        "date": named.isoformat() if named else None,
        "last_day": dates.last_day.isoformat(),
        "last_working_day": dates.last_working_day.isoformat(),
        "recurring": deadline.recurring or None,
        "state": deadline.state,
    }


def _basis(basis: LegalBasis, citations: Sequence[Basis], clauses: Sequence[OutlineClause]) -> dict[str, Any]:
    cited = next((each for each in citations if _is_same(basis, each)), None)
    return {
        "id": basis.id,
        "clause": cited.clause if cited else next(iter(basis.clauses), None),
        "kind": basis.kind,
        "number": basis.number or None,
        "date": basis.issued_on.isoformat() if basis.issued_on else None,
        "issuer": basis.issuer or None,
        "literal": cited.literal if cited else basis.number or _words(basis, clauses),
    }


def _words(basis: LegalBasis, clauses: Sequence[OutlineClause]) -> str:
    """The name of what has no number, as its clause writes it."""
    name = basis.subject.split(";")[0]
    for clause in clauses:
        if clause.id in basis.clauses and (at := clause.text.casefold().find(name.casefold())) >= 0:
            return clause.text[at : at + len(name)]
    return ""


def _is_same(basis: LegalBasis, cited: Basis) -> bool:
    if basis.number or cited.number:
        return basis.number == cited.number
    return basis.kind == cited.kind and slug(basis.subject) == slug(cited.subject)


def _question(question: Question) -> dict[str, Any]:
    return {
        "clause": question.clause or None,
        "line": question.line,
        "literal": question.literal,
        "message": question.message,
    }
