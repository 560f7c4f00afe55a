"""The jobs that no worker has yet, and which of them a worker is to do next."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable
from operator import itemgetter, length_hint
from typing import Generic

from kh_docs.pipeline.work import Job

# The first job of a kind takes a worker as long as five that follow: so many there must be to share.
WORTH_LEARNING = 8


class Waiting(Generic[Job]):
    """Jobs that no worker has: first those of one that died, then what comes."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._back: deque[tuple[int, Job]] = deque()
        self._coming = enumerate(jobs)
        # As far as it is known beforehand.
        self.count = length_hint(jobs)
        # Which workers do the jobs of a kind, by their numbers, the one whose kind it is first.
        self._doers: dict[Hashable, list[int]] = {}

    def first(self) -> tuple[int, Job] | None:
        if not self._back:
            self._back.extend(each for each in (next(self._coming, None),) if each)
        return self._back[0] if self._back else None

    def take(self, most: int) -> list[tuple[int, Job]]:
        """The next ones, whoever does them."""
        taken: list[tuple[int, Job]] = []
        while len(taken) < most and self.first():
            taken.append(self._back.popleft())
        self.count = max(0, self.count - len(taken))
        return taken

    def take_alike(
        self, most: int, end: int, worker: int, kind_of: Callable[[Job], Hashable]
    ) -> list[tuple[int, Job]]:
        """Some of one kind out of those before `end`: one that this worker does, else one that nobody does
        yet, else what others have most of, if that is much. What has no kind is nobody's."""
        while not self._back or self._back[-1][0] < end - 1:
            coming = next(self._coming, None)
            if coming is None:
                break
            self._back.append(coming)
        kinds = Counter(kind for at, job in self._back if at < end and (kind := kind_of(job)) is not None)
        if not kinds:
            return []
        mine = [kind for kind in kinds if self._doers.get(kind, [])[:1] == [worker]]
        free = [kind for kind in kinds if kind not in self._doers]
        helped = [kind for kind in kinds if worker in self._doers.get(kind, ())]
        much = [kind for kind, number in kinds.most_common(1) if number >= WORTH_LEARNING]
        chosen = next(iter([*mine, *free, *helped, *much]), None)
        if chosen is None:
            return []
        if worker not in (doers := self._doers.setdefault(chosen, [])):
            doers.append(worker)
        taken = [each for each in self._back if each[0] < end and kind_of(each[1]) == chosen][:most]
        numbers = {at for at, _job in taken}
        self._back = deque(each for each in self._back if each[0] not in numbers)
        self.count = max(0, self.count - len(taken))
        return taken

    def put_back(self, jobs: Iterable[tuple[int, Job]]) -> None:
        again = list(jobs)
        # Where two workers die at once, the later jobs may come back first.
        self._back = deque(sorted([*again, *self._back], key=itemgetter(0)))
        self.count += len(again)
