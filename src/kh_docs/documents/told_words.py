"""What wording may ask of the unit's own data: `local.…`, `own.…`, `count(…)`, `communes(…)`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kh_docs.documents.names import Names
from kh_docs.facts.counting import own_figure
from kh_docs.facts.dates_vi import long_date
from kh_docs.facts.numbers_vi import number_of, printed_number
from kh_docs.facts.told import printed
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.local import Cited


def told_words(plan: UnitPlan) -> dict[str, Any]:
    """The names and functions of the wording; whatever is not told is empty."""
    return {
        "local": _local(plan),
        "own": own_figures(plan),
        "count": lambda name: _count(plan, name),
        "told": plan.local.tells,
        "communes": lambda field, typed=True, among=(): _communes(plan, field, among, typed=typed),
        "left_of": lambda target, kept: left_of(plan, target, kept),
    }


def _local(plan: UnitPlan) -> Names[Any]:
    local = plan.local
    words: dict[str, Any] = {
        "party_basis": _on_one_line(local.party_basis).rstrip(";. "),
        "proposal": cited_words("Tờ trình", local.proposal),
        "plan_issued": cited_words("Kế hoạch", local.plan_issued),
    }
    for field in plan.book.fields.unit:
        value = local.own.get(field.id)
        shown = bool(value) if field.type == "yes_no" else _on_one_line(printed(field, value))
        head, dot, rest = field.id.partition(".")
        if dot:
            words.setdefault(head, Names())[rest] = shown
        else:
            words[head] = shown
    return Names(words)


def own_figures(plan: UnitPlan) -> Names[str]:
    """The figures the unit sets itself or its lists tell."""
    return Names(
        {target.id: printed_number(own_figure(plan, target.id)) for target in plan.book.fields.own_targets}
    )


def _count(plan: UnitPlan, name: str) -> str:
    """How many entries a list has, or communes `communes.<field>`."""
    _each, _dot, field = name.partition(".")
    told = plan.local.communes_with(field) if field else plan.local.entries(name)
    return printed_number(str(len(told))) if told else ""


def _communes(plan: UnitPlan, field: str, among: Sequence[str], *, typed: bool) -> str:
    """The communes of which `field` is told, or is one of `among`: “xã A, thị trấn B”, or “A, B”."""
    told = plan.local.communes_with(field)
    if among:
        told = {name: values for name, values in told.items() if values.get(field) in among}
    units = [unit for unit in plan.unit.children if unit.name in told]
    return ", ".join(f"{unit.type} {unit.name}" if typed else unit.name for unit in units)


def left_of(plan: UnitPlan, target: str, kept: str) -> str:
    """What is left of a cumulative target after those that are kept."""
    amount = number_of(kept)
    if amount is None or not plan.target(target).cumulative:
        return ""
    return printed_number(str(max(0, plan.due(target) - int(amount))))


def cited_words(kind: str, cited: Cited | None) -> str:
    """`Tờ trình số 15/TTr-CAH ngày 19 tháng 02 năm 2024`, or nothing."""
    return f"{kind} số {_on_one_line(cited.number)} {long_date(cited.issued_on)}" if cited else ""


def _on_one_line(text: str) -> str:
    """Wording is marked up line by line: what follows a break inside a value would be read as a mark."""
    return text.replace("\n", " ")
