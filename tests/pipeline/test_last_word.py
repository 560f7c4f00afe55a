"""A worker keeps what is worth it when there is nothing more to do, also where nobody asks for more."""

from __future__ import annotations

import os
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from kh_docs.pipeline.pool import Pool
from kh_docs.pipeline.work import Work


class Counting(Work[int, int]):
    """Each worker keeps in a file of its own how many jobs it did."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.did = folder, 0

    def do(self, job: int) -> int:
        self.did += 1
        return job

    def lost(self, job: int, _reason: str, *, hung: bool) -> int:
        raise AssertionError(job, hung)

    def close(self) -> None:
        temporary = self.folder / str(os.getpid())
        temporary.write_text(str(self.did))
        temporary.rename(temporary.with_suffix(".kept"))


def kept(folder: Path) -> int:
    return sum(int(path.read_text()) for path in folder.glob("*.kept"))


@pytest.mark.skipif(sys.platform != "linux", reason="a worker that is not forked takes a second to begin")
@pytest.mark.parametrize("jobs", [1, 2, 7, 40])
def test_workers_have_their_last_word_before_the_last_job_is_taken(jobs: int, tmp_path: Path) -> None:
    """What workers compiled was lost: whoever takes as many as he asked for never comes to the end."""
    done = Pool(Counting(tmp_path), 2).run(range(jobs))
    assert list(islice(done, jobs)) == list(range(jobs))
    deadline = time.monotonic() + 20
    while kept(tmp_path) < jobs and time.monotonic() < deadline:
        time.sleep(0.01)
    assert kept(tmp_path) == jobs
    assert next(done, None) is None
