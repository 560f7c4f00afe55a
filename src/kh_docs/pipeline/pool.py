"""Make documents in several processes; one that dies or hangs loses the document in its hands and no other.

Neither multiprocessing.Pool nor concurrent.futures will do: the first never returns a killed worker's job,
the second breaks all jobs that wait and cannot end a worker that hangs (reliability.md, finding 9).
"""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from kh_docs.i18n import _
from kh_docs.limits import LIMIT_SECONDS, too_long
from kh_docs.pipeline.making import Made, Order, Workshop
from kh_docs.pipeline.worker import serve

# Until a new process has read the program; on a slow disk with a virus scanner that takes its time.
START_SECONDS = 120.0
# More than a busy machine ever lets a process wait beyond its time.
OVERSLEPT_SECONDS = 3.0
# Orders handed to a worker at once, and how far workers may run ahead of what is published.
BATCH, AHEAD = 8, 96


class Hand:
    """One worker process and the orders it has, the one it is making first."""

    def __init__(self, workshop: Workshop, limit: float) -> None:
        # Forking shares what is compiled and costs nothing, but is safe only on Linux and without threads.
        forks = sys.platform == "linux" and threading.active_count() == 1
        context: Any = get_context("fork" if forks else "spawn")
        orders, self.orders = context.Pipe(duplex=False)
        self.results, results = context.Pipe(duplex=False)
        _widen(results)
        self.process = context.Process(target=serve, args=(workshop, orders, results), daemon=True)
        self.process.start()
        orders.close()
        results.close()
        self.held: deque[int] = deque()
        self.limit = limit
        self.ready = False
        self.since = time.monotonic()

    def give(self, batch: list[tuple[int, Order]]) -> None:
        """Hand over a batch; a worker that is dead by now is noticed when its results end."""
        self.held.extend(index for index, _order in batch)
        self.since = time.monotonic()
        try:
            self.orders.send([order for _index, order in batch])
        except OSError:
            self.process.kill()

    def take(self) -> Made | None:
        """The next document, None from a worker that died."""
        try:
            made: Made | Exception = self.results.recv()
        except (EOFError, OSError):
            return None
        if isinstance(made, Exception):
            raise made  # a template's fault or our own: it stops the run, as it would without workers
        self.since = time.monotonic()
        return made

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
        """End the process now; what it was making is lost."""
        self.process.kill()
        self.process.join()
        self.orders.close()
        self.results.close()

    def dismiss(self) -> None:
        """Let an idle worker end by itself."""
        self.orders.close()
        self.process.join(1.0)
        self.end()


class Pool:
    """The workers of one run."""

    def __init__(self, workshop: Workshop, jobs: int, limit: float = LIMIT_SECONDS) -> None:
        self.workshop, self.jobs, self.limit = workshop, jobs, limit
        self.hands: list[Hand] = []

    def run(self, orders: Sequence[Order]) -> Iterator[Made]:
        """The documents of `orders`, in their order."""
        waiting = deque(enumerate(orders))
        done: dict[int, Made] = {}
        try:
            self.hands = [Hand(self.workshop, self.limit) for _number in range(min(self.jobs, len(orders)))]
            # The workers have these; of a large run they are half of what the parent would hold.
            self.workshop.prepared.clear()
            for wanted in range(len(orders)):
                while wanted not in done:
                    self._hand_out(waiting, wanted, done)
                    if wanted not in done:
                        self._collect(orders, waiting, done)
                yield done.pop(wanted)
            for hand in self.hands:
                hand.dismiss()
        finally:
            for hand in self.hands:
                hand.end()

    def _hand_out(self, waiting: deque[tuple[int, Order]], wanted: int, done: dict[int, Made]) -> None:
        while waiting and (reason := self.workshop.given_up(waiting[0][1])):
            index, order = waiting.popleft()
            done[index] = Made(order, None, (), reason)
        for hand in self.hands:
            # Near the end batches get smaller, so that no worker idles while another has many left.
            size = max(1, min(BATCH, len(waiting) // (2 * self.jobs)))
            if len(hand.held) <= 1 and waiting and waiting[0][0] < wanted + AHEAD:
                hand.give([waiting.popleft() for _number in range(min(size, len(waiting)))])

    def _collect(
        self, orders: Sequence[Order], waiting: deque[tuple[int, Order]], done: dict[int, Made]
    ) -> None:
        """Wait until some worker has something to say, or has been silent for too long."""
        patience, before = max(0.0, min(hand.seconds_left() for hand in self.hands)), time.monotonic()
        ready: list[object] = list(wait([hand.results for hand in self.hands], patience))
        # Stopped with Ctrl+Z, all of us slept: that is no worker's fault.
        overslept = time.monotonic() - before - patience
        if overslept > OVERSLEPT_SECONDS:
            for hand in self.hands:
                hand.since += overslept
        for number, hand in enumerate(self.hands):
            if hand.results in ready:
                if hand.greeted():
                    continue
                made = hand.take()
                if made is not None:
                    if made.hung:
                        self.workshop.note_hung(made.order, made.reason)
                    done[hand.held.popleft()] = made
                    continue
                reason = _("tiến trình làm văn bản này bị hệ điều hành dừng (có thể do thiếu bộ nhớ)")
            elif hand.seconds_left() <= 0:
                reason = too_long(self.limit)
                if hand.held:
                    self.workshop.note_hung(orders[hand.held[0]], reason)
            else:
                continue
            hand.end()
            if hand.held:
                guilty = hand.held.popleft()
                done[guilty] = Made(orders[guilty], None, (), reason)
            waiting.extendleft((index, orders[index]) for index in reversed(hand.held))
            self.hands[number] = Hand(self.workshop, self.limit)


def _widen(pipe: Connection) -> None:
    """Room for some thirty documents, so that workers go on while the parent waits for the disk."""
    if sys.platform == "linux":
        import fcntl

        try:
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, 1 << 20)
        except OSError:  # the user's pipes are limited; it works all the same
            return
