"""The inspection checklist and its summary: what is preset follows from traits and deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_names
from kh_docs.facts.first_letters import capital, small
from kh_docs.facts.numbers_vi import percentage
from kh_docs.model.forms import ChecklistGroup, ChecklistItem
from kh_docs.render.values import Slot

PASSED, FAILED, NOT_APPLICABLE, NOT_DUE = "Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn"


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


class PrintedSummary(NamedTuple):
    """A row of the summary: a group, how many items it has, and how they were judged."""

    tt: Slot
    group: Slot
    total: Slot
    self_pass: Slot
    self_fail: Slot
    team_pass: Slot
    team_fail: Slot
    na: Slot
    not_due: Slot


def groups_of(speech: Speech, inspector: str) -> Iterator[tuple[ChecklistGroup, list[ChecklistItem]]]:
    """Groups in the order of this kind of inspection, with the items that bind the unit and can be judged."""
    checklist = speech.unit_plan.book.checklist
    groups = {group.id: group for group in checklist.groups}
    for name in getattr(checklist.order, inspector):
        items = [item for item in _judged(speech, inspector) if item.group == name]
        if items := [item for item in items if speech.unit_plan.binds(item)]:
            yield groups[name], items


def _judged(speech: Speech, inspector: str) -> list[ChecklistItem]:
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
    for item in _judged(speech, inspector):
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


def summary_rows(speech: Speech, inspector: str) -> list[PrintedSummary]:
    """Counts by group: how many items there are, what is preset; the rest is for the two sides to count."""
    rows = []
    everything: list[ChecklistItem] = []
    for number, (group, items) in enumerate(groups_of(speech, inspector), 1):
        everything += items
        rows.append(
            _summary_row(
                speech, inspector, str(number), f"{group.id}. {group.title}", f"nhom_{group.id}", items
            )
        )
    rows.append(_summary_row(speech, inspector, "", "Tổng cộng", "nhom_tong", everything))
    return rows


def _results(speech: Speech, items: list[ChecklistItem], column: str, inspector: str) -> list[str]:
    """What stands in `column` for each item, empty where nobody has judged yet."""
    return [speech.controls.answer(f"{item.id}.{column}", preset(speech, item, inspector)) for item in items]


def pass_rate(speech: Speech, inspector: str) -> str:
    """The share of passed items by the team's own results, once it has judged all of them."""
    items = [item for _group, members in groups_of(speech, inspector) for item in members]
    results = _results(speech, items, "doan_cham", inspector)
    passed, failed = results.count(PASSED), results.count(FAILED)
    return percentage(passed, passed + failed) if all(results) and passed + failed else ""


def _summary_row(
    speech: Speech, inspector: str, tt: str, name: str, tag: str, items: list[ChecklistItem]
) -> PrintedSummary:
    blanks = {
        "self_pass": ("tu_cham", "tu_cham_dat", "tự đánh giá Đạt", PASSED),
        "self_fail": ("tu_cham", "tu_cham_khong_dat", "tự đánh giá Không đạt", FAILED),
        "team_pass": ("doan_cham", "doan_cham_dat", "Đoàn đánh giá Đạt", PASSED),
        "team_fail": ("doan_cham", "doan_cham_khong_dat", "Đoàn đánh giá Không đạt", FAILED),
    }
    results = {column: _results(speech, items, column, inspector) for column in ("tu_cham", "doan_cham")}
    # The team has the last word on what does not apply; before it speaks, what is preset.
    team = results["doan_cham"]
    known = {"na": ("khong_ap_dung", NOT_APPLICABLE), "not_due": ("chua_den_han", NOT_DUE)}
    return PrintedSummary(
        words(tt),
        words(name),
        words(_count(len(items))),
        **{
            field: speech.cell(
                f"{tag}.{column}",
                f"{name[:40]} – {title}",
                _count(results[side].count(word)) if all(results[side]) else "",
            )
            for field, (side, column, title, word) in blanks.items()
        },
        **{
            # Some items turn out not applicable only on the spot, so the number stays editable.
            field: speech.cell(
                f"{tag}.{column}", f"{name[:40]} – {column.replace('_', ' ')}", _count(team.count(word))
            )
            for field, (column, word) in known.items()
        },
    )


def _count(number: int) -> str:
    """Numbers under ten with a zero before them, nought as it is."""
    return f"{number:02d}" if number else "0"
