"""Publish `tong-hop-<year>.xlsx` when all documents of all units were asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kh_docs.facts.offering import offered
from kh_docs.i18n import _
from kh_docs.publish import Output, Publisher
from kh_docs.publish import Result as Published

if TYPE_CHECKING:
    from kh_docs.pipeline.request import DocumentResult, Request


def publish_summary(
    request: Request, publisher: Publisher, documents: Sequence[DocumentResult], made_from: str
) -> Published | None:
    """Put the overview beside the units' folders, and say what became of it.

    A run for some units or kinds leaves the last overview as it is. `made_from`: a digest of the data.
    """
    head = request.book.head
    if not _is_asked_for_all(request):
        return None
    states = [
        (
            document.unit,
            document.kind,
            document.status != "refused",
            document.status == "kept",
            document.blanks,
        )
        for document in documents
    ]
    path = Path(head.id, f"tong-hop-{head.year}.xlsx")
    # The words are in the language of the run.
    fingerprint = hashlib.sha256(f"{made_from}|{states}|{_('Tổng hợp')}".encode()).hexdigest()
    result = publisher.settled(path, fingerprint)
    if result is None:
        content = _content(request, states)
        result = publisher.publish(Output(path, content, "", "tong-hop", fingerprint))
    return result


def get_ready(request: Request) -> None:
    """Read Excel's library while workers make the documents; it takes as long as some six of them."""
    if _is_asked_for_all(request):
        import kh_docs.sheets.writing.summary  # noqa: F401


def _is_asked_for_all(request: Request) -> bool:
    everyone = {unit.id for unit in request.units} == set(request.book.units)
    everything = {each.kind for each in request.recipes} == {each.kind for each in offered(request.book)}
    return everyone and everything


def _content(request: Request, states: list[tuple[str, str, bool, bool, int]]) -> bytes:
    # Excel's library is heavy, and a run that changes nothing needs none of it.
    from kh_docs.sheets.writing.summary import State, summary

    by_unit: dict[str, dict[str, State]] = {}
    for unit, kind, made, edited, blanks in states:
        by_unit.setdefault(unit, {})[kind] = State(made, edited, blanks)
    return summary(request.book, by_unit)
