"""What a plan would have against files put into its folder: do they load, name what is there, print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kh_docs.documents.unknown_names import unknown_names
from kh_docs.errors import DataError, KhDocsError, Problem
from kh_docs.facts.offering import offered
from kh_docs.model.book import Book
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.pipeline.rehearsing import rehearse
from kh_docs.planning.stored import with_files
from kh_docs.reading.book import load
from kh_docs.reading.workspace import Workspace

# How a sentence of the data is named where it cannot be printed: `tasks.yaml, N12.text: …`.
_PLACE = re.compile(r"(?P<file>[\w-]+\.yaml), (?P<item>[^:]+): (?P<message>.*)", re.DOTALL)


def faults_with(workspace: Workspace, plan_id: str, files: Mapping[str, str]) -> list[Problem]:
    """Each with its file and, by field or line, its item; of no file where only the kind is known."""
    with with_files(workspace, plan_id, files) as copy:
        try:
            book = load(copy, plan_id)
        except DataError as error:
            return error.problems
        if found := unknown_names(copy, book):
            return found
        reasons = [(each.stem, each.reason) for each in rehearse(copy, book) if each.reason]
        return [_problem(*reason) for reason in dict.fromkeys(reasons or _unsaid(copy, book))]


def _unsaid(workspace: Workspace, book: Book) -> Iterator[tuple[str, str]]:
    """Kinds whose words cannot be put together for one of the units: what binds one does not bind another."""
    workshop = Workshop(book, workspace.templates)
    for unit in book.units.values():
        for recipe in offered(book):
            try:
                workshop.missing(Order(unit, recipe))
            except KhDocsError as error:
                yield recipe.stem, str(error)


def _problem(stem: str, reason: str) -> Problem:
    if place := _PLACE.match(reason):
        return Problem(f"/{place['file']}", None, place["item"], place["message"].partition(" -> ")[0])
    return Problem("", None, stem, reason.partition(" -> ")[0])
