"""From a kind of document to the function that knows what it holds."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from kh_docs.documents.form_mark import form_mark
from kh_docs.documents.frame import Given
from kh_docs.documents.speech import Speech
from kh_docs.model.kinds import Recipe
from kh_docs.render.values import Block

Maker = Callable[[Speech, Given], dict[str, Any]]


def written(speech: Speech, given: Given) -> dict[str, list[Block]]:
    """The parts of a document that are written in words, without its tables."""
    module = import_module(f"kh_docs.documents.{speech.recipe.content.partition('.')[0]}")
    found: dict[str, list[Block]] = module.written(speech, given)
    return found


def maker(recipe: Recipe) -> Maker:
    """The function that `recipe.content` names; only the module of a kind that is made gets imported.

    Whatever the kind, the document says in a hidden part which form it is.
    """
    module, _dot, function = recipe.content.partition(".")
    made: Maker = getattr(import_module(f"kh_docs.documents.{module}"), function)
    return lambda speech, given: {**made(speech, given), "form": form_mark(speech)}
