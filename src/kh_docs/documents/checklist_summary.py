"""The minutes' summary of the checklist: how many items a group has; both sides count their results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.documents.checklist_items import (
    FAILED,
    NOT_APPLICABLE,
    NOT_DUE,
    PASSED,
    SELF,
    TEAM,
    printed_groups,
    results_of,
)
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.model.checklist import ChecklistItem
from kh_docs.render.values import Slot


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


def summary_rows(speech: Speech, inspector: str) -> list[PrintedSummary]:
    """How many items each group has; results are counted once all are there."""
    rows = []
    everything: list[ChecklistItem] = []
    for number, (name, group, items) in enumerate(printed_groups(speech, inspector), 1):
        everything += items
        rows.append(_summary_row(speech, inspector, str(number), name, f"nhom_{group.id}", items))
    rows.append(_summary_row(speech, inspector, "", "Tổng cộng", "nhom_tong", everything))
    return rows


def _summary_row(
    speech: Speech, inspector: str, tt: str, name: str, tag: str, items: list[ChecklistItem]
) -> PrintedSummary:
    # Nothing is counted before everything is judged: what is preset may change on the spot.
    results = {column: results_of(speech, items, column, inspector) for column in (SELF, TEAM)}
    judged = {column: all(known) for column, known in results.items()}
    counted = tuple(
        _count(results[side].count(word)) if judged[side] else "" for side, _column, _title, word in BLANKS
    )
    return speech.piece(
        ("summary", tag, tt, name, len(items), counted),
        lambda: _made_row(speech, tt, name, tag, len(items), counted),
    )


def _made_row(
    speech: Speech, tt: str, name: str, tag: str, total: int, counted: Sequence[str]
) -> PrintedSummary:
    cells = (
        speech.cell(f"{tag}.{column}", f"{name[:40]} – {title}", text)
        for (_side, column, title, _word), text in zip(BLANKS, counted, strict=True)
    )
    return PrintedSummary(words(tt), words(name), words(_count(total)), *cells)


def _count(number: int) -> str:
    """Numbers under ten with a zero before them, nought as it is."""
    return f"{number:02d}" if number else "0"


# In the order of PrintedSummary: by whom, the column's name, its title, what is counted.
BLANKS = (
    (SELF, "tu_cham_dat", "tự đánh giá Đạt", PASSED),
    (SELF, "tu_cham_khong_dat", "tự đánh giá Không đạt", FAILED),
    (TEAM, "doan_cham_dat", "Đoàn đánh giá Đạt", PASSED),
    (TEAM, "doan_cham_khong_dat", "Đoàn đánh giá Không đạt", FAILED),
    # The team has the last word on what does not apply.
    (TEAM, "khong_ap_dung", "khong ap dung", NOT_APPLICABLE),
    (TEAM, "chua_den_han", "chua den han", NOT_DUE),
)
