"""Make many documents, on one core or several; one that fails takes no other with it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial

from kh_docs.pipeline.making import Made, Order, Workshop, made

# Below this a second process costs more than it saves.
WORTH_A_PROCESS = 12


def make_all(workshop: Workshop, orders: Sequence[Order], jobs: int | None) -> Iterator[Made]:
    """The documents of `orders`, in their order."""
    jobs = jobs or min(cores(), max(1, len(orders) // WORTH_A_PROCESS))
    if jobs == 1 or len(orders) <= 1:
        return map(partial(made, workshop), orders)
    from kh_docs.pipeline.pool import Pool

    return Pool(workshop, jobs).run(orders)


def cores() -> int:
    """The cores this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
