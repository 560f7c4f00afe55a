"""Phụ lục I of a report: the core indicators, the plan's target for the district beside each."""

from __future__ import annotations

from typing import Any

from kh_docs.documents.runs import MAX_TITLE, words
from kh_docs.documents.speech import Speech
from kh_docs.model.forms import Indicator
from kh_docs.model.plan import Period

NOT_APPLICABLE = "Không áp dụng"
# A cell that has no meaning for its indicator, as statistical forms mark it.
NO_MEANING = "x"
COLUMNS = {
    "previous": ("ky_truoc", "Kỳ trước"),
    "current": ("ky_nay", "Kỳ này"),
    "cumulative": ("luy_ke", "Lũy kế"),
    "vs_plan": ("so_ke_hoach", "% kế hoạch"),
    "vs_previous": ("so_cung_ky", "% cùng kỳ"),
    "note": ("ghi_chu", "Ghi chú"),
}
COUNTED = ("n", "m", "p")


def indicator_rows(speech: Speech, span: str, period: Period) -> list[dict[str, Any]]:
    """Rows under the headings of their groups; `<indicator>.<column>` are the tags of the blanks."""
    table = speech.unit_plan.book.indicators
    chosen = [item for item in table.indicators if item.core and span in item.periods]
    speech.miss("chi_tieu", f"Số liệu {len(chosen)} chỉ tiêu của kỳ báo cáo", "Phụ lục I")
    rows: list[dict[str, Any]] = []
    number = 0
    for group in table.groups:
        members = [item for item in chosen if item.group == group.id]
        if members:
            rows.append({"heading": f"{group.id}. {group.title}", "tt": [], "text": [], **_empty()})
        for item in members:
            number += 1
            rows.append({"heading": "", "tt": words(str(number)), **_row(speech, item, period)})
    return rows


def _empty() -> dict[str, list[Any]]:
    return {name: [] for name in ("measure", "target", *COLUMNS)}


def _row(speech: Speech, item: Indicator, period: Period) -> dict[str, Any]:
    fixed = {"text": words(item.label), "measure": words(item.measure)}
    if not applicable(speech, item, period):
        dashes = {name: words(NO_MEANING) for name in ("previous", "cumulative", "vs_plan", "vs_previous")}
        note = {"note": words(speech.plain(item.otherwise, item.id))}
        return {**fixed, "target": words(NOT_APPLICABLE), "current": words(NOT_APPLICABLE), **dashes, **note}
    target = speech.plain(item.target_text, f"indicators.yaml, {item.id}.target_text")
    cells = {name: _cell(speech, item, name, bool(item.target_text)) for name in COLUMNS}
    # A target that the district has not told us yet is a blank; one that nobody sets has no cell to fill.
    own = speech.cell(f"{item.id}.chi_tieu", f"{_short(item, 'Chỉ tiêu')} – Chỉ tiêu", target)
    return {**fixed, "target": own if item.target_text else words(NO_MEANING), **cells}


def applicable(speech: Speech, item: Indicator, period: Period) -> bool:
    """Whether the indicator binds the unit and means something within the period."""
    if (item.era.until and item.era.until < period.from_day) or (
        item.era.from_day and item.era.from_day > period.to_day
    ):
        return False
    return speech.unit_plan.binds(item)


def _cell(speech: Speech, item: Indicator, name: str, has_target: bool) -> list[Any]:
    column, title = COLUMNS[name]
    known = ""
    if name == "current" and item.known:
        known = speech.plain(item.known, f"indicators.yaml, {item.id}.known")
    elif not _means(item, name, has_target):
        return words(NO_MEANING)
    return speech.cell(f"{item.id}.{column}", f"{_short(item, title)} – {title}", known)


def _short(item: Indicator, title: str) -> str:
    return (item.short or item.label)[: MAX_TITLE - len(title) - 3]


def _means(item: Indicator, name: str, has_target: bool) -> bool:
    """Days and words have no percentage; only flows add up over two periods."""
    if name in ("current", "note"):
        return True
    if name == "cumulative":
        return item.time == "F" and item.type in COUNTED
    if name == "vs_plan":
        return has_target and item.type in ("n", "m")
    if name == "vs_previous":
        return item.type in ("n", "m")
    return item.type in COUNTED
