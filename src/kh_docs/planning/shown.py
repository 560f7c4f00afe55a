"""A plan as `plan show` and `plan import` print it (interface.md), from the values of its data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kh_docs.facts.calendar import resolve
from kh_docs.model.approval import Question
from kh_docs.model.plan import Clause, Deadline, LegalBasis
from kh_docs.model.targets import Target
from kh_docs.model.units import Unit
from kh_docs.planning.bases import Basis, find_bases
from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.places import Atlas, find_places
from kh_docs.planning.spans import sentence_at
from kh_docs.planning.values import PlanValues
from kh_docs.text import slug

_EACH = re.compile(r"(?:mỗi|từng)\s+[^\W\d_]", re.IGNORECASE)


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
        "figures": [row for each in plan.targets for row in _figures(each, plan.clauses, units)],
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


def _figures(target: Target, clauses: Sequence[Clause], units: Mapping[str, Unit]) -> list[dict[str, Any]]:
    """The figure, and each named unit's part of it."""
    text = next((clause.text for clause in clauses if clause.id == target.clause), "")
    literal = _piece(target, text)
    at = text.find(literal)
    sentence = sentence_at(text, at) if at >= 0 else None
    each = sentence is not None and _EACH.search(text[sentence.start : at + len(literal)]) is not None
    row = {
        "id": target.id,
        "clause": target.clause,
        "literal": literal,
        "value": number(target.value),
        "measure": target.measure,
        "at_least": target.at_least,
        "per_unit": each,
        "units": list(target.per_unit or target.applies.units or ()),
        "state": target.state,
    }
    parts = [
        {
            **row,
            "id": f"{target.id}.{unit}",
            "literal": piece,
            "value": number(value),
            "per_unit": False,
            "units": [unit],
        }
        for unit, value in target.per_unit.items()
        if (piece := _part(text, value, target.measure, units.get(unit)))
    ]
    return [row, *parts]


def _part(text: str, value: str, measure: str, unit: Unit | None) -> str:
    """“05 Công an phường”, or the unit's row of a table."""
    if found := re.search(rf"{re.escape(value)} {re.escape(measure)}", text):
        return found[0]
    rows = [line for line in text.split("\n") if unit and f"{unit.name} |" in line]
    return next((row for row in rows if value in [cell.strip() for cell in row.split("|")]), "")


def _piece(target: Target, text: str) -> str:
    """Of words that leave something out (“ … ”), the piece with the number."""
    pieces = [piece.strip() for piece in target.words.split("…") if piece.strip()]
    found = [piece for piece in pieces if piece in text]
    return next(
        (piece for piece in found if target.value and target.value in piece), (found or pieces or [""])[0]
    )


def number(value: str) -> int | float | None:
    """“1.200” is 1200, “0,5” is 0.5, “05” is 5."""
    plain = value.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return None
    return float(plain) if "." in plain else int(plain)


def _question(question: Question) -> dict[str, Any]:
    return {
        "clause": question.clause or None,
        "line": question.line,
        "literal": question.literal,
        "message": question.message,
    }
