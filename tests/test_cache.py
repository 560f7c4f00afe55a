"""The cache removes only what it made, and what lies there wrongly costs time and nothing else."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import shutil
import threading
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kh_docs import cache

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "kh_docs"


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


TRIES = int(os.environ.get("KH_DOCS_RACES", "60"))


@pytest.mark.parametrize("where", ["her folder", "our folder in it"])
def test_no_race_takes_a_file_of_hers(folder: Path, where: str) -> None:
    """E2: she saves at any moment while two runs tidy up, in her folder or in ours under a name of hers."""
    cache.save("book", "0", b"ours")
    place = folder if where == "her folder" else folder / "kh-docs"
    for number in range(cache.MOST_ENTRIES):
        cache.save("book", str(number), b"ours")
    for number in range(TRIES):
        hers, pause = place / f"book-{number:039d}g", (number % 50) * 0.00002
        words = b"hers %d" % number
        saver = threading.Thread(target=_save_after, args=(hers, words, pause))
        other = threading.Thread(target=cache.save, args=("layout", str(number), b"ours"))
        for thread in (saver, other):
            thread.start()
        cache.save("book", f"new {number}", b"ours %d" % number)
        for thread in (saver, other):
            thread.join()
        assert hers.read_bytes() == words, number
        assert cache.load("book", f"new {number}") in (b"ours %d" % number, None)
    assert len([each for each in place.iterdir() if each.name.endswith("g")]) == TRIES
    assert not list(folder.rglob("*.tmp"))


def _save_after(path: Path, content: bytes, pause: float) -> None:
    time.sleep(pause)
    path.with_suffix(".new").write_bytes(content)
    path.with_suffix(".new").rename(path)


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


def test_what_is_kept_depends_on_all_that_makes_it() -> None:
    """The rooms whose digests are left out stand above, or beside, all that saves something.

    Who stands among them and saves something names in its key those it works with, or the whole program.
    """
    assert "+ program_digest()" in (SOURCES / "pipeline" / "fingerprint.py").read_text(encoding="utf-8")
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (way,) = (each for each in contracts["contracts"] if each.get("containers") == ["kh_docs"])
    layers = [set(re.findall(r"\w+", layer)) for layer in way["layers"]]
    saving: set[str] = set()
    for path in SOURCES.glob("*/**/*.py"):
        source, room = path.read_text(encoding="utf-8"), path.relative_to(SOURCES).parts[0]
        if not re.search(r"\bcache\.save\(", source):
            continue
        if room in cache.ABOVE:
            if "self.fingerprints.common, " in source:
                continue
            worked_with = set(re.findall(r"from kh_docs\.(\w+)", source)) & cache.ABOVE
            assert worked_with == set(re.findall(r'room_digest\("(\w+)"\)', source)), path
        else:
            saving.add(room)
    assert saving == {"facts", "reading", "render"}
    highest = min(n for n, layer in enumerate(layers) if layer & saving)
    assert set() == cache.ABOVE & saving.union(*layers[highest + 1 :])


def test_a_change_of_what_makes_it_is_another_entry(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = folder / "kh_docs"
    shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("__pycache__", "locale"))
    monkeypatch.setattr(cache, "__file__", str(copy / "cache.py"))

    def name() -> str:
        for each in (cache._makers_digest, cache.room_digest, cache.program_digest):
            each.cache_clear()
        return cache._name("book", "key")

    before, whole = name(), cache.program_digest()
    (copy / "__pycache__").mkdir()
    assert name() == before
    (copy / "cli" / "main.py").write_text("# changed")
    assert (name(), cache.program_digest() == whole) == (before, False)
    for changed in ("cache.py", "reading/book.py", "model/plan.py", "render/environment.py"):
        (copy / changed).write_text("# changed")
        assert name() != before, changed
        before = name()
    (copy / "word" / "new.py").write_text("")
    assert name() != before
    cache.room_digest.cache_clear()
    cache._makers_digest.cache_clear()
    cache.program_digest.cache_clear()
