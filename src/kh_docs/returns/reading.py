"""Read any file that came back: a Word form or a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kh_docs.returns.found import Found
from kh_docs.returns.from_lists import with_sums
from kh_docs.returns.ground import Ground
from kh_docs.returns.one_return import read_word
from kh_docs.returns.returned import FileRead, Return
from kh_docs.returns.workbook_form import read_workbook


def read_file(found: Found, ground: Ground) -> Iterator[Return | FileRead]:
    """The returns in it: one of a form, of a workbook one for each unit; or what became of it."""
    if found.suffix == ".xlsx" and found.content and not found.reason:
        read: Iterable[Return | FileRead] = read_workbook(found, ground)
    else:
        read = [read_word(found, ground)]
    book, kind = ground.request.book, ground.request.recipe.kind
    for each in read:
        if isinstance(each, FileRead):
            yield each
        else:
            yield with_sums(each, book, kind, ground.paper)
