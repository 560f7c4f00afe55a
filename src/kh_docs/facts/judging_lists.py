"""Hold a unit's lists against fields.yaml: enough for a target, nothing doubtful in them."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.counting import kept_for
from kh_docs.facts.remark import Path, Remark
from kh_docs.facts.told import fits
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.fields import COMMUNES, Doubt, Told
from kh_docs.patterns import re


def lacking(plan: UnitPlan) -> Iterator[Remark]:
    """Lists with fewer entries than a target asks for; one that nobody has begun says nothing yet."""
    for enough in plan.book.fields.enough:
        if enough.target not in plan.book.targets or (enough.unless and plan.local.tells(enough.unless)):
            continue
        found = [path for path, told in places(plan, enough.each) if fits(told, enough.where)]
        begun = found if enough.each == COMMUNES else plan.local.entries(enough.each)
        count, due = len(found) + kept_for(plan, enough.target), plan.due(enough.target)
        if begun and count < due:
            yield Remark(
                found[-1] if enough.each == COMMUNES else (enough.each,),
                _("mới có {:02d} {}, chỉ tiêu là {:02d} ({})").format(
                    count, enough.words, due, clause_name(plan.target(enough.target).clause)
                ),
                _("chọn thêm {:02d}, hoặc báo cáo rõ lý do").format(due - count),
            )


def doubtful(plan: UnitPlan) -> Iterator[Remark]:
    """Entries that hold one of the words of a doubt."""
    for doubt in plan.book.fields.doubts:
        for path, told in places(plan, doubt.each):
            if fits(told, doubt.where) and (field := _field_at_fault(doubt, told)):
                yield Remark(
                    (*path, field),
                    _("“{}” {} ({})").format(told["name"], doubt.reason, clause_name(doubt.clause)),
                    doubt.mend,
                )


def _field_at_fault(doubt: Doubt, told: Told) -> str:
    words = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in doubt.words), re.IGNORECASE)
    return next((field for field in reversed(doubt.fields) if words.search(str(told.get(field, "")))), "")


def places(plan: UnitPlan, each: str) -> list[tuple[Path, Told]]:
    """The entries of a list or the communes, each with its place in the unit's file."""
    if each == COMMUNES:
        return [((COMMUNES, name), {**told, "name": name}) for name, told in plan.local.communes.items()]
    return [((each, index), told) for index, told in enumerate(plan.local.lists.get(each, ()))]
