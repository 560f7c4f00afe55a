"""Phụ lục I of the minutes: the checklist, item by item, with two columns of results."""

from __future__ import annotations

from functools import partial
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
from kh_docs.model.book import Book
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
            rows += _group(speech, [_said(speech, next(numbers), item, inspector) for item in items])
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


class _Said(NamedTuple):
    """What a row says; all else in it follows from its item."""

    number: int
    item: str
    text: str
    clause: str
    evidence: str
    result: str


def _said(speech: Speech, number: int, item: ChecklistItem, inspector: str) -> _Said:
    at_commune = inspector == "district"
    where = f"checklist.yaml, {item.id}"
    return _Said(
        number,
        item.id,
        speech.plain(item.commune_text if at_commune else item.text, where),
        speech.of_plan("clauses", tuple(item.clause), _clauses),
        speech.plain((at_commune and item.commune_evidence) or item.evidence, where),
        preset(speech, item, inspector),
    )


def _clauses(_book: Book, clauses: tuple[str, ...]) -> str:
    return capital(clause_names(clauses))


def _group(speech: Speech, rows: list[_Said]) -> list[PrintedItem]:
    """The rows of a group: many units have the same, else the same rows one by one."""
    return speech.piece(
        ("items", *rows),
        lambda: [speech.piece(("item", *said), partial(_row, speech, said)) for said in rows],
    )


def _row(speech: Speech, said: _Said) -> PrintedItem:
    results = speech.unit_plan.book.checklist.results
    controls, item = speech.controls, said.item
    return PrintedItem(
        "",
        words(str(said.number)),
        words(item),
        controls.split(said.text),
        words(said.clause),
        controls.split(said.evidence),
        self=[controls.choice(f"{item}.{SELF}", f"{item} – Tự đánh giá", results, said.result)],
        team=[controls.choice(f"{item}.{TEAM}", f"{item} – Đoàn đánh giá", results)],
        note=[controls.space(f"{item}.ghi_chu", f"{item} – Ghi chú")],
    )
