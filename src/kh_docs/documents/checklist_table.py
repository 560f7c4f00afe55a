"""Phụ lục I of the minutes: the checklist, item by item, with two columns of results."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from kh_docs.documents.checklist_items import (
    SELF,
    TEAM,
    judged,
    preset,
    printed_groups,
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
    """Phụ lục I: number, criterion, clause, evidence, two columns of results."""
    checklist = speech.unit_plan.book.checklist
    rows: list[PrintedItem] = []
    numbers = count(1)
    part = -1
    with speech.table("tu_cham", "Cột “Tự đánh giá” và cột “Đoàn đánh giá” của Phiếu kiểm tra", "Phụ lục I"):
        for name, group, items in printed_groups(speech, inspector):
            here = 0 if group.id in checklist.core else 1
            if checklist.parts and here != part:
                part = here
                rows.append(PrintedItem(f"PHẦN {part + 1}. {checklist.parts[part].upper()}"))
            rows.append(PrintedItem(name))
            rows += [_item_row(speech, next(numbers), item, inspector) for item in items]
    return rows


def left_out(speech: Speech, inspector: str) -> str:
    """What binds other units, by name and code, and why, in one line."""
    reasons: dict[str, list[str]] = {}
    for item in judged(speech, inspector):
        if not speech.unit_plan.binds(item):
            reason = speech.plain(item.otherwise, f"checklist.yaml, {item.id}.otherwise")
            about = speech.plain(item.about, f"checklist.yaml, {item.id}.about")
            reasons.setdefault(reason, []).append(f"{about} ({item.id})" if about else item.id)
    told = "; ".join(f"{', '.join(names)}: {small(reason)}" for reason, names in reasons.items())
    return f"Nội dung không kiểm tra: {told}." if told else ""


def _item_row(speech: Speech, number: int, item: ChecklistItem, inspector: str) -> PrintedItem:
    at_commune = inspector == "district"
    where = f"checklist.yaml, {item.id}"
    text = speech.plain(item.commune_text if at_commune else item.text, where)
    evidence = speech.plain((at_commune and item.commune_evidence) or item.evidence, where)
    result = preset(speech, item, inspector)
    return speech.piece(
        ("item", item.id, number, text, evidence, result),
        lambda: _made_row(speech, number, item, text, evidence, result),
    )


def _made_row(
    speech: Speech, number: int, item: ChecklistItem, text: str, evidence: str, result: str
) -> PrintedItem:
    results = speech.unit_plan.book.checklist.results
    controls = speech.controls
    return PrintedItem(
        "",
        words(str(number)),
        words(item.id),
        controls.split(text),
        words(capital(clause_names(item.clause))),
        controls.split(evidence),
        self=[controls.choice(f"{item.id}.{SELF}", f"{item.id} – Tự đánh giá", results, result)],
        team=[controls.choice(f"{item.id}.{TEAM}", f"{item.id} – Đoàn đánh giá", results)],
        note=[controls.space(f"{item.id}.ghi_chu", f"{item.id} – Ghi chú")],
    )
