"""A file is read whole or refused, however its size is told."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kh_docs.bounded import _PIECE, read_bounded


@pytest.mark.parametrize("size", [0, 1, 99, 100])
def test_up_to_the_limit_it_is_read(size: int, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * size)
    assert read_bounded(path, limit=100) == b"x" * size


def test_beyond_the_limit_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 101)
    with pytest.raises(OSError, match="lớn quá") as refused:
        read_bounded(path, limit=100)
    # Not EFBIG, which is what a disk says and is told so.
    assert refused.value.errno == errno.EINVAL


@pytest.mark.parametrize("told", [0, 10, _PIECE])
def test_a_size_that_was_not_told_truly(told: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems tell none, and a file may grow while it is read."""
    path = tmp_path / "file"
    content = os.urandom(3 * _PIECE + 7)
    path.write_bytes(content)
    true = os.fstat

    def untrue(descriptor: int) -> os.stat_result:
        found = list(true(descriptor))
        found[6] = told
        return os.stat_result(found)

    monkeypatch.setattr(os, "fstat", untrue)
    assert read_bounded(path) == content
    with pytest.raises(OSError, match="lớn quá"):
        read_bounded(path, limit=len(content) - 1)


def test_a_file_of_the_system_that_tells_no_size() -> None:
    path = Path("/proc/self/maps")
    if not path.exists():
        pytest.skip("no /proc")
    assert read_bounded(path)


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="không phải tệp thường"):
        read_bounded(tmp_path / "pipe")
