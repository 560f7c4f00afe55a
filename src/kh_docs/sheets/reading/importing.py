"""From a workbook to the units' files: read, judge by cell, say what changes; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kh_docs.errors import Problem
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.publish import Changed
from kh_docs.reading.workspace import Workspace, wording_folders
from kh_docs.render.words import Words
from kh_docs.sheets.form.all_sheets import sheets_of
from kh_docs.sheets.form.scope import scopes_of
from kh_docs.sheets.form.shapes import GUIDE, LISTS
from kh_docs.sheets.form.stamps import digest
from kh_docs.sheets.reading.changes import Change, changes_of
from kh_docs.sheets.reading.guide_of import check_form, stamps_of
from kh_docs.sheets.reading.judged import judge
from kh_docs.sheets.reading.opened import Opened, Respelt, open_workbook
from kh_docs.sheets.reading.sheet_reading import Taken
from kh_docs.sheets.reading.sources import changed_files, known_data, read_sources
from kh_docs.sheets.reading.taking import Taker
from kh_docs.sheets.reading.units_of import units_of


@dataclass
class Import:
    """What a workbook says: new texts of the files that change, unless there are problems."""

    problems: list[Problem]
    warnings: list[Problem]
    changes: list[Change] = field(default_factory=list)
    files: list[Changed] = field(default_factory=list)
    # Numbers and days that somebody spelt in her own way.
    respelt: list[Respelt] = field(default_factory=list)
    # Units whose data have changed since the workbook was exported, and would change back.
    stale: list[str] = field(default_factory=list)


def read_import(path: Path, workspace: Workspace, book: Book) -> Import:
    """Read the workbook at `path` against what is known; DataError for a file that cannot be opened."""
    opened = open_workbook(path)
    check_form(opened, book)
    units = units_of(opened, book)
    sources = read_sources(workspace, book, units)
    known, problems = known_data(sources)
    opened.problems += problems
    words = Words(*wording_folders(workspace.templates, book.head.id))
    scopes = scopes_of(book, words, units)
    taken = Taken({})
    if scopes:
        taker = Taker(opened, scopes, known)
        subjects = sheets_of(next(iter(scopes.values())))
        _warn_of_others(opened, {GUIDE, LISTS, *(subject.name for subject in subjects)})
        for subject in subjects:
            taker.take(subject)
        words.memory.save()
        taken = taker.taken
        judge(opened, book, taken, sources)
    result = Import(opened.problems, opened.warnings, respelt=opened.respelt)
    if not result.problems:
        exported = stamps_of(opened)
        for unit, data in taken.data.items():
            if changes := changes_of(book.units[unit].name, unit, known[unit], data, taken):
                result.changes += changes
                result.files += changed_files(workspace, book.units[unit].full_name, sources[unit], data)
                if exported.get(unit, digest(known[unit])) != digest(known[unit]):
                    result.stale.append(unit)
    return result


def _warn_of_others(opened: Opened, ours: set[str]) -> None:
    """A sheet that somebody copied or added: what was typed there goes nowhere."""
    for name in opened.sheets.keys() - ours:
        message = _("trang “{}” không thuộc biểu mẫu, không được đọc").format(name[:40])
        opened.warn(f"{opened.file}!{name}", message, _("chép số liệu sang trang của biểu mẫu"))
