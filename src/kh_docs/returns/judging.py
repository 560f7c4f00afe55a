"""Everything that is looked at in one return: each finding with both places, none stops the run."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.returns.agreeing import disagreements
from kh_docs.returns.changes import jumps, less_than_before
from kh_docs.returns.conflict import Conflict
from kh_docs.returns.ground import Ground
from kh_docs.returns.joined import Held, communes_in, taken_in, too_small
from kh_docs.returns.limits import not_its_own, outside_of_period, short_of_target, too_many
from kh_docs.returns.numbers import Numbers
from kh_docs.returns.returned import Return
from kh_docs.returns.twice import told_twice


def conflicts_in(sent: Return, ground: Ground, held: Held | None = None) -> tuple[Conflict, ...]:
    """What in this return contradicts something, in the order of the rules of returns.md."""
    small = too_small(sent, held, ground) if held else ()
    return tuple(dict.fromkeys((*_conflicts(sent, ground), *small)))


def _conflicts(sent: Return, ground: Ground) -> Iterator[Conflict]:
    request, plan = ground.request, ground.plan(sent.unit)
    items = request.book.indicators.indicators
    numbers = Numbers(sent.figures, ground.paper)
    taken = bool(taken_in(sent, ground))
    yield from told_twice(plan, sent, numbers, request.recipe.kind, taken)
    yield from not_its_own(plan, numbers)
    yield from disagreements(plan, numbers)
    yield from too_many(plan, numbers, communes_in(sent, ground))
    if request.recipe.span == "nam":
        yield from short_of_target(plan, numbers)
    yield from outside_of_period(plan, numbers, ground.period)
    yield from less_than_before(iter(items), numbers, request.earlier.get(sent.unit, {}))
    yield from jumps(iter(items), numbers)
