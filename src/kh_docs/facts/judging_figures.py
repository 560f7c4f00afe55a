"""Figures of the reports that contradict each other, the lists or the number of communes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.counting import counted
from kh_docs.facts.remark import Remark
from kh_docs.facts.spelt_values import value_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.indicators import CrossCheck, Indicator
from kh_docs.model.kinds import HALF, kinds, recipe

_COLUMN = ".ky_nay"


def contradictions(plan: UnitPlan) -> Iterator[Remark]:
    """The checks of indicators.yaml that fail, as far as somebody has told a figure of them."""
    indicators = {item.id: item for item in plan.book.indicators.indicators}
    listed = {
        item.id: int(figure)
        for item in indicators.values()
        if item.counted and not item.counted.until and (figure := counted(plan, item.counted))
    }
    for kind, answers in plan.local.answers.items():
        told = {
            tag.removesuffix(_COLUMN): int(text)
            for tag, text in answers.items()
            if tag.endswith(_COLUMN) and text.isdecimal()
        }
        sums = {name: _of_communes(plan, answers, name) for name in indicators}
        summed = {name: total for name, total in sums.items() if total is not None}
        for check in filter(lambda check: plan.applies_to(check.applies), plan.book.indicators.checks):
            yield from _failed(check, kind, indicators, {**listed, **summed, **told}, told)


def _of_communes(plan: UnitPlan, answers: Mapping[str, str], name: str) -> int | None:
    """What the communes' figures add up to, once all of them have answered."""
    texts = [answers.get(f"{name}.xa.{commune.code}", "") for commune in plan.unit.children]
    return sum(map(int, texts)) if texts and all(text.isdigit() for text in texts) else None


def undone(plan: UnitPlan) -> Iterator[Remark]:
    """Figures of the year below those of its first six months."""
    flows = [item for item in plan.book.indicators.indicators if item.time == "F"]
    for kind, answers in plan.local.answers.items():
        half = plan.local.answers.get(_half(), {}) if kind != _half() else {}
        for item in flows:
            tag = f"{item.id}{_COLUMN}"
            now, then = (value_of(told.get(tag, ""), item.type).value for told in (answers, half))
            if isinstance(now, int | float) and isinstance(then, int | float) and now < then:
                message = _("{}: cả năm {}, riêng 06 tháng đầu năm đã {}").format(item.label, now, then)
                yield Remark(("answers", kind, tag), message, _("kiểm tra lại hai số liệu"))


def _half() -> str:
    return next((name for name in kinds() if recipe(name).span == HALF), "")


def _failed(
    check: CrossCheck,
    kind: str,
    indicators: dict[str, Indicator],
    known: dict[str, int],
    told: dict[str, int],
) -> Iterator[Remark]:
    names = (*check.left, *check.right)
    place = next((name for name in names if name in told), None)
    if place is None or not known.keys() >= set(names):
        return
    left, right = (sum(known[name] for name in side) for side in (check.left, check.right))
    if left > right or (check.relation == "equal" and left != right):
        clauses = ", ".join(map(clause_name, indicators[check.left[0]].clause))
        yield Remark(
            ("answers", kind, f"{place}{_COLUMN}"),
            _("{}: số liệu là {} và {} ({})").format(check.text.rstrip("."), left, right, clauses),
            _("kiểm tra lại hai số liệu"),
        )
