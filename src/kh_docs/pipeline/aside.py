"""Finished files put aside on the disk until all are made: a thousand take no more memory than ten."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator


def all_made(made: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The same, name by name with its bytes; the first comes only when the last has been made."""
    with tempfile.TemporaryFile(prefix="kh-docs-") as file:
        sizes = [(name, file.write(content)) for name, content in made]
        file.seek(0)
        for name, size in sizes:
            yield name, file.read(size)
