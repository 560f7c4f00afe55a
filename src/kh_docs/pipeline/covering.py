"""Coverage of a plan by what its units' documents say, from the cache when nothing has changed since."""

from __future__ import annotations

import pickle
from typing import Any

from kh_docs import cache
from kh_docs.reading.kept import key_of, load_kept
from kh_docs.reading.workspace import Workspace, files_of, wording_folders


def covered(workspace: Workspace, plan_id: str | None) -> dict[str, Any]:
    """What `facts.covering.coverage` says; the plan of every unit has to be put into words for it."""
    plan = workspace.plan_id(plan_id)
    key = _key(workspace, plan)
    kept: dict[str, Any] | None = cache.load_as("coverage", key, pickle.loads) if key else None
    if kept is not None:
        return kept
    found = _worked_out(workspace, plan)
    if key:
        cache.save("coverage", key, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    return found


def _key(workspace: Workspace, plan: str) -> str | None:
    """All that it follows from; None where that cannot be told, and reading says why."""
    data = key_of(workspace, plan)
    wording = [path for folder in wording_folders(workspace.templates, plan) for path in files_of(folder)]
    try:
        digest = cache.digest_of(wording)
    except OSError:
        return None
    places = [path.relative_to(workspace.templates).as_posix() for path in wording]
    # The plan of a unit is made by a room on which what is read does not depend.
    return "|".join([data, digest, *places, cache.room_digest("documents")]) if data else None


def _worked_out(workspace: Workspace, plan: str) -> dict[str, Any]:
    from kh_docs.documents.said import said_by_units
    from kh_docs.facts.covering import coverage
    from kh_docs.render.words import Words

    book = load_kept(workspace, plan)
    return coverage(book, said_by_units(book, Words(*wording_folders(workspace.templates, plan))))
