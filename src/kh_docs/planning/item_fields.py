"""The fields of each kind of item as import writes them into YAML."""

from __future__ import annotations

from kh_docs.facts.dates_vi import short_date
from kh_docs.model.approval import Question
from kh_docs.model.base import Bound
from kh_docs.model.plan import Clause, Deadline, LegalBasis, Rule
from kh_docs.model.targets import Target
from kh_docs.planning.yaml_items import Value


def clause_fields(clause: Clause) -> dict[str, Value]:
    return {
        "id": clause.id,
        "heading": clause.heading,
        "line": str(clause.line or ""),
        "text": clause.text,
    }


def deadline_fields(deadline: Deadline) -> dict[str, Value]:
    return {
        "id": deadline.id,
        "state": deadline.state,
        "clause": deadline.clause,
        "text": deadline.text,
        "literal": deadline.literal,
        "printed": deadline.printed,
        "rule": rule_fields(deadline.rule),
        "recurring": deadline.recurring,
        "who": deadline.who,
        "acts": deadline.acts,
        **_bound(deadline),
    }


def rule_fields(rule: Rule) -> dict[str, str]:
    """The rule on one line: {kind: before_date, date: 25/02/2024}."""
    fields = {
        "kind": rule.kind,
        "date": short_date(rule.date) if rule.date else "",
        "month": rule.month,
        "quarter": rule.quarter,
        "year": str(rule.year or ""),
    }
    return {name: value for name, value in fields.items() if value}


def _bound(value: Bound) -> dict[str, Value]:
    units = value.applies.units
    return {"applies": "all" if units is None else {"units": units}, "otherwise": value.otherwise}


def basis_fields(basis: LegalBasis) -> dict[str, Value]:
    return {
        "id": basis.id,
        "state": basis.state,
        "kind": basis.kind,
        "number": basis.number,
        "issued_on": short_date(basis.issued_on) if basis.issued_on else "",
        "issuer": basis.issuer,
        "joined_by": basis.joined_by if basis.joined_by != "của" else "",
        "subject": basis.subject,
        "cited_with": basis.cited_with,
        "clauses": basis.clauses,
    }


def target_fields(target: Target) -> dict[str, Value]:
    return {
        "id": target.id,
        "state": target.state,
        "clause": target.clause,
        "words": target.words,
        "unit_words": target.unit_words,
        "value": target.value,
        "measure": target.measure,
        "at_least": target.at_least,
        "scope": target.scope,
        "per_unit": target.per_unit or None,
        "kind": target.kind,
        **_bound(target),
        "deadline": target.deadline,
    }


def question_fields(question: Question) -> dict[str, Value]:
    return {
        "id": question.id,
        "state": question.state,
        "clause": question.clause,
        "line": str(question.line or ""),
        "literal": question.literal,
        "message": question.message,
    }
