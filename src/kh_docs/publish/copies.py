"""Tell of files that look like second copies of ours: sync programs and people make them, and they drift."""

import os
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from kh_docs.i18n import _


def beside_name(name: str) -> str:
    """What the new version is called that stands beside an edited file."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-moi{dot}{ending}"


def copies(root: Path, keys: Iterable[str]) -> Iterator[str]:
    """A note for each file under `root` called as one of `keys` with something before its ending.

    `keys` are paths inside `root` with `/` between their parts.
    """
    for place, group in groupby(sorted(keys, key=_place), _place):
        folder, ours = root / place, [key.rpartition("/")[2] for key in group]
        try:
            seen = sorted(entry.name for entry in os.scandir(folder))
        except OSError:  # gone, or closed to us: what was to be written there has said so
            continue
        for name in seen:
            if name not in ours and (original := _original(name, ours)):
                message = _(
                    "{file}: giống bản sao của {original} (do đồng bộ hoặc do người chép) -> xem bản nào đúng"
                )
                yield message.format(file=folder / name, original=original)


def _place(key: str) -> str:
    return key.rpartition("/")[0]


def _original(name: str, ours: Collection[str]) -> str | None:
    for known in ours:
        stem, dot, ending = known.rpartition(".")
        # What give_back() named, or an update put beside an edited file, was told of when that happened.
        told_of = name.startswith(f"{stem}.ban-cu-") or name == beside_name(known)
        if name.startswith(stem) and name.endswith(dot + ending) and not told_of:
            return known
    return None
