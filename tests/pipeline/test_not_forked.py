"""Documents made in workers that are not forked, as on Windows and macOS: what they get is pickled."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kh_docs.facts.offering import chosen
from kh_docs.pipeline.making import Order, Workshop, made
from kh_docs.pipeline.pool import Pool
from kh_docs.pipeline.workers import Making
from kh_docs.reading.kept import load_kept
from kh_docs.reading.workspace import find_workspace

ROOT = Path(__file__).parents[2]


def test_a_workshop_that_has_made_documents_goes_to_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = find_workspace(ROOT)
    book = load_kept(workspace, "104-kh-ubnd-2024")
    workshop = Workshop(book, workspace.templates)
    (recipe,) = chosen(book, ["ke-hoach"])
    orders = [Order(book.units[unit], recipe) for unit in ("nam-dan", "vinh")]
    here = [made(workshop, order) for order in orders]
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert list(Pool(Making(workshop), 2).run(orders)) == here
