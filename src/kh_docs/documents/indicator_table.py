"""Phụ lục I of a report: the core indicators, the plan's target for the unit beside each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from kh_docs.documents.applicable import means, reason_for_none
from kh_docs.documents.indicator_figures import Figures, Known
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.model.book import Book
from kh_docs.model.head import Period
from kh_docs.model.indicators import Indicator
from kh_docs.render.values import Run, Slot

# A cell that has no meaning for its indicator, as statistical forms mark it.
NO_MEANING = "x"
# In place of a share whose parts are not known yet.
WORKED_OUT = "tự tính"
COLUMNS = {
    "previous": ("ky_truoc", "Kỳ trước"),
    "current": ("ky_nay", "Kỳ này"),
    "note": ("ghi_chu", "Ghi chú"),
}


class PrintedIndicator(NamedTuple):
    """A row of Phụ lục I: an indicator, or a `heading` over those below it."""

    heading: str = ""
    tt: Slot = ()
    text: Slot = ()
    measure: Slot = ()
    target: Slot = ()
    previous: Slot = ()
    current: Slot = ()
    note: Slot = ()


def indicator_rows(
    speech: Speech, span: str, period: Period, annexes: Mapping[str, str]
) -> list[PrintedIndicator]:
    """Rows under the headings of their groups; `<indicator>.<column>` are the tags of the blanks.

    `annexes`: what each annex of the document is called.
    """
    table = speech.unit_plan.book.indicators
    groups = speech.of_plan("chosen", span, _chosen)
    chosen = [item for _heading, members in groups for item in members]
    figures = Figures(speech, table.indicators, period, annexes)
    rows: list[PrintedIndicator] = []
    with speech.table("chi_tieu", f"Số liệu {len(chosen)} chỉ tiêu của kỳ báo cáo", "Phụ lục I"):
        rows += map(PrintedIndicator, _legend(speech, table.legend, figures, chosen))
        for heading, members in groups:
            rows.append(heading)
            rows += _rows(speech, members, period, figures)
    return rows


def _chosen(book: Book, span: str) -> list[tuple[PrintedIndicator, list[Indicator]]]:
    """The indicators of a report of this span under the headings of their groups."""
    table = book.indicators
    asked = [item for item in table.indicators if item.core and span in item.periods]
    found = ((group, [item for item in asked if item.group == group.id]) for group in table.groups)
    return [(PrintedIndicator(f"{group.id}. {group.title}"), members) for group, members in found if members]


def _legend(
    speech: Speech, lines: Sequence[str], figures: Figures, chosen: Sequence[Indicator]
) -> Iterator[str]:
    """How to fill in the table; `summed`: the annexes that name themselves in it until they are complete."""
    open_ones = (item.id for item in chosen if not figures.current[item.id])
    origins = {figures.origin[name] for name in open_ones if name in figures.origin}
    speech.context["summed"] = ", ".join(f"“{name}”" for name in sorted(origins))
    for number, line in enumerate(lines, 1):
        if text := speech.plain(line, f"indicators.yaml, legend, dòng {number}"):
            yield text


def _rows(
    speech: Speech, members: Sequence[Indicator], period: Period, figures: Figures
) -> Iterator[PrintedIndicator]:
    """The rows of a group; those side by side of which nothing is known are the same for many units."""
    planned = speech.of_plan("planned", "", _as_planned)
    for alike, items in groupby(members, lambda item: item.id in planned and figures.says_nothing(item)):
        if not alike:
            yield from (_row(speech, item, period, figures) for item in items)
            continue
        asked = list(items)
        reasons = (reason_for_none(speech.unit_plan, item, period) for item in asked)
        key = ("indicators", *zip((item.id for item in asked), reasons, strict=True))
        yield from speech.piece(key, partial(_alike, speech, asked, period, figures))


def _alike(
    speech: Speech, items: Sequence[Indicator], period: Period, figures: Figures
) -> list[PrintedIndicator]:
    return [_row(speech, item, period, figures) for item in items]


def _as_planned(book: Book, _of: str) -> frozenset[str]:
    """The indicators whose target, no share, has the same words for every unit."""
    return frozenset(
        item.id
        for item in book.indicators.indicators
        if "{" not in item.target_text + item.otherwise and "%" not in item.target_text
    )


def _row(speech: Speech, item: Indicator, period: Period, figures: Figures) -> PrintedIndicator:
    reason = reason_for_none(speech.unit_plan, item, period)
    if reason:
        note = speech.plain(item.otherwise, item.id)
        return speech.piece(
            ("indicator", item.id, reason, note), lambda: _row_of_none(speech, item, reason, note)
        )
    target = speech.plain(item.target_text, f"indicators.yaml, {item.id}.target_text")
    target = speech.controls.answer(f"{item.id}.chi_tieu", target)
    known = figures.of(item, target)
    return speech.piece(("indicator", item.id, target, known), lambda: _row_of(speech, item, target, known))


def _asked(item: Indicator) -> PrintedIndicator:
    return PrintedIndicator("", words(item.code), words(item.label), words(item.measure))


def _row_of_none(speech: Speech, item: Indicator, reason: str, note: str) -> PrintedIndicator:
    locked = [speech.controls.locked(f"{item.id}.ky_nay", alias(item, "Kỳ này"), reason)]
    return _asked(item)._replace(
        target=words(reason), previous=words(NO_MEANING), current=locked, note=words(note)
    )


def _row_of(speech: Speech, item: Indicator, target: str, known: Known) -> PrintedIndicator:
    previous, current, note = (_cell(speech, item, name, known) for name in COLUMNS)
    # A target that the unit has not told us yet is a blank; one that nobody sets has no cell to fill.
    own = words(NO_MEANING)
    if item.target_text:
        own = speech.cell(f"{item.id}.chi_tieu", alias(item, "Chỉ tiêu"), target)
    return _asked(item)._replace(target=own, previous=previous, current=current, note=note)


def _cell(speech: Speech, item: Indicator, name: str, known: Known) -> Slot:
    column, title = COLUMNS[name]
    tag, shown = f"{item.id}.{column}", alias(item, title)
    if name == "note":
        half = f"06 tháng: {known.half}" if known.half else ""
        return speech.note_cell(tag, shown, "; ".join(filter(None, (half, known.against))))
    if item.target_only or not means(item, name):
        return words(NO_MEANING)
    value = known.current if name == "current" else known.previous
    if name == "current" and known.origin:
        return [speech.controls.locked(tag, shown, value or known.origin)]
    if item.formula:
        # Worked out, once its parts are known.
        follows = name == "current" and item.formula.numerator
        return (
            [speech.controls.locked(tag, shown, value or WORKED_OUT)]
            if follows
            else speech.note_cell(tag, shown, value)
        )
    return [_control(speech, item, name, tag, shown, value)]


def _control(speech: Speech, item: Indicator, name: str, tag: str, title: str, value: str) -> Run:
    """A list where there is something to choose from, a calendar for days, else a field to type in."""
    if name in ("current", "previous") and item.type == "d":
        return speech.controls.day(tag, title, value)
    told = speech.controls.answer(tag, value)
    if name == "current" and item.offered and (not told or told in item.offered):
        return speech.controls.choice(tag, title, item.offered, value)
    return speech.cell(tag, title, value)[0]


def alias(item: Indicator, title: str) -> str:
    """`D2. Kỳ này – Xã mới sạch về ma túy`: no other control of the document has it."""
    return f"{item.code}. {title} – {item.short or item.label}"
