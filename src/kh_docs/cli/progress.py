"""Show how far a run is: a bar on a terminal, a line a document otherwise, and the paths as data."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click

from kh_docs.cli.streams import put, say
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    from kh_docs.pipeline import DocumentResult

STATUSES = {
    "written": N_("đã ghi"),
    "unchanged": N_("không đổi"),
    "kept": N_("giữ nguyên"),
    "refused": N_("không làm được"),
}


def status_words(*, dry_run: bool) -> dict[str, str]:
    """What each status is called; in a rehearsal nothing has been written yet."""
    words = {status: _(text) for status, text in STATUSES.items()}
    return words | {"written": _("sẽ ghi")} if dry_run else words


class Progress:
    """Takes each document as it is done; `done` and `left` count them."""

    def __init__(self, total: int, *, show_paths: bool, dry_run: bool) -> None:
        self.done, self._total, self._show_paths = 0, total, show_paths
        self._words = status_words(dry_run=dry_run)
        self._paths: list[str] = []
        self._bar: Any = None

    @property
    def left(self) -> int:
        return self._total - self.done

    def __enter__(self) -> Self:
        if sys.stderr is not None and sys.stderr.isatty():
            self._bar = click.progressbar(length=self._total, label=_("Làm văn bản"), file=sys.stderr)
            self._bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)
        for path in self._paths:
            put(path)

    def seen(self, document: DocumentResult) -> None:
        """Count the document; its path is data once it is written."""
        self.done += 1
        if self._bar is not None:
            self._bar.update(1)
        else:
            say(f"[{self.done}/{self._total}] {self._words[document.status]}: {document.path}")
        if document.status == "written" and self._show_paths:
            # On one screen with the bar the paths wait for its end; a pipe gets them at once.
            self._paths.append(str(document.path))
            if self._bar is None:
                put(self._paths.pop())
