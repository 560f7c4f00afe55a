"""Returns and the program that made the forms: a blank one to compare with, and what is published of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from kh_docs.errors import EnvironmentFault
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.kinds import Recipe
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.reading.workspace import Workspace
from kh_docs.returns.files import found_in
from kh_docs.returns.ground import Ground
from kh_docs.returns.guide import guide_from
from kh_docs.returns.reading import read_file
from kh_docs.returns.request import Request
from kh_docs.returns.returned import FileRead, Return


def request_for(
    workspace: Workspace, book: Book, recipe: Recipe, paths: tuple[Path, ...], as_of: date
) -> Request:
    """The request, with a guide from the blank form; units' own data are none of a blank form's."""
    bare = book.replace(local={})
    workshop = Workshop(bare, workspace.templates)

    def blank(unit: str) -> bytes:
        made = workshop.make(Order(bare.units[unit], recipe))
        if made.content is None:
            raise EnvironmentFault(_("không làm được biểu mẫu để đối chiếu: {}").format(made.reason))
        return made.content

    items = [(item.id, item.code, item.label) for item in book.indicators.indicators]
    # The last one: the first is the seat of the province, whose form has places that no other has.
    guide = guide_from(blank(list(bare.units)[-1]), items)
    return Request(book, recipe, paths, as_of, guide, blank, lambda: workshop.words)


def reads(request: Request, on_file: Callable[[], object] = bool) -> Iterator[Return | FileRead]:
    """Every file that came back, one after another; none stops the others, and none is changed."""
    ground = Ground(request)
    for found in found_in(request.paths, converts=request.convert is not None):
        yield from read_file(found, ground)
        on_file()
