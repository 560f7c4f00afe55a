"""Which items of the checklist an inspection asks, what is preset of them, how they were judged."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from kh_docs.documents.speech import Speech
from kh_docs.facts.numbers_vi import percentage
from kh_docs.model.book import Book
from kh_docs.model.checklist import ChecklistGroup, ChecklistItem

SELF, TEAM = "tu_cham", "doan_cham"
PASSED, FAILED, NOT_APPLICABLE, NOT_DUE = "Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn"


def groups_of(speech: Speech, inspector: str) -> list[tuple[ChecklistGroup, list[ChecklistItem]]]:
    """Groups as this kind of inspection prints them, with the items that bind the unit and can be judged."""
    if inspector not in speech.groups:
        binds = speech.unit_plan.binds
        asked = (
            (group, [item for item in members if binds(item)])
            for group, members in speech.of_plan("groups", inspector, _groups)
        )
        speech.groups[inspector] = [(group, items) for group, items in asked if items]
    return speech.groups[inspector]


def _groups(book: Book, inspector: str) -> list[tuple[ChecklistGroup, list[ChecklistItem]]]:
    checklist = book.checklist
    groups = {group.id: group for group in checklist.groups}
    return [
        (groups[name], [item for item in _judged(book, inspector) if item.group == name])
        for name in getattr(checklist.order, inspector)
        if name in groups
    ]


def judged(speech: Speech, inspector: str) -> list[ChecklistItem]:
    """The items of this kind of inspection: at a commune those that have words for it."""
    return _judged(speech.unit_plan.book, inspector)


def _judged(book: Book, inspector: str) -> list[ChecklistItem]:
    return [item for item in book.checklist.items if inspector == "province" or item.commune_text]


def printed_groups(
    speech: Speech, inspector: str
) -> Iterator[tuple[str, ChecklistGroup, list[ChecklistItem]]]:
    """The groups, each under its name on paper: lettered in the order in which they are printed."""
    for letter, (group, items) in zip(ascii_uppercase, groups_of(speech, inspector), strict=False):
        title = speech.plain(group.title, f"checklist.yaml, {group.id}.title")
        yield f"{letter}. {title}", group, items


def preset(speech: Speech, item: ChecklistItem, inspector: str) -> str:
    """“Chưa đến hạn” until the last day of the item has gone by, at a commune the unit's own day."""
    plan = speech.unit_plan
    deadline = (item.commune_deadline if inspector == "district" else "") or item.deadline
    if deadline and not plan.passed(deadline) and plan.dates(deadline).last_day > plan.reference:
        return NOT_DUE
    return ""


def critical_numbers(speech: Speech, inspector: str) -> str:
    """The numbers under which the items stand whose failure must have a remedy."""
    members = (item for _group, items in groups_of(speech, inspector) for item in items)
    return ", ".join(str(number) for number, item in enumerate(members, 1) if item.critical)


def results_of(speech: Speech, items: list[ChecklistItem], column: str, inspector: str) -> list[str]:
    """What stands in `column` for each item, empty where nobody has judged yet.

    What is not due yet is preset for the unit; the team judges by itself.
    """
    known = [preset(speech, item, inspector) if column == SELF else "" for item in items]
    return [
        speech.controls.answer(f"{item.id}.{column}", result)
        for item, result in zip(items, known, strict=True)
    ]


def pass_rate(speech: Speech, inspector: str) -> str:
    """The share of passed items by the team's own results, once it has judged all of them."""
    items = [item for _group, members in groups_of(speech, inspector) for item in members]
    results = results_of(speech, items, "doan_cham", inspector)
    passed, failed = results.count(PASSED), results.count(FAILED)
    return percentage(passed, passed + failed) if all(results) and passed + failed else ""
