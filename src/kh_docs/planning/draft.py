"""Take the parts of a plan's text, give the values of its data: each a proposal, each a piece of it."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.model.approval import PROPOSED, Question
from kh_docs.model.plan import Clause, Deadline, LegalBasis
from kh_docs.model.targets import Target
from kh_docs.planning import outline
from kh_docs.planning.annexes import annexes_of
from kh_docs.planning.bases import cited, find_bases, titles
from kh_docs.planning.dates import find_dates
from kh_docs.planning.drafted_bases import bases_of
from kh_docs.planning.drafted_deadlines import deadline_of
from kh_docs.planning.drafted_targets import due_of, target_of
from kh_docs.planning.figures import find_figures
from kh_docs.planning.head import Parts, PlanHead
from kh_docs.planning.outline import read_outline
from kh_docs.planning.places import Atlas, NamedUnit, find_places
from kh_docs.text import slug


class Draft(NamedTuple):
    """A plan as the rules read it."""

    head: PlanHead
    clauses: tuple[Clause, ...]
    deadlines: tuple[Deadline, ...] = ()
    bases: tuple[LegalBasis, ...] = ()
    targets: tuple[Target, ...] = ()
    questions: tuple[Question, ...] = ()
    named: tuple[NamedUnit, ...] = ()


def draft_of(parts: Parts, atlas: Atlas) -> Draft:
    """The draft; the same text gives the same draft."""
    read = read_outline(parts.body)
    clauses, head = (*read.clauses, *annexes_of(parts.below)), parts.head
    bases = find_bases(clauses)
    taken = {clause.id: cited(bases, clause.id) for clause in clauses}
    named = {clause.id: titles(bases, clause.id) for clause in clauses}
    dates = find_dates(clauses, head.year, head.issued_on, taken, named)
    for found in dates.deadlines:
        taken[found.clause] = (*taken[found.clause], found.span)
    places, units = find_places(clauses, atlas), atlas.units
    figures = find_figures(clauses, places.units, taken, atlas.unit_called)
    by_id = {clause.id: clause for clause in clauses}
    deadlines = tuple(
        deadline_of(f"D{at:02d}", found, by_id, clauses, places.units)
        for at, found in enumerate(dates.deadlines, 1)
    )
    asked = (
        *parts.questions,
        *_other_province(head, atlas),
        *read.questions,
        *dates.questions,
        *places.questions,
        *figures.questions,
    )
    order = {clause.id: at for at, clause in enumerate(clauses)}
    asked = tuple(sorted(asked, key=lambda question: (order.get(question.clause, -1), question.line or 0)))
    return Draft(
        head,
        tuple(Clause(id=each.id, heading=each.heading, line=each.line, text=each.text) for each in clauses),
        deadlines,
        bases_of(bases, head),
        tuple(
            target_of(
                f"T{at:02d}",
                figure,
                by_id,
                clauses,
                due_of(figure, dates.deadlines, deadlines, by_id),
                units,
                head.year,
            )
            for at, figure in enumerate(figures.figures, 1)
        ),
        tuple(_question(f"Q{at:02d}", question) for at, question in enumerate(asked, 1)),
        places.units,
    )


def _other_province(head: PlanHead, atlas: Atlas) -> tuple[outline.Question, ...]:
    """The plan of one province, the units of another."""
    parent = next((unit.parent for unit in atlas.units.values()), "")
    if not head.issuer or not parent or slug(parent) in slug(head.issuer):
        return ()
    message = _("kế hoạch của {}, còn danh mục đơn vị là của {}").format(head.issuer, parent)
    return (outline.Question("", None, "", message),)


def _question(name: str, asked: outline.Question) -> Question:
    return Question(
        id=name,
        clause=asked.clause,
        line=asked.line,
        literal=asked.literal,
        message=asked.message,
        state=PROPOSED,
    )
