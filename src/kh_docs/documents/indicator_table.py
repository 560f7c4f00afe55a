"""Phụ lục I of a report: the core indicators, the plan's target for the unit beside each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kh_docs.documents.figures import ratio, share
from kh_docs.documents.register_values import sums_of_lists
from kh_docs.documents.runs import YES_NO, words
from kh_docs.documents.speech import Speech
from kh_docs.facts.adding_up import sources
from kh_docs.facts.counting import counted
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.forms import Indicator
from kh_docs.model.head import Period
from kh_docs.model.kinds import HALF, kinds, recipe
from kh_docs.render.values import Run, Slot

NOT_APPLICABLE = "Không áp dụng"
NOT_DUE = "Chưa đến kỳ"
# A cell that has no meaning for its indicator, as statistical forms mark it.
NO_MEANING = "x"
COLUMNS = {
    "previous": ("ky_truoc", "Kỳ trước"),
    "current": ("ky_nay", "Kỳ này"),
    "note": ("ghi_chu", "Ghi chú"),
}
COUNTED = ("n", "m", "p")


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
    chosen = [item for item in table.indicators if item.core and span in item.periods]
    figures = _Figures(speech, table.indicators, period, annexes)
    rows: list[PrintedIndicator] = []
    with speech.table("chi_tieu", f"Số liệu {len(chosen)} chỉ tiêu của kỳ báo cáo", "Phụ lục I"):
        rows += map(PrintedIndicator, table.legend)
        for group in table.groups:
            members = [item for item in chosen if item.group == group.id]
            if members:
                rows.append(PrintedIndicator(f"{group.id}. {group.title}"))
            rows += [_row(speech, item, period, figures) for item in members]
    return rows


class _Figures:
    """What is known of every indicator, in this period and in the one before."""

    def __init__(
        self, speech: Speech, indicators: Iterable[Indicator], period: Period, annexes: Mapping[str, str]
    ) -> None:
        listed = sources(speech.unit_plan.book, speech.recipe.kind)
        # Where a figure that is added up elsewhere comes from: “Phụ lục II”.
        self.origin = {name: annexes[each.register.annex] for name, each in listed.items()}
        sums = sums_of_lists(speech)
        self.current = dict(sums)
        self.previous: dict[str, str] = {}
        self.half = half_year(speech.unit_plan) if speech.recipe.span != HALF else {}
        # What share of its whole an indicator makes: schools with the model among all schools.
        self.shares = {
            item.formula.numerator[0]: item.id
            for item in indicators
            if item.formula and len(item.formula.numerator) == 1
        }
        for item in indicators:
            if item.counted:
                self.current[item.id] = printed_number(counted(speech.unit_plan, item.counted, period.to_day))
            if item.known:
                self.current[item.id] = speech.plain(item.known, f"indicators.yaml, {item.id}.known")
            told = speech.controls.answer(f"{item.id}.ky_nay", self.current.get(item.id, ""))
            # What the list adds up to stands, whatever else was said of it.
            self.current[item.id] = sums.get(item.id) or told
            self.previous[item.id] = speech.controls.answer(f"{item.id}.ky_truoc")
        for item in indicators:
            self.current[item.id] = self.current[item.id] or ratio(item, self.current)
            self.previous[item.id] = self.previous[item.id] or ratio(item, self.previous)

    def of(self, item: Indicator, name: str) -> str:
        """The value of column `name`, given or computed; empty where it is not known."""
        return {"current": self.current, "previous": self.previous}[name][item.id]

    def against(self, item: Indicator, target: str) -> str:
        """`Đạt 84,2% kế hoạch`, once both are known."""
        if item.type not in ("n", "m"):
            return ""
        percent = share(self._measured(item, target), _amount(target))
        return f"Đạt {percent}% kế hoạch" if percent else ""

    def _measured(self, item: Indicator, target: str) -> str:
        """What the target counts: the figure itself, or its share where the target is in per cent."""
        if item.measure != "%" and f"{_amount(target)}%" in target:
            return self.current.get(self.shares.get(item.id, ""), "")
        return self.current[item.id]


def _amount(target: str) -> str:
    """The number in “Ít nhất 10”."""
    match = re.search(r"\d[\d.]*(?:,\d+)?", target)
    return match[0] if match else ""


def _row(speech: Speech, item: Indicator, period: Period, figures: _Figures) -> PrintedIndicator:
    asked = PrintedIndicator("", words(item.code), words(item.label), words(item.measure))
    reason = reason_for_none(speech.unit_plan, item, period)
    if reason:
        none = words(NO_MEANING)
        locked = [speech.controls.locked(f"{item.id}.ky_nay", alias(item, "Kỳ này"), reason)]
        note = words(speech.plain(item.otherwise, item.id))
        return asked._replace(target=words(reason), previous=none, current=locked, note=note)
    target = speech.plain(item.target_text, f"indicators.yaml, {item.id}.target_text")
    target = speech.controls.answer(f"{item.id}.chi_tieu", target)
    cells = {name: _cell(speech, item, name, target, figures) for name in COLUMNS}
    # A target that the unit has not told us yet is a blank; one that nobody sets has no cell to fill.
    own = words(NO_MEANING)
    if item.target_text:
        own = speech.cell(f"{item.id}.chi_tieu", alias(item, "Chỉ tiêu"), target)
    return asked._replace(
        target=own,
        previous=cells["previous"],
        current=cells["current"],
        note=cells["note"],
    )


def reason_for_none(unit_plan: UnitPlan, item: Indicator, period: Period) -> str:
    """Why the indicator has no figure here: it binds others, means nothing any more, or cannot be yet."""
    if not unit_plan.binds(item) or (item.era.until and item.era.until < period.from_day):
        return NOT_APPLICABLE
    if item.era.from_day and item.era.from_day > period.to_day:
        return NOT_DUE
    return ""


def half_year(unit_plan: UnitPlan) -> Mapping[str, str]:
    """What the unit has told of the six months, by tags."""
    kind = next((name for name in kinds() if recipe(name).span == HALF), "")
    return unit_plan.local.answers.get(kind, {})


def applicable(unit_plan: UnitPlan, item: Indicator, period: Period) -> bool:
    """Whether the indicator binds the unit and means something within the period."""
    return not reason_for_none(unit_plan, item, period)


def _cell(speech: Speech, item: Indicator, name: str, target: str, figures: _Figures) -> Slot:
    column, title = COLUMNS[name]
    tag, shown = f"{item.id}.{column}", alias(item, title)
    if name == "note":
        half = figures.half.get(f"{item.id}.ky_nay", "") if item.type in COUNTED else ""
        known = (f"06 tháng: {printed_number(half)}" if half else "", figures.against(item, target))
        return speech.note_cell(tag, shown, "; ".join(filter(None, known)))
    if item.target_only or not means(item, name):
        return words(NO_MEANING)
    value = figures.of(item, name)
    if name == "current" and item.id in figures.origin:
        return [speech.controls.locked(tag, shown, value or figures.origin[item.id])]
    if item.formula:
        # Worked out, once its parts are known.
        return speech.note_cell(tag, shown, value)
    return [_control(speech, item, name, tag, shown, value)]


def _control(speech: Speech, item: Indicator, name: str, tag: str, title: str, value: str) -> Run:
    """A list where there is something to choose from, a calendar for days, else a field to type in."""
    if name in ("current", "previous") and item.type == "d":
        return speech.controls.day(tag, title, value)
    choices = item.choices or (YES_NO if item.type == "b" else ())
    told = speech.controls.answer(tag, value)
    if name == "current" and choices and (not told or told in choices):
        return speech.controls.choice(tag, title, choices, value)
    return speech.cell(tag, title, value)[0]


def alias(item: Indicator, title: str) -> str:
    """`D2. Kỳ này – Xã mới sạch về ma túy`: no other control of the document has it."""
    return f"{item.code}. {title} – {item.short or item.label}"


def means(item: Indicator, name: str) -> bool:
    """Days and words have no period before, nor has what is new."""
    return name != "previous" or (not item.no_previous and item.type in COUNTED)
