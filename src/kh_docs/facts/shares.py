"""Figures of a clause as they become a unit's own: its part, its exception, or a place to fill in."""

from __future__ import annotations

import re
from functools import cached_property

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.targets import Target

# Where the unit has to say its own figure.
OPEN = "……"


class Shares:
    """The targets of one clause, for one unit."""

    def __init__(self, plan: UnitPlan, clause: str) -> None:
        self.plan = plan
        self.clause = clause
        self.targets = [each for each in plan.book.targets.values() if each.clause == clause]

    @cached_property
    def _totals(self) -> list[Target]:
        """Totals of the province that are nobody's own."""
        return [each for each in self.targets if each.scope == "shared" and each.value and not each.per_unit]

    @cached_property
    def _parts(self) -> list[Target]:
        return [each for each in self.targets if self.plan.unit.id in each.per_unit]

    @property
    def by_table(self) -> bool:
        """Whether the clause gives units figures one by one."""
        return any(each.per_unit for each in self.targets)

    def listed(self, text: str, listed: re.Pattern[str]) -> str:
        """“và 06 đơn vị cấp huyện, gồm: …”: the unit where it is in the list, nothing where it is not."""

        def own(found: re.Match[str]) -> str:
            if self.plan.unit.name in found[0]:
                return f"{found['joint'] or ''} {self.plan.words.full}"
            return "" if found["joint"] else found[0]

        return listed.sub(own, text)

    def without_parts(self, text: str) -> str:
        """The text without the brackets that give each unit its part of a figure."""
        return re.sub(r"\s*\([^()]*\d[^()]*\)", "", text) if self.by_table else text

    def own(self, text: str) -> tuple[str, str]:
        """The text with the unit's own figures, and what somebody has to fill in."""
        for target in self._parts:
            text = self.without_parts(text)
            text = _put(text, target, self.plan.figure(target.id).text)
        for target in self.targets:
            if (over := self.plan.target(target.id)) is not target and over.measure == target.measure:
                text = _put(text, target, over.value)
        return self.opened(text)

    def opened(self, text: str) -> tuple[str, str]:
        """The text with places to fill in for the province's totals, and which those were."""
        totals: list[str] = []
        for target in self._totals:
            put = _put(text, target, OPEN)
            if put != text:
                totals.append(target.value)
                text = put
        asked = _("ghi con số của đơn vị; tỉnh giao chung {}").format(", ".join(totals)) if totals else ""
        return text, asked

    def unexplained(self, text: str) -> str:
        """The text without the figures and times that the plan's data say are the unit's."""
        for deadline in self.plan.book.deadlines.values():
            text = text.replace(deadline.literal, "") if deadline.clause == self.clause else text
        for target in self.targets:
            if target in self._parts:
                text = text.replace(f"{self.plan.figure(target.id).text} {target.measure}", "")
            elif target.scope == "unit":
                text = _put(text, target, "")
        return text


def _put(text: str, target: Target, value: str) -> str:
    """The text with `value` in the place of the target's own figure."""
    number = re.escape(target.value) or r"\d+"
    behind = r"(?=\s?%)" if target.measure == "%" else rf"(?=\s+{re.escape(target.measure.split(',')[0])})"
    least = "(?:ít nhất )?" if value == "100" else ""
    return re.sub(rf"{least}(?<![\d.,/]){number}{behind}", value, text, count=1)
