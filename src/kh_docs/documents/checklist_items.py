"""Which items of the checklist an inspection asks, what is preset of them, how they were judged."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.documents.speech import Speech
from kh_docs.facts.numbers_vi import percentage
from kh_docs.model.checklist import ChecklistGroup, ChecklistItem

PASSED, FAILED, NOT_APPLICABLE, NOT_DUE = "Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn"


def groups_of(speech: Speech, inspector: str) -> Iterator[tuple[ChecklistGroup, list[ChecklistItem]]]:
    """Groups in the order of this kind of inspection, with the items that bind the unit and can be judged."""
    checklist = speech.unit_plan.book.checklist
    groups = {group.id: group for group in checklist.groups}
    for name in getattr(checklist.order, inspector):
        items = [item for item in judged(speech, inspector) if item.group == name]
        if items := [item for item in items if speech.unit_plan.binds(item)]:
            yield groups[name], items


def judged(speech: Speech, inspector: str) -> list[ChecklistItem]:
    """The items of this kind of inspection: at a commune those that have words for it."""
    items = speech.unit_plan.book.checklist.items
    return [item for item in items if inspector == "province" or item.commune_text]


def preset(speech: Speech, item: ChecklistItem, inspector: str) -> str:
    """“Chưa đến hạn” until the last day of the item has gone by, at a commune the unit's own day."""
    plan = speech.unit_plan
    deadline = (item.commune_deadline if inspector == "district" else "") or item.deadline
    if deadline and not plan.passed(deadline) and plan.dates(deadline).last_day > plan.reference:
        return NOT_DUE
    return ""


def critical_codes(speech: Speech, inspector: str) -> str:
    """The codes of the items whose failure must have a remedy, in printed order."""
    members = (item for _group, items in groups_of(speech, inspector) for item in items)
    return ", ".join(item.id for item in members if item.critical)


def results_of(speech: Speech, items: list[ChecklistItem], column: str, inspector: str) -> list[str]:
    """What stands in `column` for each item, empty where nobody has judged yet."""
    return [speech.controls.answer(f"{item.id}.{column}", preset(speech, item, inspector)) for item in items]


def pass_rate(speech: Speech, inspector: str) -> str:
    """The share of passed items by the team's own results, once it has judged all of them."""
    items = [item for _group, members in groups_of(speech, inspector) for item in members]
    results = results_of(speech, items, "doan_cham", inspector)
    passed, failed = results.count(PASSED), results.count(FAILED)
    return percentage(passed, passed + failed) if all(results) and passed + failed else ""
