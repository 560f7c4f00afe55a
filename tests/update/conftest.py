"""Every kind of document of any unit of both plans, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.facts.offering import offered
from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.generating import generate
from kh_docs.pipeline.request import Request
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace

ROOT = Path(__file__).parents[2]
Document = Callable[[str, str, str], bytes]


@pytest.fixture(scope="session")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The document of a plan, a unit and a kind; `phieu-kiem-tra-cap-xa` is the inspection's other form."""
    workspace, out = find_workspace(ROOT), tmp_path_factory.mktemp("documents")
    books: dict[str, Book] = {}
    made: dict[tuple[str, str, str], bytes] = {}

    def make(plan: str, unit: str, kind: str) -> bytes:
        if (plan, unit, kind) not in made:
            book = books.setdefault(plan, books.get(plan) or load(workspace, plan))
            known = (*offered(book), recipe("phieu-kiem-tra", "district"))
            (wanted,) = [each for each in known if each.stem == kind]
            request = Request(workspace, book, (book.units[unit],), (wanted,), out, jobs=1)
            (result,) = generate(request, lambda _document: None).documents
            made[plan, unit, kind] = result.path.read_bytes()
        return made[plan, unit, kind]

    return make
