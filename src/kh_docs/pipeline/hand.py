"""One worker process and the jobs it has, the one it is doing first."""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Generic

from kh_docs.i18n import language
from kh_docs.pipeline.work import Done, Job, Work
from kh_docs.pipeline.worker import serve

# Until a new process has read the program; on a slow disk with a virus scanner that takes its time.
START_SECONDS = 120.0


def can_fork() -> bool:
    """Forking shares what is compiled and costs nothing, but is safe only on Linux and without threads."""
    return sys.platform == "linux" and threading.active_count() == 1


class Hand(Generic[Job, Done]):
    """A worker; it is given jobs in batches and gives back one result at a time."""

    def __init__(self, work: Work[Job, Done], limit: float) -> None:
        context: Any = get_context("fork" if can_fork() else "spawn")
        jobs, self.jobs = context.Pipe(duplex=False)
        self.results, results = context.Pipe(duplex=False)
        _widen(results)
        self.process = context.Process(target=serve, args=(work, language(), jobs, results), daemon=True)
        self.process.start()
        jobs.close()
        results.close()
        self.held: deque[tuple[int, Job]] = deque()
        # How many it was ever given, and whether it was told that there are no more.
        self.given, self.gone = 0, False
        self.limit = limit
        self.ready = False
        self.since = time.monotonic()

    def give(self, batch: list[tuple[int, Job]]) -> None:
        """Hand over a batch; a worker that is dead by now is noticed when its results end."""
        self.held.extend(batch)
        self.given += len(batch)
        self.since = time.monotonic()
        try:
            self.jobs.send([job for _index, job in batch])
        except OSError:
            self.process.kill()

    def take(self) -> Done | None:
        """The next result, None from a worker that died."""
        try:
            done: Done | Exception = self.results.recv()
        except (EOFError, OSError):
            return None
        if isinstance(done, Exception):
            raise done  # a template's fault or our own: it stops the run, as it would without workers
        self.since = time.monotonic()
        return done

    def greeted(self) -> bool:
        """Whether what the worker says is its first word: that it has started."""
        if self.ready:
            return False
        try:
            self.ready = self.results.recv() is None
        except (EOFError, OSError):
            return False
        self.since = time.monotonic()
        return True

    def seconds_left(self) -> float:
        limit = self.limit if self.ready else START_SECONDS
        return self.since + limit - time.monotonic() if self.held else limit

    def end(self) -> None:
        """End the process now; what it was doing is lost."""
        self.process.kill()
        self.process.join()
        self.jobs.close()
        self.results.close()

    def let_go(self) -> None:
        """Tell an idle worker that there is nothing more: it keeps what is worth it, and ends."""
        # To close the pipe says nothing: workers that were forked later hold it open.
        with suppress(OSError):
            if not self.gone:
                self.jobs.send(None)
        self.gone = True

    def dismiss(self) -> None:
        """The same, and wait until it has ended."""
        self.let_go()
        self.process.join(1.0)
        self.end()


def _widen(pipe: Connection) -> None:
    """Room for some thirty documents, so that workers go on while the parent waits for the disk."""
    if sys.platform == "linux":
        import fcntl

        try:
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, 1 << 20)
        except OSError:  # the user's pipes are limited; it works all the same
            return
