"""How a unit stands: received, missing or not readable, since when, and how late."""

from __future__ import annotations

from collections.abc import Sequence

from kh_docs.facts.calendar import Dates
from kh_docs.facts.offering import deadline_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.returns.collected import UnitReturn
from kh_docs.returns.request import Request
from kh_docs.returns.versions import Sent


def standing_of(
    request: Request, plan: UnitPlan, versions: Sequence[Sent], unreadable: str | None
) -> UnitReturn:
    """Of several versions the first complete one says when the report came, else the first of all."""
    unit = plan.unit.id
    written = request.decisions.received_on.get(unit)
    due = _due(request, plan)
    if not versions:
        counted = written or request.as_of
        late = max(0, (counted - due.last_day).days) if due else 0
        state = "unreadable" if unreadable else "missing"
        return UnitReturn(unit, state, unreadable, written, days_late=late)
    found = next((sent for sent in versions if sent.is_complete), versions[0]).received_on
    received = written or found
    newest = versions[-1]
    return UnitReturn(
        unit,
        "received",
        newest.path,
        received,
        newest.received_on,
        found,
        max(0, (received - due.last_day).days) if due else 0,
        len(versions),
    )


def _due(request: Request, plan: UnitPlan) -> Dates | None:
    deadline = deadline_of(request.book, request.recipe.kind)
    return plan.dates(deadline) if deadline else None
