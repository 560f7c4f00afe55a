"""Every row of rows.tsv (reliability.md, and update) is caused and keeps its promise, or was not run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from . import cases
from .bench import Bench
from .rows import CASES, read_rows

ROWS = read_rows()
IDS = [f"B{number:02d}" for number in range(1, 73)] + [f"F{number:02d}" for number in range(1, 24)]


@pytest.fixture
def bench(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path, tmp_path_factory.getbasetemp() / "cache")
    yield bench
    bench.close()


def test_no_row_is_forgotten() -> None:
    assert list(ROWS) == IDS
    assert sorted(CASES) == IDS, cases.__doc__


@pytest.mark.parametrize("name", IDS)
def test_row(name: str, bench: Bench) -> None:
    row = ROWS[name]
    seen = CASES[name](bench)
    codes = seen if isinstance(seen, list) else [] if seen is None else [seen]
    assert bool(codes) == bool(row.exits)
    assert set(codes) <= set(row.exits), f"{row.what}: {row.promise}"
