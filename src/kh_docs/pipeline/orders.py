"""From a request to orders: where each document goes, what it was given, what is published of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kh_docs.documents.given import Given
from kh_docs.errors import UsageError
from kh_docs.facts.dates_vi import short_date
from kh_docs.i18n import _
from kh_docs.pipeline.making import Made, Order, file_name
from kh_docs.pipeline.request import NO_DAY, Request
from kh_docs.publish import Output, Publisher


def asked(request: Request) -> list[Order]:
    """One order for each unit and recipe; raises UsageError for a day outside of the plan's time."""
    _check_date(request)
    return [Order(unit, recipe) for unit in request.units for recipe in request.recipes]


def _check_date(request: Request) -> None:
    """Refuse a day on which nobody can carry out the plan: before it was issued, or long after its year."""
    head = request.book.head
    last = date(head.year + 1, 2, 28)
    if request.issued_on not in (None, NO_DAY) and not head.issued_on <= request.issued_on <= last:
        message = _("--date {}: ngoài thời gian thực hiện kế hoạch ({} đến {}) -> kiểm tra lại ngày")
        days = (request.issued_on, head.issued_on, last)
        raise UsageError(message.format(*map(short_date, days)))


def signed(request: Request, publisher: Publisher, order: Order) -> Order:
    """`order` with the number and the day it is given, now or in an earlier run."""
    number, iso = publisher.given(path_of(request, order))
    day = date.fromisoformat(iso) if iso else None
    if request.issued_on is not None:
        day = request.issued_on if request.issued_on != NO_DAY else None
    if request.number is not None:
        number = request.number
    return order._replace(given=Given(day, number or None), reference=day)


def path_of(request: Request, order: Order) -> Path:
    """Where the document goes, inside the out folder."""
    head = request.book.head
    return Path(head.id, order.unit.id, file_name(order, head.year))


def output_of(request: Request, made: Made, fingerprint: str) -> Output:
    """The finished document as it is published."""
    order = made.order
    assert made.content is not None
    return Output(
        path_of(request, order),
        made.content,
        order.unit.id,
        order.recipe.kind,
        fingerprint,
        sum(each.rows for each in made.missing),
        order.given.number or "",
        order.given.issued_on.isoformat() if order.given.issued_on else "",
        lasting=True,
    )
