"""One unit, in the plan it works on, with the words of its documents as long as nothing is known."""

from __future__ import annotations

from collections.abc import Iterable

from kh_docs.facts.offering import offered, reference_day
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book
from kh_docs.model.fields import Value
from kh_docs.model.local import Cited, LocalData
from kh_docs.model.units import Unit
from kh_docs.render.words import Words
from kh_docs.sheets.form.shapes import Scope


def scopes_of(book: Book, words: Words, units: Iterable[str]) -> dict[str, Scope]:
    """The scopes of `units` by id."""
    return {unit: scope_of(book, words, book.units[unit]) for unit in units}


def scope_of(book: Book, words: Words, unit: Unit) -> Scope:
    """The scope of `unit`: what is asked never depends on what is known."""
    bare = book.replace(local={unit.id: _pretended(book, unit)})
    plans = {recipe.kind: UnitPlan(bare, unit, reference_day(book, recipe.kind)) for recipe in offered(book)}
    return Scope(book, unit, words, plans)


def _pretended(book: Book, unit: Unit) -> LocalData:
    """Told is what has a cell of its own, and what makes the wording ask for more."""
    chosen: dict[str, Value] = {field.id: True for field in book.fields.communes if field.type == "yes_no"}
    paper = Cited(number="…", issued_on=book.head.issued_on)
    communes = {child.name: chosen for child in unit.children[:1]} if chosen else {}
    return LocalData(plan_issued=paper, communes=communes)
