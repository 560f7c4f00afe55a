"""Phụ lục I of the minutes: the checklist, item by item, with two columns of results."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from kh_docs.documents.checklist_items import (
    groups_of,
    judged,
    preset,
)
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_names
from kh_docs.facts.first_letters import capital, small
from kh_docs.model.checklist import ChecklistItem
from kh_docs.render.values import Slot


class PrintedItem(NamedTuple):
    """A row of the checklist: an item, or a `heading` over those below it."""

    heading: str = ""
    tt: Slot = ()
    code: Slot = ()
    text: Slot = ()
    clause: Slot = ()
    evidence: Slot = ()
    self: Slot = ()
    team: Slot = ()
    note: Slot = ()


def item_rows(speech: Speech, inspector: str) -> list[PrintedItem]:
    """Phụ lục I: number, criterion, clause, evidence, two columns of results; below, what does not apply."""
    checklist = speech.unit_plan.book.checklist
    rows: list[PrintedItem] = []
    numbers = count(1)
    part = -1
    with speech.table("tu_cham", "Cột “Tự đánh giá” và cột “Đoàn đánh giá” của Phiếu kiểm tra", "Phụ lục I"):
        for group, items in groups_of(speech, inspector):
            here = 0 if group.id in checklist.core else 1
            if checklist.parts and here != part:
                part = here
                rows.append(PrintedItem(f"PHẦN {part + 1}. {checklist.parts[part].upper()}"))
            rows.append(PrintedItem(f"{group.id}. {group.title}"))
            rows += [_item_row(speech, next(numbers), item, inspector) for item in items]
    if left_out := _left_out(speech, inspector):
        rows.append(PrintedItem(left_out))
    return rows


def _left_out(speech: Speech, inspector: str) -> str:
    """The codes of items that bind other units, and why, in one line."""
    reasons: dict[str, list[str]] = {}
    for item in judged(speech, inspector):
        if not speech.unit_plan.binds(item):
            reason = speech.plain(item.otherwise, f"checklist.yaml, {item.id}.otherwise")
            reasons.setdefault(reason, []).append(item.id)
    told = "; ".join(f"{', '.join(codes)} ({small(reason)})" for reason, codes in reasons.items())
    return f"Tiêu chí không áp dụng, không in: {told}." if told else ""


def _item_row(speech: Speech, number: int, item: ChecklistItem, inspector: str) -> PrintedItem:
    at_commune = inspector == "district"
    where = f"checklist.yaml, {item.id}"
    results = speech.unit_plan.book.checklist.results
    result = preset(speech, item, inspector)
    choice = speech.controls.choice
    return PrintedItem(
        "",
        words(str(number)),
        words(item.id),
        speech.say(item.commune_text if at_commune else item.text, where),
        words(capital(clause_names(item.clause))),
        speech.say((at_commune and item.commune_evidence) or item.evidence, where),
        self=[choice(f"{item.id}.tu_cham", f"{item.id} – Tự đánh giá", results, result)],
        team=[choice(f"{item.id}.doan_cham", f"{item.id} – Đoàn đánh giá", results, result)],
        note=[speech.controls.space(f"{item.id}.ghi_chu", f"{item.id} – Ghi chú")],
    )
