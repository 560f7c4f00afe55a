"""The days from and to which a report says that its figures are, against the period that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.periods import period_of
from kh_docs.facts.spelt_values import value_of
from kh_docs.i18n import _
from kh_docs.model.kinds import RECIPES
from kh_docs.patterns import re
from kh_docs.returns.cells import Cell
from kh_docs.returns.ground import Ground
from kh_docs.returns.values import Question
from kh_docs.unseen import compared
from kh_docs.word.plain import lines_of
from kh_docs.word.xml import Element

_Days = tuple[date, date]
_PLACES = ("ky_so_lieu.tu_ngay", "ky_so_lieu.den_ngay")
# Where no control is left. Not further down: what others did and when is told there.
_PRINTED = re.compile(
    r"số liệu\b[^.;()]{0,40}?\btừ (?:ngày )?([\d/.-]+\d) đến (?:hết )?(?:ngày )?([\d/.-]+\d)",
    re.IGNORECASE,
)
_FIRST_LINES = 40


def with_period(cells: Mapping[str, Cell], root: Element) -> Mapping[str, Cell]:
    """The places of a form, with those of its period by the sentence that names them."""
    if any(place in cells for place in _PLACES):
        return cells
    text = compared(" ".join(lines_of(root)[:_FIRST_LINES]))
    found = _PRINTED.search(text)
    said = zip(_PLACES, found.groups(), strict=True) if found else ()
    return {**cells, **{place: Cell(day, place, "place") for place, day in said}}


def of_other_period(cells: Mapping[str, Cell], ground: Ground) -> str:
    """Why the report is one of another period; empty where it is of this one, or nearly."""
    said = _said(cells, ground)
    book, kind = ground.request.book, ground.request.recipe.kind
    others = [period_of(book, each) for each in RECIPES if each.span and each.kind != kind]
    if said is None or not (
        any(said == (other.from_day, other.to_day) for other in others)
        or said[1] < ground.period.from_day
        or said[0] > ground.period.to_day
    ):
        return ""
    return told_of_other(said)


def told_of_other(days: _Days) -> str:
    """Why a report of these days is not taken."""
    return _("là báo cáo của kỳ khác ({days})").format(days=_shown(days))


def asked_of_period(cells: Mapping[str, Cell], unit: str, ground: Ground) -> list[Question]:
    """A question where the figures are of other days than those that were asked for."""
    said = _said(cells, ground)
    local = ground.request.book.local.get(unit)
    answers = local.answers.get(ground.request.recipe.kind, {}) if local else {}
    written = {place: cells[place].raw.strip() for place in _PLACES if place in cells}
    if said is None or all(answers.get(place) == text for place, text in written.items()):
        return []
    period = (ground.period.from_day, ground.period.to_day)
    message = _("số liệu ghi từ {said}, kỳ báo cáo là {period}: đề nghị xác nhận kỳ của số liệu").format(
        said=_shown(said), period=_shown(period)
    )
    return [Question(_("Kỳ số liệu"), _shown(said), message, "")]


def _said(cells: Mapping[str, Cell], ground: Ground) -> _Days | None:
    """Both days; None where they are those asked for, or where no two days stand there."""
    asked = (ground.period.from_day, ground.period.to_day)
    said = tuple(_day(cells, place, day) for place, day in zip(_PLACES, asked, strict=True))
    first, last = said
    return None if first is None or last is None or said == asked else (first, last)


def _day(cells: Mapping[str, Cell], place: str, asked: date) -> date | None:
    """The day; the one asked for where nobody wrote one."""
    told = value_of(cells[place].raw, "d", year=asked.year) if place in cells else None
    if told is None or told.state == "blank":
        return asked
    return None if told.question else date.fromisoformat(str(told.value))


def _shown(days: _Days) -> str:
    return " - ".join(map(short_date, days))
