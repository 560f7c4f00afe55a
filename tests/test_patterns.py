"""Patterns that were kept are those that `re` compiles, whatever lies in the cache."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kh_docs import cache, patterns

RULES = "import kh_docs.check.gate; from kh_docs import patterns; "


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of its own, and nothing known from it."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    monkeypatch.setattr(patterns, "_kept", [])
    cache._folder.cache_clear()
    yield tmp_path / "kh-docs"
    monkeypatch.undo()
    cache._folder.cache_clear()


def _run(code: str, folder: Path) -> str:
    environment = {**os.environ, cache.VARIABLE: str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_what_one_run_compiled_the_next_one_takes_from_the_cache(tmp_path: Path) -> None:
    new = "print(len(patterns._kept[0].new))"
    assert int(_run(RULES + new, tmp_path)) > 100
    assert _run(RULES + new, tmp_path) == "0"


def test_each_is_the_one_that_is_meant(tmp_path: Path) -> None:
    # Patterns are alike where text, flags and what the engine was given are.
    code = RULES + (
        "import re; from kh_docs.check.lexicon import SPELLINGS; [each.wrong for each in SPELLINGS];"
        "kept = patterns._kept[0]; both = {**kept.known, **kept.new};"
        "assert all(patterns._whole(p, parts) == re.compile(p, flags) for (p, flags), parts in both.items());"
        "assert all(patterns._whole(p, parts).groupindex == re.compile(p, flags).groupindex"
        "           for (p, flags), parts in both.items());"
        "print(len(both))"
    )
    assert int(_run(code, tmp_path)) > 250
    assert int(_run(code, tmp_path)) > 250


@pytest.mark.parametrize(
    "parts",
    [
        None,
        (),
        (32, b"\\0\\0\\0\\0", 0, {}, (None,)),
        (32, b"\\xff" * 400, 7, {"a": 1}, (None, "a")),
        (0, b"abc", 0, {}, (None,)),
    ],
)
def test_what_is_not_whole_is_compiled_anew(folder: Path, parts: object) -> None:
    cache.save("patterns", "", marshal.dumps({(r"(?P<a>\\d)x", 0): parts}))
    assert folder.exists()
    assert patterns.compiled(r"(?P<a>\\d)x") == re.compile(r"(?P<a>\\d)x")


@pytest.mark.usefixtures("folder")
def test_another_python_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(patterns, "import_module", missing)
    assert patterns.compiled("a|b", re.IGNORECASE) == re.compile("a|b", re.IGNORECASE)


@pytest.mark.usefixtures("folder")
def test_a_wrong_pattern_is_told_as_ever() -> None:
    with pytest.raises(re.error):
        patterns.compiled("(")


@pytest.mark.usefixtures("folder")
def test_it_is_the_module_itself_but_for_that() -> None:
    assert patterns.re.fullmatch is re.fullmatch
    assert patterns.re.IGNORECASE is re.IGNORECASE
    assert patterns.re.compile(rb"\\d", re.ASCII) == re.compile(rb"\\d", re.ASCII)


@pytest.mark.usefixtures("folder")
def test_patterns_of_a_documents_own_words_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "MOST_KEPT", 3)
    found = [patterns.compiled(f"name {number}") for number in range(10)]
    assert all(pattern.fullmatch(f"name {number}") for number, pattern in enumerate(found))
    assert len(patterns._kept[0].new) == 3
