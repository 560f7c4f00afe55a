"""Read one file as the return of a unit, or say why it is none."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kh_docs.facts.periods import period_of
from kh_docs.facts.spelt_values import EMPTY, value_of
from kh_docs.i18n import _
from kh_docs.refusals import in_words
from kh_docs.returns.files import Found
from kh_docs.returns.request import Request
from kh_docs.returns.sender import sender_of, unit_in_name
from kh_docs.returns.values import Asked, Figure, Question, figures_of
from kh_docs.returns.word_form import Cell, Form, read_form
from kh_docs.text import slug
from kh_docs.word.refused import Refused

# A form with more figures than this was filled in; one with fewer is compared with our blank one.
FEW = 20
Refusal = tuple[str | None, str, str]


class Return(NamedTuple):
    """The form that one unit filled in."""

    unit: str
    path: str
    digest: str
    received_on: date
    received_at: float
    number: str
    issued_on: str | None
    figures: dict[str, Figure]
    questions: list[Question]
    comments: tuple[str, ...]
    revised: bool
    # All that stands in the form, for texts and lists.
    cells: dict[str, Cell]


def read_return(
    found: Found, digest: str, request: Request, asked: dict[str, list[Asked]]
) -> Return | Refusal:
    """The return in `found`, or (unit, status, reason) of a file that is none."""
    book = request.book
    if found.reason:
        return unit_in_name(found.path, book), "unreadable", found.reason
    try:
        form = read_form(found.content, request.guide)
    except Refused as error:
        return unit_in_name(found.path, book), "unreadable", in_words(error)
    period = period_of(book, request.recipe)
    sender = sender_of(form, book, request.recipe.kind, period)
    if sender.unit is None:
        return None, "foreign", sender.reason
    figures, questions = figures_of(asked[sender.unit], form.cells, period.to_day.year)
    if _is_empty(form, figures, request, sender.unit):
        return sender.unit, "foreign", _("mẫu chưa điền gì")
    number, issued_on = _signing(form, period.to_day.year)
    return Return(
        sender.unit,
        found.path,
        digest,
        found.received_on,
        found.received_at,
        number,
        issued_on,
        figures,
        questions,
        form.comments,
        form.revised,
        form.cells,
    )


def _is_empty(form: Form, figures: dict[str, Figure], request: Request, unit: str) -> bool:
    """Whether nobody wrote anything: what our blank form prints of itself is no answer."""
    filled = {key for key, figure in figures.items() if figure.state in ("number", "text", "no_figure")}
    if len(filled) > FEW:
        return False
    blank = read_form(request.blank(unit), request.guide).cells
    printed = {key: slug(cell.raw) for key, cell in blank.items()}
    return all(
        EMPTY.fullmatch(cell.raw) or slug(cell.raw) == printed.get(key) for key, cell in form.cells.items()
    )


def _signing(form: Form, year: int) -> tuple[str, str | None]:
    """The number and the day under which the report was issued, as far as they are written in it."""
    keys = ("so_van_ban.gia_tri", "ngay_ban_hanh.ngay", "ngay_ban_hanh.thang")
    number, day, month = (form.cells[key].raw.strip() if key in form.cells else "" for key in keys)
    issued_on = value_of(f"{day}/{month}", "d", year=year)
    return number, str(issued_on.value) if day and month and not issued_on.question else None
