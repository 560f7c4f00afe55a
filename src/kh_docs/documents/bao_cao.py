"""The 6-month and the year report: forms with a narrative to write, then figures and lists."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kh_docs.documents.annexes import heads
from kh_docs.documents.form_mark import form_mark
from kh_docs.documents.frame import framed
from kh_docs.documents.given import Given, frame_of
from kh_docs.documents.indicator_table import indicator_rows
from kh_docs.documents.lines import named
from kh_docs.documents.parts import Parts
from kh_docs.documents.registers import list_annexes, registers_of, titles_of
from kh_docs.documents.report_context import Annexes, ReportContext
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.periods import a_year_before, period_of
from kh_docs.facts.spelt_values import value_of
from kh_docs.model.head import Period
from kh_docs.render.values import Slot


def written(speech: Speech, _given: Given) -> Parts:
    """The parts of the wording, with the period of the figures as controls."""
    period, span = period_of(speech.unit_plan.book, speech.recipe), speech.recipe.span
    speech.context["period"] = _period_controls(speech, period, span)
    parts = speech.parts()
    # In tables the same days stand as text: a control's tag is used only once.
    speech.context["period"] = _period_words(speech, period, span)
    return parts


def context(speech: Speech, given: Given) -> ReportContext:
    """The report of the recipe's period."""
    book, span = speech.unit_plan.book, speech.recipe.span
    period, parts = period_of(book, speech.recipe), written(speech, given)
    frame = frame_of(speech, "Báo cáo", "BC")
    chosen = registers_of(speech)
    around = framed(speech, frame, parts, given)
    titles = {**titles_of(speech, chosen), **named(parts["annex_titles"])}
    found = heads(speech, frame, given, titles, ["indicators", *chosen])
    return ReportContext(
        *around,
        addressee=_addressee(speech, parts),
        annexes=Annexes(found["indicators"]),
        indicators=indicator_rows(speech, span, period, {name: each.label for name, each in found.items()}),
        lists=list_annexes(speech, chosen, found),
        form=form_mark(speech),
    )


def _addressee(speech: Speech, parts: Parts) -> Slot:
    """Whom the wording addresses, else the body that asked for the report."""
    if "addressee" in parts:
        return parts["addressee"][0].runs
    head = speech.unit_plan.book.head
    channel = f" ({head.channels.report})" if head.channels.report else ""
    return words(f"Kính gửi: {head.issuer}{channel}")


def _period_controls(speech: Speech, period: Period, span: str) -> dict[str, str]:
    """The days of the period as controls: a default that the clerk may change."""
    shown = _period_words(speech, period, span)
    for name, column, title in (
        ("from_text", "tu_ngay", "Số liệu tính từ ngày"),
        ("to_text", "den_ngay", "Số liệu tính đến ngày"),
    ):
        run = speech.controls.blank(f"ky_so_lieu.{column}", title, "", shown[name])
        shown[name] = speech.controls.mark(run)
    return shown


def _period_words(speech: Speech, period: Period, span: str) -> dict[str, str]:
    answer = speech.controls.answer
    first = answer("ky_so_lieu.tu_ngay", short_date(period.from_day))
    last = answer("ky_so_lieu.den_ngay", short_date(period.to_day))
    before_from, before_to = _days_before(period.from_day, period.to_day, first, last)
    return {
        "name": "06 tháng" if span == "6-thang" else "Năm",
        "from_text": first,
        "to_text": last,
        "before_from": before_from,
        "before_to": before_to,
    }


@lru_cache(100)
def _days_before(from_day: date, to_day: date, first: str, last: str) -> tuple[str, str]:
    """A year before those days, or before those that the unit gives, `first` and `last`."""
    before = a_year_before(*_told(from_day, to_day, first, last))
    return short_date(before[0]), short_date(before[1])


def _told(from_day: date, to_day: date, *days: str) -> tuple[date, date]:
    """The days that the unit gives, where those are days."""
    first, last = (value_of(day, "d") for day in days)
    if first.question or last.question:
        return from_day, to_day
    return date.fromisoformat(str(first.value)), date.fromisoformat(str(last.value))
