"""Bring shipped data and templates into a workspace, and leave alone what somebody changed there.

What was brought is remembered by its digest: a file that still has it is nobody's work and may be renewed.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from itertools import count, groupby
from pathlib import Path
from typing import NamedTuple

from kh_docs.bounded import read_bounded
from kh_docs.errors import EnvironmentFault
from kh_docs.i18n import _
from kh_docs.publish.files import new_temporary, replace_whole
from kh_docs.publish.named import Changed, write_changed

RECORD = ".kh-docs-shipped.json"


class Brought(NamedTuple):
    """Files of the workspace by what became of them; `left`: somebody changed it, and ours is new."""

    new: list[str]
    renewed: list[str]
    left: list[str]
    # Brought once and no longer there: somebody wanted them gone.
    gone: list[str]


def bring(shipped: Mapping[str, bytes], folder: Path) -> Brought:
    """Put `shipped` files, by their path in the workspace `folder`, where no work of others is."""
    known = _known(folder)
    brought = Brought([], [], [], [])
    for name, content in shipped.items():
        before, digest = _read(folder / name), _digest(content)
        if before == content:
            known[name] = digest
        elif before is None:
            (brought.gone if name in known else brought.new).append(name)
        elif _digest(before) == known.get(name):
            brought.renewed.append(name)
        elif digest != known.get(name):
            brought.left.append(name)
    wanted = (*brought.new, *brought.renewed)
    changes = [Changed(folder / name, _read(folder / name), shipped[name]) for name in wanted]
    for path in _written(changes):
        name = path.relative_to(folder).as_posix()
        known[name] = _digest(shipped[name])
    late = {name for name in wanted if known.get(name) != _digest(shipped[name])}
    _remember(folder, known)
    return Brought(
        [name for name in brought.new if name not in late],
        [name for name in brought.renewed if name not in late],
        [*brought.left, *sorted(late)],
        brought.gone,
    )


def restore(name: str, content: bytes, folder: Path) -> Path | None:
    """Put the shipped file back; where another stood in its place, the path under which that one is kept."""
    path = folder / name
    before = _read(path)
    if before == content:
        return None
    beside = _free(path) if os.path.lexists(path) else None
    if before is None and beside is not None:  # a folder, a pipe, a link to nothing
        path.rename(beside)
    kept = [Changed(beside, None, before)] if beside is not None and before is not None else []
    if path not in _written([*kept, Changed(path, before, content)]):
        message = _("{file}: đã đổi trong lúc lấy lại -> chạy lại lệnh này").format(file=path)
        raise EnvironmentFault(message)
    _remember(folder, _known(folder) | {name: _digest(content)})
    return beside


def _written(changes: Iterable[Changed]) -> list[Path]:
    """The files that were put in place; one that changed since it was read is not among them.

    EnvironmentFault where the disk refuses one: a workspace without some of its files is none.
    """
    written: list[Path] = []
    for parent, group in groupby(sorted(changes), lambda change: change.path.parent):
        parent.mkdir(parents=True, exist_ok=True)
        results = write_changed(parent, list(group))
        if refused := next((result for result in results if result.status == "refused"), None):
            raise EnvironmentFault(f"{refused.path}: {refused.reason}")
        written += [result.path for result in results if result.status in ("written", "unchanged")]
    return written


def _free(path: Path) -> Path:
    """A name beside `path` that no reader of the workspace takes for one of its files."""
    names = (path.with_name(f"{path.name}.cu{number or ''}") for number in count())
    return next(name for name in names if not os.path.lexists(name))


def _known(folder: Path) -> dict[str, str]:
    try:
        found = json.loads(read_bounded(folder / RECORD))
    except (OSError, ValueError):
        # Without it every file that differs from ours counts as somebody's work.
        return {}
    return {str(name): str(digest) for name, digest in found.items()} if isinstance(found, dict) else {}


def _remember(folder: Path, known: Mapping[str, str]) -> None:
    text = json.dumps(dict(sorted(known.items())), ensure_ascii=False, indent=0)
    if _read(folder / RECORD) != text.encode():
        replace_whole(folder / RECORD, text.encode(), new_temporary(folder))


def _read(path: Path) -> bytes | None:
    return read_bounded(path) if path.is_file() else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
