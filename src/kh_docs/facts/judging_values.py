"""Hold single values against fields.yaml: too large a figure, a year that is none, a name on two lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.commune_names import commune_named, is_commune
from kh_docs.facts.judging_lists import places
from kh_docs.facts.numbers_vi import number_of
from kh_docs.facts.remark import Path, Remark, late
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.fields import COMMUNES, OWN_TARGETS, Field, Told
from kh_docs.patterns import re

_YEAR = re.compile(r"(19|20)\d\d")


def impossible(plan: UnitPlan) -> Iterator[Remark]:
    """What cannot be, in every value that the unit has told."""
    for path, field, told in _all(plan):
        value = told[field.id]
        here = (*path, *field.id.split("."))
        basis = f" ({clause_name(field.clause)})" if field.clause else ""
        if field.most and (amount := number_of(str(value))) is not None and amount > _most(plan, field):
            yield Remark(
                here,
                _("{}: {} lớn hơn mức cao nhất có thể là {}").format(field.heading, value, _most(plan, field))
                + basis,
                _("kiểm tra lại số và đơn vị tính"),
            )
        if field.type == "year" and not _YEAR.fullmatch(str(value)):
            yield Remark(
                here,
                _("{}: “{}” không phải là năm").format(field.heading, str(value)[:40]),
                _("ghi bốn chữ số, ví dụ {}").format(plan.book.head.year),
            )
        if field.deadline and isinstance(value, date):
            yield from late(plan, here, str(told.get("name", field.heading)), value, field.deadline)
        if field.not_in and told.get("name") in (
            other.get("name") for other in plan.local.entries(field.not_in)
        ):
            message = f"“{told['name']}” {field.not_in_reason}{basis}"
            yield Remark(here, message, _("bỏ một trong hai chỗ"))
        if is_commune(field, told) and not commune_named(plan, str(value)):
            message = _("“{}” không phải tên đơn vị cấp xã của {}").format(value, plan.unit.full_name)
            yield Remark(here, message, _("ghi đúng tên trong danh mục đơn vị hành chính"))


def _all(plan: UnitPlan) -> Iterator[tuple[Path, Field, Told]]:
    """Every value told: its place, what it is, and what it belongs to."""
    declared, own = plan.book.fields, plan.local.own
    start = f"{OWN_TARGETS}."
    targets = {name[len(start) :]: value for name, value in own.items() if name.startswith(start)}
    yield from _told_of((), declared.unit, own)
    yield from _told_of((OWN_TARGETS,), declared.own_targets, targets)
    for each, fields in ((COMMUNES, declared.communes), *((e.id, e.fields) for e in declared.lists)):
        for path, told in places(plan, each):
            yield from _told_of(path, fields, told)


def _told_of(path: Path, fields: Iterable[Field], told: Told) -> Iterator[tuple[Path, Field, Told]]:
    yield from ((path, field, told) for field in fields if field.id in told)


def _most(plan: UnitPlan, field: Field) -> int:
    return len(plan.unit.children) if field.most == COMMUNES else int(field.most)
