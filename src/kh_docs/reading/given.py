"""Say of every file of a plan what it gave, and of units' files whether they lie where they should."""

from __future__ import annotations

from kh_docs.errors import Problem
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.reading.local_places import places_of
from kh_docs.reading.parts import HEAD, OF_IMPORT, PARTS
from kh_docs.reading.workspace import Workspace


def given(workspace: Workspace, book: Book) -> list[str]:
    """One line a file: `data/plans/…/tasks.yaml: 35 nhiệm vụ`."""
    head = book.head
    folder = workspace.data / "plans" / head.id
    told = {HEAD: f"{head.kind} số {head.number}/{head.symbol}"}
    for part in PARTS:
        if part.file in book.gave:
            told[part.file] = f"{book.gave[part.file]} {_(part.entries)}"
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith((".", "~$")):
            kept = OF_IMPORT.get(path.name)
            told.setdefault(path.name, _(kept) if kept else _("không thuộc kế hoạch, không được đọc"))
    shown = folder.relative_to(workspace.root).as_posix()
    return [f"{shown}/{name}: {what}" for name, what in told.items()]


def misplaced(workspace: Workspace, book: Book) -> list[Problem]:
    """Units' files that tell of this plan in the place that holds for every plan: where it should go."""
    places = places_of(workspace, book.head.id, book.level)
    found = []
    for unit in book.units:
        sources = places.sources(unit)
        if keys := sources.misplaced():
            message = _("dữ liệu của riêng kế hoạch {}: {}").format(book.head.id, ", ".join(keys))
            fix = _("chuyển các mục đó sang {}").format(sources.own.file)
            found.append(Problem(sources.shared.file, sources.shared.line_of((keys[0],)), "", message, fix))
    return found
