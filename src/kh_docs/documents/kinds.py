"""From a kind of document to the function that knows what it holds."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeAlias

from kh_docs.documents.given import Given
from kh_docs.documents.parts import Parts
from kh_docs.model.kinds import Recipe
from kh_docs.render.values import Context

if TYPE_CHECKING:
    from kh_docs.documents.speech import Speech


class KindContext(Context, Protocol):
    """What the document of a kind prints."""

    @property
    def annexed(self) -> bool:
        """Whether it has an annex."""


Maker: TypeAlias = "Callable[[Speech, Given], KindContext]"


def written(speech: Speech, given: Given) -> Parts:
    """The parts of a document that are written in words, without its tables."""
    module = import_module(f"kh_docs.documents.{speech.recipe.content.partition('.')[0]}")
    found: Parts = module.written(speech, given)
    return found


def maker(recipe: Recipe) -> Maker:
    """The function that `recipe.content` names; only the module of a kind that is made gets imported."""
    module, _dot, function = recipe.content.partition(".")
    made: Maker = getattr(import_module(f"kh_docs.documents.{module}"), function)
    return made


def layout_of(recipe: Recipe, context: KindContext) -> str:
    """The layout that prints `context`: a section of annexes without any would be an empty page."""
    return recipe.layout if context.annexed or not recipe.bare_layout else recipe.bare_layout
