"""The minutes' table of figures: what was reported, what the files say, what is found on the spot."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.model.indicators import Indicator
from kh_docs.render.values import Slot


class PrintedFigure(NamedTuple):
    """A figure compared between report, files and what is found on the spot."""

    tt: Slot
    text: Slot
    reported: Slot
    filed: Slot
    actual: Slot
    note: Slot


def figure_rows(speech: Speech, inspector: str) -> list[PrintedFigure]:
    """Figures compared between report, files and what is found on the spot."""
    book = speech.unit_plan.book
    indicators = {item.id: item for item in book.indicators.indicators}
    rows = []
    with speech.table("doi_chieu", "Số liệu đối chiếu (báo cáo, hồ sơ, thực tế)", "Bảng số liệu đối chiếu"):
        for number, name in enumerate(getattr(book.checklist.figures, inspector), 1):
            rows.append(_figure_row(speech, number, indicators[name], inspector))
    return rows


def _figure_row(speech: Speech, number: int, item: Indicator, inspector: str) -> PrintedFigure:
    known = _reported(speech, item) if inspector == "province" else ""
    key = ("compared", number, item.id, known)
    return speech.piece(key, lambda: _made_row(speech, number, item, known))


def _made_row(speech: Speech, number: int, item: Indicator, known: str) -> PrintedFigure:
    short = item.short or item.label
    cells = {
        field: speech.cell(
            f"{item.id}.{column}", f"{short[:46]} – {title}", known if column == "bao_cao" else ""
        )
        for field, (column, title) in FIGURE_COLUMNS.items()
    }
    cells["note"] = speech.note_cell(f"{item.id}.ghi_chu_kt", f"{short[:46]} – ghi chú")
    return PrintedFigure(words(str(number)), words(with_measure(item)), **cells)


def _reported(speech: Speech, item: Indicator) -> str:
    """The figure of the unit's last report before the day of inspection, as far as its data hold it."""
    plan = speech.unit_plan
    before = [period for period in plan.book.head.periods if period.to_day <= plan.reference]
    if not before:
        return ""
    last = max(before, key=lambda period: period.to_day)
    return plan.local.answers.get(last.kind, {}).get(f"{item.id}.ky_nay", "")


FIGURE_COLUMNS = {
    "reported": ("bao_cao", "báo cáo"),
    "filed": ("ho_so", "hồ sơ"),
    "actual": ("thuc_te", "thực tế"),
}


def with_measure(item: Indicator) -> str:
    """What is counted, and in what where the words do not say so themselves."""
    said = not item.measure or item.measure in item.label.lower()
    return item.label if said else f"{item.label} ({item.measure})"
