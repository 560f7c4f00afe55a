"""Say by one digest whether anything a document depends on has changed since it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from kh_docs.cache import digest_of, program_digest
from kh_docs.model.book import Book
from kh_docs.pipeline.making import Order
from kh_docs.reading.local_places import places_of
from kh_docs.reading.workspace import Workspace, files_of, wording_folders


class Fingerprints:
    """Digests over the program, the plan, the templates, the unit's own data and the order itself."""

    def __init__(self, workspace: Workspace, book: Book) -> None:
        self.workspace = workspace
        self.plan_id, self.level = book.head.id, book.level
        self._of_units: dict[str, str] = {}

    @cached_property
    def common(self) -> str:
        """The digest of all but the order and the unit's own data."""
        data, templates = self.workspace.data, self.workspace.templates
        folders = [
            data / "plans" / self.plan_id,
            data / "units",
            templates / "layout",
            *wording_folders(templates, self.plan_id),
        ]
        files = [path for folder in folders for path in files_of(folder)]
        # A release changes documents without any change of data, and so may docxtpl.
        return digest_of([*sorted(data.glob("*.yaml")), *files]) + program_digest()

    def of(self, order: Order) -> str:
        """The digest for one document."""
        asked = f"{order.unit.id}|{order[1:]!r}"
        return hashlib.sha256(f"{self.common}|{self._own(order.unit.id)}|{asked}".encode()).hexdigest()

    def of_all(self, orders: Iterable[Order]) -> str:
        """One digest for what is made of all these documents together."""
        return hashlib.sha256("".join(map(self.of, orders)).encode()).hexdigest()

    def _own(self, unit: str) -> str:
        if unit not in self._of_units:
            places = places_of(self.workspace, self.plan_id, self.level)
            self._of_units[unit] = "".join(
                _digest(folder / f"{unit}.yaml") for folder in (places.shared, places.own)
            )
        return self._of_units[unit]


def _digest(path: Path) -> str:
    try:
        return digest_of([path])
    except OSError:  # none, or one that cannot be read: then its documents are refused for that
        return ""
