"""Read data/in_force.yaml, or take it from the cache when not a byte of it has changed."""

from __future__ import annotations

import pickle

from kh_docs import cache
from kh_docs.errors import DataError
from kh_docs.model.in_force import NOTHING_KNOWN, InForce
from kh_docs.reading.workspace import Workspace

NAME = "in_force.yaml"


def load_in_force(workspace: Workspace) -> InForce:
    """The tables of this workspace; a workspace made before there were any knows nothing."""
    path = workspace.data / NAME
    if not path.exists():
        return NOTHING_KNOWN
    key = cache.digest_of([path])
    kept: InForce | None = cache.load_as("inforce", key, pickle.loads)
    if kept is None:
        kept = _read(workspace)
        cache.save("inforce", key, pickle.dumps(kept, pickle.HIGHEST_PROTOCOL))
    return kept


def _read(workspace: Workspace) -> InForce:
    from kh_docs.reading.typed import Collector

    collector = Collector(workspace.root)
    found = collector.read(workspace.data / NAME, InForce)
    if found is None or collector.problems:
        raise DataError(collector.problems)
    return found
