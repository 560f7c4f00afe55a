"""What a worker process does: take jobs, give what is done of them, end with its parent."""

from __future__ import annotations

import gc
import signal
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from kh_docs import patterns
from kh_docs.i18n import set_language
from kh_docs.limits import collect_rarely
from kh_docs.pipeline.work import Done, Job, Work


def serve(work: Work[Job, Done], language: str, jobs: Connection, results: Connection) -> None:
    """Do what is asked until there is nothing more; each result is sent as soon as it is there."""
    # Ctrl+C goes to every process of the terminal, but the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # What the parent has made stays shared with it as long as nobody looks through it for circles.
    gc.freeze()
    collect_rarely()
    # A worker that was not forked has heard nothing of it, and its results hold reasons in words.
    set_language(language)
    parent = parent_process()
    assert parent is not None  # this runs in a child only
    try:
        results.send(None)
        first = True
        while jobs in wait([jobs, parent.sentinel]):
            batch: list[Job] | None = jobs.recv()
            if batch is None:
                break
            for job in batch:
                results.send(_outcome(work, job))
                if first:
                    # The same of all that it read of the program for its first job: 15 ms to look through.
                    gc.freeze()
                    first = False
    except (EOFError, OSError):
        pass  # the parent has what it wanted, or is gone
    work.close()
    patterns.keep()


def _outcome(work: Work[Job, Done], job: Job) -> Done | Exception:
    try:
        return work.do(job)
    except Exception as error:
        return error
