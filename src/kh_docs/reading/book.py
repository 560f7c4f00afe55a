"""Read one plan with all that belongs to it, check how its parts refer to each other, give a Book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kh_docs.errors import DataError
from kh_docs.i18n import _
from kh_docs.model.bodies import Recipient, Role
from kh_docs.model.book import Book
from kh_docs.model.fields import Fields
from kh_docs.model.head import Head
from kh_docs.reading.bodies import check_bodies
from kh_docs.reading.declared import check_declared
from kh_docs.reading.local import read_local, with_remarks
from kh_docs.reading.local_places import places_of
from kh_docs.reading.parts import HEAD, PARTS, Part
from kh_docs.reading.references import check_references
from kh_docs.reading.typed import Collector
from kh_docs.reading.units import read_catalogue
from kh_docs.reading.workspace import Workspace


def load(workspace: Workspace, plan_id: str | None = None) -> Book:
    """The plan `plan_id` (the newest when None). Raises DataError with all faults of all files."""
    folder = workspace.data / "plans" / workspace.plan_id(plan_id)
    collector = Collector(workspace.root)
    head = _head(folder, workspace, collector)
    parts = {part.field: _part(folder, part, collector) for part in PARTS if _given(folder, part)}
    gave = {part.file: len(parts[part.field]) for part in PARTS if part.field in parts}
    # Roles, and below traits: those of this plan, which go before, and those that every plan may use.
    roles = (
        *parts.pop("roles", ()),
        *(collector.read(workspace.data / "roles.yaml", tuple[Role, ...]) or ()),
    )
    recipients = collector.read(workspace.data / "recipients.yaml", tuple[Recipient, ...]) or ()
    for entry in recipients:
        named = (*entry.roles, *entry.covers)
        collector.check_known(workspace.data / "recipients.yaml", "roles", named, {role.id for role in roles})
    catalogue = read_catalogue(workspace.data / "units", head.units.as_of, collector) if head else None
    if collector.problems or head is None or catalogue is None:
        raise DataError(collector.problems)
    traits = {**catalogue.traits, **parts.pop("traits", {})}
    declared = parts.get("fields", Fields())
    files = read_local(
        places_of(workspace, folder.name, catalogue.level), catalogue.units, parts.get("tasks", {}), declared
    )
    book = Book(
        head=head,
        **parts,
        gave=gave,
        roles=roles,
        recipients=recipients,
        traits=traits,
        units=catalogue.units,
        types=catalogue.types,
        issuers=catalogue.issuers,
        former=catalogue.former,
        coming=catalogue.coming,
        ceasing=catalogue.ceasing,
        moving=catalogue.moving,
        local={unit: file.data for unit, file in files.files.items() if file.data is not None},
        local_problems={unit: file.problems for unit, file in files.files.items() if file.problems},
        warnings=(*collector.warnings, *files.warnings),
    )
    check_references(book, folder, collector)
    check_declared(book, folder, collector)
    if not collector.problems:
        check_bodies(book, folder, collector)
    if collector.problems:
        raise DataError(collector.problems)
    return book.replace(local_warnings=with_remarks(book, files))


def _head(folder: Path, workspace: Workspace, collector: Collector) -> Head | None:
    head = collector.read(folder / HEAD, Head)
    if head is not None and head.id != folder.name:
        if head.id in workspace.plan_ids():
            message = _("mã “{}” là của kế hoạch khác").format(head.id)
        else:
            message = _("mã “{}” không phải tên thư mục chứa tệp này").format(head.id)
        collector.problem(folder / HEAD, "id", message, _("viết id: {}").format(folder.name), ("id",))
    return head


def _given(folder: Path, part: Part) -> bool:
    return part.required or (folder / part.file).exists()


def _part(folder: Path, part: Part, collector: Collector) -> Any:
    """What the file gives, by id where the Book keeps it so; something empty where it has faults."""
    path = folder / part.file
    value = collector.read(path, part.shape)
    if value is None:
        return {} if part.keyed else ()
    if isinstance(value, tuple):
        if part.required and not value:
            collector.problem(path, "", _("không có mục nào"), _("chép các mục, điểm của kế hoạch vào đây"))
        if value and part.unique and hasattr(value[0], "id"):
            collector.check_unique(path, (entry.id for entry in value))
    return {entry.id: entry for entry in value} if part.keyed else value
