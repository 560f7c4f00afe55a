"""Find answers that no document asks for: their words would be lost without anyone noticing."""

from __future__ import annotations

from kh_docs.errors import Problem
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.reading.local import read_local
from kh_docs.reading.local_places import places_of
from kh_docs.reading.typed import did_you_mean
from kh_docs.reading.workspace import Workspace, wording_folders
from kh_docs.render.words import Words
from kh_docs.sheets.form.all_sheets import answer_sheets
from kh_docs.sheets.form.indicator_sheet import SPANS
from kh_docs.sheets.form.scope import scope_of
from kh_docs.sheets.form.shapes import FixedSheet, Scope

# Those of Phụ lục I.
_COLUMNS = ("chi_tieu", "ky_truoc", "ky_nay", "ghi_chu")


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
    """The tags of the blanks, by kind of document: what the workbook asks for, and what is worked out."""
    items = [item.id for item in scope.book.indicators.indicators if item.core]
    tags = {kind: {f"{item}.{column}" for item in items for column in _COLUMNS} for kind in SPANS}
    for sheet in answer_sheets(scope):
        if isinstance(sheet, FixedSheet):
            for row in sheet.rows(scope):
                for cell in row.cells.values():
                    tags.setdefault(cell.path[1], set()).add(cell.path[2])
    return tags
