"""Make many documents, on one core or several; one that fails takes no other with it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from kh_docs.i18n import _
from kh_docs.pipeline.making import Made, Order, Workshop

# Below this a second process costs more than it saves.
WORTH_A_PROCESS = 40
# Documents handed to a worker at once.
BATCH = 8

_workshop: Workshop | None = None


def make_all(workshop: Workshop, orders: Sequence[Order], jobs: int | None) -> Iterator[Made]:
    """The documents of `orders`, in their order."""
    jobs = jobs or min(os.cpu_count() or 1, max(1, len(orders) // WORTH_A_PROCESS))
    if jobs == 1 or len(orders) <= 1:
        return map(workshop.make, orders)
    return _in_processes(workshop, orders, jobs)


def _in_processes(workshop: Workshop, orders: Sequence[Order], jobs: int) -> Iterator[Made]:
    with ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=_start, initargs=(workshop.book, workshop.templates)
    ) as pool:
        futures = [(batch, pool.submit(_make_batch, batch)) for batch in _batches(orders)]
        for batch, future in futures:
            yield from _outcome(workshop, batch, future)


def _outcome(workshop: Workshop, batch: tuple[Order, ...], future: Future[list[Made]]) -> list[Made]:
    try:
        return future.result()
    except BrokenProcessPool:
        # A killed worker breaks every job that was waiting: make them here, one by one.
        return [_alone(workshop, order) for order in batch]


def _alone(workshop: Workshop, order: Order) -> Made:
    try:
        return workshop.make(order)
    except MemoryError:
        return Made(order, None, (), _("không đủ bộ nhớ để làm văn bản này"))


def _start(book: object, templates: object) -> None:
    global _workshop
    _workshop = Workshop(book, templates)  # type: ignore[arg-type]


def _make_batch(orders: tuple[Order, ...]) -> list[Made]:
    assert _workshop is not None
    return [_workshop.make(order) for order in orders]


def _batches(orders: Sequence[Order]) -> Iterator[tuple[Order, ...]]:
    rest = iter(orders)
    while batch := tuple(islice(rest, BATCH)):
        yield batch
