"""Lists of words that come with the program: one entry a line; a line that begins with # is a note."""

from __future__ import annotations

from pathlib import Path


def word_list(path: Path) -> tuple[str, ...]:
    """The entries of the list `path`, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
