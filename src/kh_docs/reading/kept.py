"""Read a plan, or take it from the cache when not a byte of the data has changed since it was read."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING

from kh_docs import cache
from kh_docs.reading.workspace import Workspace, files_of, interrupted

if TYPE_CHECKING:
    from kh_docs.model.book import Book


def load_kept(workspace: Workspace, plan_id: str | None = None) -> Book:
    """The plan `plan_id` (the newest when None), as `reading.book.load` gives it."""
    plan = workspace.plan_id(plan_id)
    key = key_of(workspace, plan)
    if key is None:
        return _read(workspace, plan)
    kept: Book | None = cache.load_as("book", key, pickle.loads)
    if kept is not None:
        return kept
    book = _read(workspace, plan)
    cache.save("book", key, pickle.dumps(book, pickle.HIGHEST_PROTOCOL))
    return book


def key_of(workspace: Workspace, plan: str) -> str | None:
    """Every byte that the plan is read from; None where something is then to be told that is not kept."""
    local = (workspace.data / "districts").rglob("*.yaml")
    # A file that waits aside, something else in the place of one.
    if interrupted(workspace.data) or not all(path.is_file() for path in local):
        return None
    plans = workspace.data / "plans"
    files = [
        path
        for path in files_of(workspace.data)
        if not path.is_relative_to(plans) or path.is_relative_to(plans / plan)
    ]
    places = [path.relative_to(workspace.data).as_posix() for path in files]
    try:
        digest = cache.digest_of(files)
    except OSError:  # reading it anew says which file cannot be read
        return None
    # Messages are kept in the language in which they were made.
    return "|".join([digest, *places, os.environ.get("LANGUAGE", ""), plan])


def _read(workspace: Workspace, plan: str) -> Book:
    from kh_docs.reading.book import load

    return load(workspace, plan)
