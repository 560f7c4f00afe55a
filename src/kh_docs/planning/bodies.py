"""Who a clause speaks to: units all together, units by name, bodies of the province; each by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kh_docs.planning.body_words import BESIDE, BODIES, Whom
from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.spans import Span, before, sentence_at

_NEAR_THE_START = 12


class Body(NamedTuple):
    """A body with its place in the text of the clause."""

    whom: Whom
    span: Span
    literal: str


@lru_cache(256)
def bodies_in(text: str) -> tuple[Body, ...]:
    """All bodies that the text names, in its order; none overlaps another."""
    found: list[Body] = []
    for whom, pattern in BODIES:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if span.end - span.start > 4 and not any(span.touches(body.span) for body in found):
                found.append(Body(whom, span, match[0].strip(" -–")))
    return tuple(sorted(found, key=lambda body: body.span.start))


def addressee(clauses: Sequence[OutlineClause], clause: OutlineClause, position: int) -> Body | None:
    """Who has to do what stands at `position`: named before it in its sentence, in its clause, or above."""
    bodies = _told(clause.text)
    sentence = sentence_at(clause.text, position)
    near = [body for body in bodies if sentence.start <= body.span.start < position]
    earlier = [body for body in bodies if body.span.start < position]
    if near:
        return _acting(near)
    if earlier:
        return _acting(earlier)
    for above in _above(clauses, clause):
        bodies = _told(above.text)
        # A title speaks to whom it begins with; what it names further on is its subject.
        if above.heading:
            bodies = tuple(body for body in bodies if body.span.start < _NEAR_THE_START)
        if bodies:
            return _acting(bodies)
    return None


@lru_cache(256)
def _told(text: str) -> tuple[Body, ...]:
    """Those that the text tells to act, not those to whom or through whom something goes."""
    return tuple(body for body in bodies_in(text) if not BESIDE.search(before(text, body.span.start)))


def _acting(bodies: Sequence[Body]) -> Body:
    """Units before the province's bodies: the plan speaks to them with the others, and they read it."""
    return next((body for body in bodies if body.whom in ("districts", "communes")), bodies[0])


def _above(clauses: Sequence[OutlineClause], clause: OutlineClause) -> Iterator[OutlineClause]:
    by_id = {each.id: each for each in clauses}
    name = clause.id
    while "." in name or "-" in name:
        name = re.sub(r"[.-][^.-]*$", "", name)
        if name in by_id:
            yield by_id[name]
