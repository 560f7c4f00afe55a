"""Do jobs in several processes; one that dies or hangs loses the job in its hands and no other.

Neither multiprocessing.Pool nor concurrent.futures will do: the first never returns a killed worker's job,
the second breaks all jobs that wait and cannot end a worker that hangs (reliability.md, finding 9).
"""

from __future__ import annotations

import time
from collections.abc import Hashable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Generic, NamedTuple

from kh_docs.i18n import _
from kh_docs.limits import LIMIT_SECONDS, too_long
from kh_docs.pipeline.hand import Hand
from kh_docs.pipeline.waiting import Waiting
from kh_docs.pipeline.work import Done, Job, Work

# More than a busy machine ever lets a process wait beyond its time.
OVERSLEPT_SECONDS = 3.0


class Pace(NamedTuple):
    """How jobs are handed out."""

    # Jobs handed to a worker at once, and how far workers may run ahead of what is taken.
    batch: int = 8
    ahead: int = 96
    # Seconds after which a job will never end.
    limit: float = LIMIT_SECONDS
    # So many jobs a worker does before another takes its place; it gives its memory back. 0: no end.
    most: int = 0


USUAL = Pace()


class Pool(Generic[Job, Done]):
    """The workers of one run."""

    def __init__(self, work: Work[Job, Done], jobs: int, pace: Pace = USUAL) -> None:
        self.work, self.jobs, self.pace = work, jobs, pace
        self.hands: list[Hand[Job, Done]] = []

    def run(self, jobs: Iterable[Job]) -> Iterator[Done]:
        """What is done of `jobs`, in their order."""
        waiting = Waiting(jobs)
        done: dict[int, Done] = {}
        wanted = 0
        try:
            self.hands = [self._hand() for _number in range(min(self.jobs, waiting.count or self.jobs))]
            self._hand_out(waiting, wanted, done)
            self.work.is_given_away()
            while True:
                if wanted not in done:
                    self._hand_out(waiting, wanted, done)
                if wanted in done:
                    if not (waiting.first() or any(hand.held for hand in self.hands)):
                        # Whoever takes the last one may ask for nothing more.
                        for hand in self.hands:
                            hand.let_go()
                    yield done.pop(wanted)
                    wanted += 1
                elif any(hand.held for hand in self.hands):
                    self._collect(waiting, done)
                else:
                    break
            for hand in self.hands:
                hand.dismiss()
        finally:
            for hand in self.hands:
                hand.end()

    def _hand(self) -> Hand[Job, Done]:
        return Hand(self.work, self.pace.limit)

    def _hand_out(self, waiting: Waiting[Job], wanted: int, done: dict[int, Done]) -> None:
        for number, hand in enumerate(self.hands):
            if self.pace.most and hand.given >= self.pace.most:
                if hand.held:
                    continue
                hand.dismiss()
                hand = self.hands[number] = self._hand()
            # Near the end batches get smaller, so that no worker idles while another has many left.
            size = max(1, min(self.pace.batch, waiting.count // (2 * self.jobs)))
            first = waiting.first() if len(hand.held) <= 1 else None
            end = wanted + self.pace.ahead
            if first is None or first[0] >= end:
                continue
            passed_over = self.work.passes_over(first[1])
            if passed_over and first[0] == wanted:
                waiting.take(1)
                done[wanted] = self.work.passed_over(first[1])
                break
            if self.work.kind_of(first[1]) is not None:
                batch = waiting.take_alike(size, end, number, self._kind_of)
            else:
                batch = [] if passed_over else waiting.take(size)
            if batch:
                hand.give(batch)

    def _kind_of(self, job: Job) -> Hashable:
        """The kind of a job that a worker is to try."""
        return None if self.work.passes_over(job) else self.work.kind_of(job)

    def _collect(self, waiting: Waiting[Job], done: dict[int, Done]) -> None:
        """Wait until some worker has something to say, or has been silent for too long."""
        patience, before = max(0.0, min(hand.seconds_left() for hand in self.hands)), time.monotonic()
        ready: list[object] = list(wait([hand.results for hand in self.hands], patience))
        # Stopped with Ctrl+Z, all of us slept: that is no worker's fault.
        overslept = time.monotonic() - before - patience
        if overslept > OVERSLEPT_SECONDS:
            for hand in self.hands:
                hand.since += overslept
        for number, hand in enumerate(self.hands):
            hung = False
            if hand.results in ready:
                if hand.greeted():
                    continue
                result = hand.take()
                if result is not None:
                    self.work.took(result)
                    done[hand.held.popleft()[0]] = result
                    continue
                reason = _("tiến trình làm việc này bị hệ điều hành dừng (có thể do thiếu bộ nhớ)")
            elif hand.seconds_left() <= 0:
                hung, reason = True, too_long(self.pace.limit)
            else:
                continue
            hand.end()
            if hand.held:
                index, job = hand.held.popleft()
                done[index] = self.work.lost(job, reason, hung=hung)
            waiting.put_back(hand.held)
            self.hands[number] = self._hand()
