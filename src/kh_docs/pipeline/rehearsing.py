"""Make one document of each kind in memory, to say beforehand what `generate` would say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from kh_docs.errors import KhDocsError
from kh_docs.facts.offering import offered, reference_day
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.pipeline.making import Order, Workshop, made
from kh_docs.reading.workspace import Workspace


class Rehearsed(NamedTuple):
    """One kind of document: its template's name, and why it cannot be made, empty where it can."""

    stem: str
    reason: str


def rehearse(workspace: Workspace, book: Book) -> list[Rehearsed]:
    """Each kind that the plan offers, for the first unit whose own data are in order."""
    sound = [unit for name, unit in book.units.items() if name not in book.local_problems]
    recipes = offered(book)
    if not sound:
        reason = _("không đơn vị nào có dữ liệu dùng được")
        return [Rehearsed(recipe.stem, reason) for recipe in recipes]
    workshop = Workshop(book, workspace.templates)
    # Those that have data of their own print the most.
    unit = next((unit for unit in sound if unit.id in book.local), sound[0])
    found = []
    for recipe in recipes:
        try:
            found.append(Rehearsed(recipe.stem, made(workshop, Order(unit, recipe)).reason))
        except KhDocsError as error:
            found.append(Rehearsed(recipe.stem, str(error)))
    found += _of_the_province(workspace, workshop)
    workshop.close()
    return found


def _of_the_province(workspace: Workspace, workshop: Workshop) -> Iterator[Rehearsed]:
    """The report and a letter that `collect` would make if nothing had come back."""
    from kh_docs.pipeline.province import letter_to, report_of
    from kh_docs.pipeline.returning import request_for
    from kh_docs.returns.collecting import collect
    from kh_docs.returns.province import LETTER, REPORT
    from kh_docs.returns.shelf import Shelf

    book = workshop.book
    form = next((each for each in offered(book) if each.span), None)
    if form is None:
        return
    try:
        request = request_for(workspace, book, form, (), reference_day(book, form.kind))
    except KhDocsError:  # said of the form itself
        return
    with Shelf() as shelf:
        collected = collect(request, (), shelf)
        unit = next(iter(book.units))
        for stem, make in ((REPORT.stem, report_of), (LETTER.stem, partial(letter_to, unit))):
            try:
                make(request, workshop, collected)
            except KhDocsError as error:
                yield Rehearsed(stem, str(error))
            else:
                yield Rehearsed(stem, "")
