"""Returns and the program that made the forms: a blank one to compare with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from kh_docs.errors import EnvironmentFault
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.kinds import Recipe
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.reading.workspace import Workspace
from kh_docs.render.words import Words
from kh_docs.returns.guide import guide_from
from kh_docs.returns.request import Request


class _Forms(NamedTuple):
    """Blank forms of one kind, made as they are asked for; goes to workers as it is."""

    workshop: Workshop
    recipe: Recipe

    def blank(self, unit: str) -> bytes:
        made = self.workshop.make(Order(self.workshop.book.units[unit], self.recipe))
        if made.content is None:
            raise EnvironmentFault(_("không làm được biểu mẫu để đối chiếu: {}").format(made.reason))
        return made.content

    def words(self) -> Words:
        return self.workshop.words


def request_for(
    workspace: Workspace, book: Book, recipe: Recipe, paths: tuple[Path, ...], as_of: date
) -> Request:
    """The request, with a guide from the blank form; units' own data are none of a blank form's."""
    bare = book.replace(local={})
    forms = _Forms(Workshop(bare, workspace.templates), recipe)
    items = [(item.id, item.code, item.label) for item in book.indicators.indicators]
    # The last one: the first is the seat of the province, whose form has places that no other has.
    guide = guide_from(forms.blank(list(bare.units)[-1]), items)
    return Request(book, recipe, paths, as_of, guide, forms.blank, forms.words)
