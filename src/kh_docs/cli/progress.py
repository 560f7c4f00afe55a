"""Show how far a run is: a bar on a terminal, a line a document otherwise, and the paths as data."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kh_docs.cli.bar import Bar
from kh_docs.cli.streams import is_terminal, put, say
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    from kh_docs.pipeline.request import DocumentResult

# Of more documents than this the closing table says what became of them, not a line each.
LISTED = 12
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
        self.done, self._total = 0, total
        # Of many documents a person at a terminal reads the closing table, a program behind a pipe the paths.
        self._show_paths = show_paths and not (total > LISTED and is_terminal())
        self._words = status_words(dry_run=dry_run)
        # On one screen with the bar the paths wait for its end; a pipe gets them at once.
        self._bar = Bar(total, _("Làm văn bản"), _put_all)

    @property
    def left(self) -> int:
        return self._total - self.done

    def __enter__(self) -> Self:
        self._bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.__exit__(kind, error, trace)

    def seen(self, document: DocumentResult) -> None:
        """Count the document; its path is data once it is written."""
        self.done += 1
        if not self._bar.shown and self._total <= LISTED:
            say(f"[{self.done}/{self._total}] {self._words[document.status]}: {document.path}")
        is_data = document.status == "written" and self._show_paths
        self._bar.tell([str(document.path)] if is_data else [])

    def made(self) -> None:
        """One more is made; what becomes of it is told later, of many at a time."""
        self._bar.step()


def _put_all(paths: Iterable[str]) -> None:
    for path in paths:
        put(path)
