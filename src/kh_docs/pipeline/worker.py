"""What a worker process does: take orders, give documents, end with its parent."""

from __future__ import annotations

import gc
import signal
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from kh_docs.errors import RenderFault, TemplateError
from kh_docs.i18n import _
from kh_docs.pipeline.limits import limited_memory, limited_time
from kh_docs.pipeline.making import Made, Order, Workshop


def serve(workshop: Workshop, orders: Connection, results: Connection) -> None:
    """Make what is ordered until there is nothing more; each document is sent as soon as it is done."""
    # Ctrl+C goes to every process of the terminal, but the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # What the parent has made stays shared with it as long as nobody looks through it for circles.
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
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


def made(workshop: Workshop, order: Order) -> Made:
    """The document of `order`; memory that is not there refuses this one only."""
    try:
        with limited_memory():
            return workshop.make(order)
    except MemoryError:
        return Made(order, None, (), _("không đủ bộ nhớ để làm văn bản này"))
    except TemplateError as error:
        return Made(order, None, (), str(error), error)


def made_in_time(workshop: Workshop, order: Order) -> Made:
    """The same in a process that nobody watches."""
    try:
        with limited_time():
            return made(workshop, order)
    except RenderFault as error:
        return Made(order, None, (), str(error))
