"""The inspection checklist and its summary: what is preset follows from traits and deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_names
from kh_docs.facts.numbers_vi import percentage
from kh_docs.model.forms import ChecklistGroup, ChecklistItem

PASSED, FAILED, NOT_APPLICABLE, NOT_DUE = "Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn"


def groups_of(speech: Speech, inspector: str) -> Iterator[tuple[ChecklistGroup, list[ChecklistItem]]]:
    """Groups in the order of this kind of inspection, with the items it can judge."""
    checklist = speech.unit_plan.book.checklist
    groups = {group.id: group for group in checklist.groups}
    for name in getattr(checklist.order, inspector):
        items = [item for item in checklist.items if item.group == name]
        if inspector == "district":
            items = [item for item in items if item.commune_text]
        if items:
            yield groups[name], items


def preset(speech: Speech, item: ChecklistItem) -> str:
    """The result that is known beforehand: not applicable here, or not due at the reference date."""
    plan = speech.unit_plan
    if not plan.binds(item):
        return NOT_APPLICABLE
    if (
        item.deadline
        and not plan.passed(item.deadline)
        and plan.dates(item.deadline).last_day > plan.reference
    ):
        return NOT_DUE
    return ""


def item_rows(speech: Speech, inspector: str) -> list[dict[str, Any]]:
    """Phụ lục I: criterion, clause, evidence, and the two columns of results."""
    rows: list[dict[str, Any]] = []
    title = "Cột “Tự chấm” của đơn vị được kiểm tra, cột “Đoàn chấm” của Đoàn"
    with speech.table("tu_cham", title, "Phụ lục I"):
        for group, items in groups_of(speech, inspector):
            rows.append({"heading": f"{group.id}. {group.title}", **{name: [] for name in COLUMNS}})
            rows += [_item_row(speech, item, inspector) for item in items]
    return rows


COLUMNS = ("code", "text", "clause", "evidence", "self", "team", "note")


def _item_row(speech: Speech, item: ChecklistItem, inspector: str) -> dict[str, Any]:
    at_commune = inspector == "district"
    where = f"checklist.yaml, {item.id}"
    results = speech.unit_plan.book.checklist.results
    result = preset(speech, item)
    why = item.otherwise if result == NOT_APPLICABLE else ""
    return {
        "heading": "",
        "code": words(item.id),
        "text": speech.say(item.commune_text if at_commune else item.text, where),
        "clause": words(clause_names(item.clause)),
        "evidence": speech.say((at_commune and item.commune_evidence) or item.evidence, where),
        "self": [speech.controls.choice(f"{item.id}.tu_cham", f"{item.id} – Tự chấm", results, result)],
        "team": [speech.controls.choice(f"{item.id}.doan_cham", f"{item.id} – Đoàn chấm", results, result)],
        "note": speech.say(why, where)
        if why
        else [speech.controls.space(f"{item.id}.ghi_chu", f"{item.id} – Ghi chú")],
    }


def summary_rows(speech: Speech, inspector: str) -> list[dict[str, Any]]:
    """Counts by group: how many items there are, what is preset; the rest is for the two sides to count."""
    rows = []
    everything: list[ChecklistItem] = []
    for number, (group, items) in enumerate(groups_of(speech, inspector), 1):
        everything += items
        rows.append(
            _summary_row(speech, str(number), f"{group.id}. {group.title}", f"nhom_{group.id}", items)
        )
    rows.append(_summary_row(speech, "", "Tổng cộng", "nhom_tong", everything))
    return rows


def _results(speech: Speech, items: list[ChecklistItem], column: str) -> list[str]:
    """What stands in `column` for each item, empty where nobody has judged yet."""
    return [speech.controls.answer(f"{item.id}.{column}", preset(speech, item)) for item in items]


def pass_rate(speech: Speech, inspector: str) -> str:
    """The share of passed items by the team's own results, once it has judged all of them."""
    items = [item for _group, members in groups_of(speech, inspector) for item in members]
    results = _results(speech, items, "doan_cham")
    passed, failed = results.count(PASSED), results.count(FAILED)
    return percentage(passed, passed + failed) if all(results) and passed + failed else ""


def _summary_row(speech: Speech, tt: str, name: str, tag: str, items: list[ChecklistItem]) -> dict[str, Any]:
    blanks = {
        "self_pass": ("tu_cham", "tu_cham_dat", "tự chấm Đạt", PASSED),
        "self_fail": ("tu_cham", "tu_cham_khong_dat", "tự chấm Không đạt", FAILED),
        "team_pass": ("doan_cham", "doan_cham_dat", "Đoàn chấm Đạt", PASSED),
        "team_fail": ("doan_cham", "doan_cham_khong_dat", "Đoàn chấm Không đạt", FAILED),
    }
    results = {column: _results(speech, items, column) for column in ("tu_cham", "doan_cham")}
    # The team has the last word on what does not apply; before it speaks, what is preset.
    team = results["doan_cham"]
    known = {"na": ("khong_ap_dung", NOT_APPLICABLE), "not_due": ("chua_den_han", NOT_DUE)}
    return {
        "tt": words(tt),
        "group": words(name),
        "total": words(_count(len(items))),
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
    }


def _count(number: int) -> str:
    """Numbers under ten with a zero before them, nought as it is."""
    return f"{number:02d}" if number else "0"
