"""From a kind of document to the function that knows what it holds."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from kh_docs.documents.frame import Given
from kh_docs.documents.speech import Speech
from kh_docs.model.kinds import Recipe

Maker = Callable[[Speech, Given], dict[str, Any]]


def maker(recipe: Recipe) -> Maker:
    """The function that `recipe.content` names; only the module of a kind that is made gets imported."""
    module, _dot, function = recipe.content.partition(".")
    found: Maker = getattr(import_module(f"kh_docs.documents.{module}"), function)
    return found
