"""What a worker process does: take orders, give documents, end with its parent."""

from __future__ import annotations

import gc
import signal
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from kh_docs.limits import collect_rarely
from kh_docs.pipeline.making import Made, Order, Workshop, made


def serve(workshop: Workshop, orders: Connection, results: Connection) -> None:
    """Make what is ordered until there is nothing more; each document is sent as soon as it is done."""
    # Ctrl+C goes to every process of the terminal, but the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # What the parent has made stays shared with it as long as nobody looks through it for circles.
    gc.freeze()
    collect_rarely()
    parent = parent_process()
    assert parent is not None  # this runs in a child only
    try:
        results.send(None)
        while orders in wait([orders, parent.sentinel]):
            batch: list[Order] = orders.recv()
            for order in batch:
                results.send(_outcome(workshop, order))
    except (EOFError, OSError):
        pass  # the parent has what it wanted, or is gone
    workshop.close()


def _outcome(workshop: Workshop, order: Order) -> Made | Exception:
    try:
        return made(workshop, order)
    except Exception as error:
        return error
