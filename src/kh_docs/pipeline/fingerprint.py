"""Say by one digest whether anything a document depends on has changed since it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from kh_docs.pipeline.making import Order
from kh_docs.reading.workspace import Workspace


class Fingerprints:
    """Digests over the program, the plan, the templates, the unit's own data and the order itself."""

    def __init__(self, workspace: Workspace, plan_id: str) -> None:
        self.workspace = workspace
        self.plan_id = plan_id

    @cached_property
    def _common(self) -> str:
        data, templates = self.workspace.data, self.workspace.templates
        folders = [
            data / "plans" / self.plan_id,
            data / "units",
            templates / "layout",
            templates / "wording" / self.plan_id,
            # The program itself: a release changes documents without any change of data.
            Path(__file__).parents[1],
        ]
        files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
        return _digest([data / "roles.yaml", *(path for path in files if path.suffix != ".pyc")])

    def of(self, order: Order) -> str:
        """The digest for one document."""
        local = self.workspace.data / "districts" / f"{order.unit}.yaml"
        own = _digest([local]) if local.exists() else ""
        return hashlib.sha256(f"{self._common}|{own}|{order!r}".encode()).hexdigest()


def _digest(paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
