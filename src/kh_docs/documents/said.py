"""What the printed text of each unit's plan says of the tasks and clauses: asked of the wording itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kh_docs.documents.given import Given
from kh_docs.documents.kinds import maker
from kh_docs.documents.speech import Speech
from kh_docs.facts.covering import Said
from kh_docs.facts.offering import reference_day
from kh_docs.facts.unit_plan import unit_plans
from kh_docs.model.book import Book
from kh_docs.model.kinds import RECIPES

if TYPE_CHECKING:
    from kh_docs.render.words import Words


def said_by_units(book: Book, words: Words) -> Mapping[str, Said]:
    """What each unit's plan says, as it is made without a day of its own."""
    recipe = RECIPES[0]
    found = {}
    for plan in unit_plans(book, reference_day(book, recipe.kind)).values():
        speech = Speech(plan, words, recipe)
        maker(recipe)(speech, Given())
        found[plan.unit.id] = Said(frozenset(speech.said_tasks), frozenset(speech.said_clauses))
        speech.forget()
    words.memory.save()
    return found
