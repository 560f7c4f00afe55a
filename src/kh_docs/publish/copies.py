"""Tell of files that look like second copies of ours: sync programs and people make them, and they drift."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from kh_docs.i18n import _


def copies(names: Mapping[Path, Collection[str]]) -> Iterator[str]:
    """A note for each file called as one of the `names` in its folder with something before its ending."""
    for folder, ours in names.items():
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


def _original(name: str, ours: Collection[str]) -> str | None:
    for known in ours:
        stem, dot, ending = known.rpartition(".")
        # What give_back() named was told of when that happened.
        if name.startswith(stem) and name.endswith(dot + ending) and not name.startswith(f"{stem}.ban-cu-"):
            return known
    return None
