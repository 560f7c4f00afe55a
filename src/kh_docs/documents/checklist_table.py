"""The inspection checklist and its summary: what is preset follows from traits and deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_name
from kh_docs.model.forms import ChecklistGroup, ChecklistItem

NOT_APPLICABLE, NOT_DUE = "Không áp dụng", "Chưa đến hạn"


def _groups(speech: Speech, inspector: str) -> Iterator[tuple[ChecklistGroup, list[ChecklistItem]]]:
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
    for group, items in _groups(speech, inspector):
        rows.append({"heading": f"{group.id}. {group.title}", **{name: [] for name in COLUMNS}})
        rows += [_item_row(speech, item, inspector) for item in items]
    speech.miss("tu_cham", "Cột “Tự chấm” của đơn vị được kiểm tra, cột “Đoàn chấm” của Đoàn", "Phụ lục I")
    return rows


COLUMNS = ("code", "text", "clause", "evidence", "self", "team", "note")


def _item_row(speech: Speech, item: ChecklistItem, inspector: str) -> dict[str, Any]:
    at_commune = inspector == "district"
    where = f"checklist.yaml, {item.id}"
    result = preset(speech, item)
    why = item.otherwise if result == NOT_APPLICABLE else ""
    return {
        "heading": "",
        "code": words(item.id),
        "text": speech.say(item.commune_text if at_commune else item.text, where),
        "clause": words("; ".join(clause_name(clause) for clause in item.clause)),
        "evidence": speech.say((at_commune and item.commune_evidence) or item.evidence, where),
        "self": [speech.controls.choice(f"{item.id}.tu_cham", f"{item.id} – Tự chấm", result)],
        "team": [speech.controls.choice(f"{item.id}.doan_cham", f"{item.id} – Đoàn chấm", result)],
        "note": speech.say(why, where)
        if why
        else [speech.controls.space(f"{item.id}.ghi_chu", f"{item.id} – Ghi chú")],
    }


def summary_rows(speech: Speech, inspector: str) -> list[dict[str, Any]]:
    """Counts by group: how many items there are, what is preset; the rest is for the two sides to count."""
    rows = []
    total = {"total": 0, "na": 0, "not_due": 0}
    for number, (group, items) in enumerate(_groups(speech, inspector), 1):
        results = [preset(speech, item) for item in items]
        counts = {
            "total": len(items),
            "na": results.count(NOT_APPLICABLE),
            "not_due": results.count(NOT_DUE),
        }
        total = {name: total[name] + count for name, count in counts.items()}
        rows.append(
            _summary_row(speech, str(number), f"{group.id}. {group.title}", f"nhom_{group.id}", counts)
        )
    rows.append(_summary_row(speech, "", "Tổng cộng", "nhom_tong", total))
    return rows


def _summary_row(speech: Speech, tt: str, name: str, tag: str, counts: dict[str, int]) -> dict[str, Any]:
    blanks = {
        "self_pass": ("tu_cham_dat", "tự chấm Đạt"),
        "self_fail": ("tu_cham_khong_dat", "tự chấm Không đạt"),
        "team_pass": ("doan_cham_dat", "Đoàn chấm Đạt"),
        "team_fail": ("doan_cham_khong_dat", "Đoàn chấm Không đạt"),
    }
    known = {"na": "khong_ap_dung", "not_due": "chua_den_han"}
    return {
        "tt": words(tt),
        "group": words(name),
        "total": words(_count(counts["total"])),
        **{
            field: speech.cell(f"{tag}.{column}", f"{name[:40]} – {title}")
            for field, (column, title) in blanks.items()
        },
        **{
            # Some items turn out not applicable only on the spot, so the number stays editable.
            field: speech.cell(
                f"{tag}.{column}", f"{name[:40]} – {column.replace('_', ' ')}", _count(counts[field])
            )
            for field, column in known.items()
        },
    }


def _count(number: int) -> str:
    """Numbers under ten with a zero before them, nought as it is."""
    return f"{number:02d}" if number else "0"
