"""Indicators of which no unit said anything: not due yet by the form itself, or left open by all."""

from __future__ import annotations

from kh_docs.facts.spelt_values import WORDS
from kh_docs.model.indicators import Indicator
from kh_docs.returns.collected import Collected
from kh_docs.returns.matrix import DOUBTFUL
from kh_docs.returns.reported import items_of
from kh_docs.returns.request import Request
from kh_docs.text import slug


def is_told(collected: Collected, item: Indicator) -> bool:
    """Whether any unit gave a figure, or wrote something in its place."""
    total = collected.totals.get(f"{item.id}.ky_nay")
    return bool(total and total.units) or any(state not in WORDS for state in _said(collected, item))


def not_due(request: Request, collected: Collected) -> list[Indicator]:
    """Those that the form marks as not yet due."""
    return [item for item in _silent(request, collected) if "not_due" in _states(collected, item)]


def untold(request: Request, collected: Collected) -> list[Indicator]:
    """Those that were asked for and of which nobody wrote anything."""
    return [item for item in _silent(request, collected) if f"{item.id}.ky_nay" in collected.totals]


def unclear(request: Request, collected: Collected) -> list[Indicator]:
    """Those of which what was written cannot be counted from any unit."""
    return [
        item
        for item in items_of(request)
        if any(DOUBTFUL in text for text in collected.matrix.raw(f"{item.id}.ky_nay").values())
        and not collected.totals[f"{item.id}.ky_nay"].units
    ]


def _silent(request: Request, collected: Collected) -> list[Indicator]:
    if not any(each.state == "received" for each in collected.units):
        return []
    return [item for item in items_of(request) if not item.target_only and not is_told(collected, item)]


def _states(collected: Collected, item: Indicator) -> set[str]:
    return {WORDS[state] for state in _said(collected, item) if state in WORDS}


def _said(collected: Collected, item: Indicator) -> set[str]:
    return {slug(text) for text in collected.matrix.raw(f"{item.id}.ky_nay").values()} - {""}
