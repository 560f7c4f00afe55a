"""Ask the documents themselves which blanks they hold, so that the workbook never lags behind them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kh_docs.documents.frame import Given
from kh_docs.documents.kinds import maker
from kh_docs.documents.speech import Speech
from kh_docs.facts.offering import offered, reference_day
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book
from kh_docs.model.fields import Value
from kh_docs.model.local import LocalData
from kh_docs.model.units import Unit
from kh_docs.render.words import Words
from kh_docs.sheets.form import Scope


def scopes_of(book: Book, words: Words, units: Iterable[str]) -> dict[str, Scope]:
    """The scopes of `units` by id; the wording compiled for them is kept for the next run."""
    scopes = {unit: scope_of(book, words, book.units[unit]) for unit in units}
    words.memory.save()
    return scopes


def scope_of(book: Book, words: Words, unit: Unit) -> Scope:
    """The documents of `unit` with nothing filled in: what is asked never depends on what is known."""
    # With a commune that is chosen there are narratives more, which must have their rows before it is named.
    chosen: dict[str, Value] = {field.id: True for field in book.fields.communes if field.type == "yes_no"}
    unknown = LocalData(communes={commune.name: chosen for commune in unit.children[:1]})
    bare = book.replace(local={unit.id: unknown})
    speeches: dict[str, Speech] = {}
    contexts: dict[str, dict[str, Any]] = {}
    for recipe in offered(book):
        speech = Speech(UnitPlan(bare, unit, reference_day(book, recipe.kind)), words, recipe)
        speeches[recipe.kind] = speech
        contexts[recipe.kind] = maker(recipe)(speech, Given())
    return Scope(book, unit, speeches, contexts)
