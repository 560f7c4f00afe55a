"""Find answers that no document asks for: their words would be lost without anyone noticing."""

from __future__ import annotations

from kh_docs.documents.given import Given
from kh_docs.documents.kinds import maker
from kh_docs.documents.speech import Speech
from kh_docs.errors import KhDocsError, Problem
from kh_docs.facts.offering import lacking, reference_day
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.kinds import RECIPES
from kh_docs.reading.local import read_local
from kh_docs.reading.local_places import places_of
from kh_docs.reading.typed import did_you_mean
from kh_docs.reading.workspace import Workspace, wording_folders
from kh_docs.render.words import Words
from kh_docs.sheets.form.all_sheets import answer_sheets
from kh_docs.sheets.form.scope import scope_of
from kh_docs.sheets.form.shapes import FixedSheet, Scope


def unknown_answers(workspace: Workspace, book: Book) -> list[Problem]:
    """A warning for each answer whose tag no document has, with the nearest one."""
    words = Words(*wording_folders(workspace.templates, book.head.id))
    found = []
    places = places_of(workspace, book.head.id, book.level)
    for unit, file in read_local(places, book.units, book.tasks, book.fields).files.items():
        if file.data is None or not file.data.answers:
            continue
        asked = _asked(scope_of(book, words, book.units[unit]))
        for kind, answers in file.data.answers.items():
            known = sorted(asked.get(kind, ()))
            found += [
                file.problem(
                    ("answers", kind, tag),
                    _("văn bản không có ô “{}”, nội dung không được in").format(tag),
                    did_you_mean(tag, known),
                )
                for tag in answers
                if tag not in asked.get(kind, ())
            ]
    return found


def _asked(scope: Scope) -> dict[str, set[str]]:
    """The tags of the blanks, by kind: those of the unit's documents as they are, and what the workbook asks.

    A row that the unit told, a list not begun, a number given at signing have controls in the document only;
    what nothing told so far makes the wording ask for stands in the workbook only.
    """
    tags = {kind: set(found) for kind, found in _made(scope).items()}
    for sheet in answer_sheets(scope):
        if isinstance(sheet, FixedSheet):
            for row in sheet.rows(scope):
                for cell in row.cells.values():
                    tags.setdefault(cell.path[1], set()).add(cell.path[2])
    return tags


def _made(scope: Scope) -> dict[str, set[str]]:
    """The tags of the controls that the unit's documents have with what it has told so far."""
    book, tags = scope.book, dict[str, set[str]]()
    for recipe in RECIPES:
        if lacking(book, recipe) or (recipe.below and not scope.unit.children):
            continue
        plan = UnitPlan(book, scope.unit, reference_day(book, recipe.kind))
        speech = Speech(plan, scope.words, recipe)
        try:
            maker(recipe)(speech, Given())
        except KhDocsError:  # said of the document itself
            continue
        tags.setdefault(recipe.kind, set()).update(speech.controls.tags)
        speech.forget()
    return tags
