"""What a unit has told, entry by entry, and how its documents print it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.first_letters import capital
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.fields import COMMUNES, Field, Told, Value


def printed(field: Field | None, value: Value | None) -> str:
    """`value` as it stands in a table; empty where nothing is told."""
    if value is None:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, date):
        return short_date(value)
    if field is not None and field.type in ("whole", "number"):
        return printed_number(str(value))
    return capital(str(value)) if field is not None and field.type == "choice" else str(value)


def fits(told: Told, where: Mapping[str, Iterable[str]]) -> bool:
    """Whether each field has one of its values; where none is listed, whether anything is told."""
    return all(
        field in told and (not (values := list(values_of)) or _plain(told[field]) in values)
        for field, values_of in where.items()
    )


def entries(plan: UnitPlan, each: str, where: Mapping[str, Iterable[str]] | None = None) -> Iterator[Told]:
    """The entries of a list, the communes by name and code, or the one group of the unit's fields."""
    for told in _all(plan, each):
        if fits(told, where or {}):
            yield told


def _all(plan: UnitPlan, each: str) -> Iterator[Told]:
    if each == COMMUNES:
        yield from plan.communes_told
    elif any(each == known.id for known in plan.book.fields.lists):
        yield from plan.local.lists.get(each, ())
    else:
        start = f"{each}."
        group = {name[len(start) :]: v for name, v in plan.local.own.items() if name.startswith(start)}
        if group:
            yield group


def fields_of(plan: UnitPlan, each: str) -> Mapping[str, Field]:
    """The fields of such entries, by id."""
    declared = plan.book.fields
    if each == COMMUNES or any(each == known.id for known in declared.lists):
        return declared.of(each)
    start = f"{each}."
    return {field.id[len(start) :]: field for field in declared.unit if field.id.startswith(start)}


def _plain(value: Value) -> str:
    return "yes" if value is True else str(value)
