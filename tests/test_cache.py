"""The cache removes only what it made, and what lies there wrongly costs time and nothing else."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from kh_docs import cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    cache._folder.cache_clear()
    yield tmp_path
    cache._folder.cache_clear()


def test_a_folder_of_hers_loses_nothing(folder: Path) -> None:
    """E2: tidying removed 21 of her 60 files."""
    hers = [folder / f"bao-cao-{number}.docx" for number in range(60)]
    hers.append(folder / f"book-{'0' * 40}")
    for path in hers:
        path.write_text("hers")
    for number in range(cache.MOST_ENTRIES + 5):
        cache.save("book", str(number), b"ours")
    in_ours = folder / "kh-docs" / "note.txt"
    in_ours.write_text("hers too")
    cache.save("book", "one more", b"ours")
    assert all(path.read_text() == "hers" for path in hers)
    assert in_ours.read_text() == "hers too"
    assert len(list((folder / "kh-docs").glob("book-*"))) == cache.MOST_ENTRIES


@pytest.mark.parametrize("junk", [b"junk", b"", b"\x80\x05c", pickle.dumps(object())[:-3]])
def test_junk_with_a_right_digest_is_worked_out_anew(folder: Path, junk: bytes) -> None:
    """E22."""
    cache.save("book", "key", b"")
    (entry,) = (folder / "kh-docs").iterdir()
    entry.write_bytes(hashlib.sha256(junk).digest() + junk)
    assert cache.load_as("book", "key", pickle.loads) is None


def test_what_is_no_file_is_no_entry(folder: Path) -> None:
    cache.save("book", "key", b"x")
    (entry,) = (folder / "kh-docs").iterdir()
    entry.unlink()
    os.mkfifo(entry)
    assert cache.load("book", "key") is None
    entry.unlink()
    entry.symlink_to("/dev/zero")
    assert cache.load("book", "key") is None
