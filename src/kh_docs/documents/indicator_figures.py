"""What is known of a report's indicators: this period, the one before, and what follows from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kh_docs.documents.applicable import COUNTED
from kh_docs.documents.figures import ratio, share
from kh_docs.documents.register_values import sums_of_lists
from kh_docs.documents.speech import Speech
from kh_docs.facts.adding_up import sources
from kh_docs.facts.counting import counted
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book
from kh_docs.model.head import Period
from kh_docs.model.indicators import Indicator
from kh_docs.model.kinds import HALF, kinds, recipe


class Known(NamedTuple):
    """What is known of an indicator, given or computed; empty where it is not."""

    current: str
    previous: str
    # The annex in which it is added up.
    origin: str
    # What was reported of the half-year.
    half: str
    # How it stands beside the plan's target.
    against: str


class Figures:
    """What is known of every indicator, in this period and in the one before."""

    def __init__(
        self, speech: Speech, indicators: Iterable[Indicator], period: Period, annexes: Mapping[str, str]
    ) -> None:
        listed = speech.of_plan("sources", speech.recipe.kind, sources)
        # Where a figure that is added up elsewhere comes from: “Phụ lục II”.
        self.origin = {name: annexes[each.register.annex] for name, each in listed.items()}
        sums = sums_of_lists(speech)
        told = speech.of_plan("told", "", _told_elsewhere)
        self.current = {**told.nothing, **sums}
        self.previous = dict(told.nothing)
        self.half = half_year(speech.unit_plan) if speech.recipe.span != HALF else {}
        follow = speech.of_plan("ratios", "", _ratios)
        # What share of its whole an indicator makes: schools with the model among all schools.
        self.shares = follow.shares
        answer = speech.controls.answer if speech.controls.answers else _unanswered
        for item in indicators if speech.controls.answers else told.indicators:
            known = sums.get(item.id, "")
            if item.counted:
                known = printed_number(counted(speech.unit_plan, item.counted, period.to_day))
            if item.known:
                known = speech.plain(item.known, f"indicators.yaml, {item.id}.known")
            # What the list adds up to stands, whatever else was said of it.
            self.current[item.id] = sums.get(item.id) or answer(f"{item.id}.ky_nay", known)
            self.previous[item.id] = answer(f"{item.id}.ky_truoc")
        for item in follow.ratios:
            # What follows stands, whatever was said of it.
            self.current[item.id] = ratio(item, self.current) or self.current[item.id]
            self.previous[item.id] = self.previous[item.id] or ratio(item, self.previous)

    def says_nothing(self, item: Indicator) -> bool:
        """Whether nothing is known of an indicator but its target."""
        name = item.id
        return not (self.current[name] or self.previous[name] or name in self.origin or self.half)

    def of(self, item: Indicator, target: str) -> Known:
        """What is known of one indicator, beside its `target`."""
        half = self.half.get(f"{item.id}.ky_nay", "") if item.type in COUNTED else ""
        return Known(
            self.current[item.id],
            self.previous[item.id],
            self.origin.get(item.id, ""),
            printed_number(half),
            self.against(item, target),
        )

    def against(self, item: Indicator, target: str) -> str:
        """`Đạt 84,2% kế hoạch`, once both are known."""
        if item.type not in ("n", "m"):
            return ""
        measured = self._measured(item, target)
        percent = share(measured, _amount(target)) if measured else ""
        return f"Đạt {percent}% kế hoạch" if percent else ""

    def _measured(self, item: Indicator, target: str) -> str:
        """What the target counts: the figure itself, or its share where the target is in per cent."""
        if item.measure != "%" and "%" in target and f"{_amount(target)}%" in target:
            return self.current.get(self.shares.get(item.id, ""), "")
        return self.current[item.id]


def _unanswered(_tag: str, known: str = "") -> str:
    """What a unit that answers nothing says of a control."""
    return known


class _Told(NamedTuple):
    """The indicators of which something is known without an answer, and by each of all that nothing is."""

    indicators: tuple[Indicator, ...]
    nothing: Mapping[str, str]


def _told_elsewhere(book: Book, _of: str) -> _Told:
    items = book.indicators.indicators
    return _Told(
        tuple(item for item in items if item.counted or item.known),
        dict.fromkeys((item.id for item in items), ""),
    )


class _Following(NamedTuple):
    """The indicators that follow from others, and by an indicator that which says its share."""

    ratios: tuple[Indicator, ...]
    shares: Mapping[str, str]


def _ratios(book: Book, _of: str) -> _Following:
    items = [item for item in book.indicators.indicators if item.formula]
    return _Following(
        tuple(items),
        {
            item.formula.numerator[0]: item.id
            for item in items
            if item.formula and len(item.formula.numerator) == 1
        },
    )


def _amount(target: str) -> str:
    """The number in “Ít nhất 10”."""
    match = re.search(r"\d[\d.]*(?:,\d+)?", target)
    return match[0] if match else ""


def half_year(unit_plan: UnitPlan) -> Mapping[str, str]:
    """What the unit has told of the six months, by tags."""
    kind = next((name for name in kinds() if recipe(name).span == HALF), "")
    return unit_plan.local.answers.get(kind, {})
