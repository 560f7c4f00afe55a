"""Make many documents, on one core or several; one that fails takes no other with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from kh_docs.pipeline.making import Made, Order, Workshop, made
from kh_docs.pipeline.work import Work

# Below this a second process costs more than it saves.
WORTH_A_PROCESS = 12


class Making(Work[Order, Made]):
    """Documents made in workers that all have the same workshop."""

    def __init__(self, workshop: Workshop, meanwhile: Callable[[], object] = bool) -> None:
        self.workshop = workshop
        # What the parent does while they work.
        self.meanwhile = meanwhile

    def __reduce__(self) -> tuple[type[Making], tuple[Workshop]]:
        return Making, (self.workshop,)

    def do(self, job: Order) -> Made:
        return made(self.workshop, job)

    def lost(self, job: Order, reason: str, *, hung: bool) -> Made:
        if hung:
            self.workshop.note_hung(job, reason)
        return Made(job, None, (), reason)

    def kind_of(self, job: Order) -> str:
        # The first documents of a kind take five times as long as those that follow.
        return job.recipe.stem

    def passes_over(self, job: Order) -> bool:
        return bool(self.workshop.given_up(job))

    def took(self, done: Made) -> None:
        if done.hung:
            self.workshop.note_hung(done.order, done.reason)

    def is_given_away(self) -> None:
        # Of a large run this is half of what the parent would hold.
        self.workshop.prepared.clear()
        self.meanwhile()

    def close(self) -> None:
        self.workshop.close()


def workers_for(orders: Sequence[Order], jobs: int | None) -> int:
    """How many processes make `orders`, where `jobs` are asked for or None; 1: this one alone."""
    return min(len(orders), jobs or min(cores(), len(orders) // WORTH_A_PROCESS)) or 1


def make_all(
    workshop: Workshop, orders: Sequence[Order], jobs: int, meanwhile: Callable[[], object] = bool
) -> Iterator[Made]:
    """The documents of `orders`, in their order; `meanwhile` is done while workers make the first ones."""
    if jobs == 1:
        return map(partial(made, workshop), orders)
    from kh_docs.pipeline.pool import Pool

    return Pool(Making(workshop, meanwhile), jobs).run(orders)


def cores() -> int:
    """The cores this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
