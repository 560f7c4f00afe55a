"""Stop a document that will not end or eats the machine: only a template gone wrong does either."""

from __future__ import annotations

import gc
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, ContextDecorator, contextmanager
from types import FrameType
from typing import Any, NoReturn

from kh_docs.errors import RenderFault
from kh_docs.i18n import _

# No document of ours takes a tenth of either (reliability.md, B59).
LIMIT_SECONDS = 30.0
LIMIT_BYTES = 1 << 30


def collect_rarely() -> None:
    """Look for values that hold each other in circles when there may be many: few of ours do.

    Python would look after every few hundred values, also while it imports: a tenth of the time of a command.
    After every 50,000 it is a twentieth of that of 84 documents; the peak of 520 is 3 MB more.
    """
    gc.set_threshold(500_000, 50, 50)


class TooLong(RenderFault):
    """What did not end in its time."""


def too_long(seconds: float) -> str:
    """Why a document was given up."""
    return _("quá giờ: làm hơn {} giây chưa xong").format(round(seconds))


def too_much() -> str:
    """The same for one that took all memory."""
    return _("quá bộ nhớ: cần hơn {} GB").format(LIMIT_BYTES >> 30)


@contextmanager
def limited_time(seconds: float = LIMIT_SECONDS) -> Iterator[None]:
    """Raise TooLong in what is done inside once it has worked so long; without alarms do nothing.

    Time in which the process did nothing does not count: somebody may have stopped it with Ctrl+Z.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    over = False

    def give_up(_signal: int, _frame: FrameType | None) -> NoReturn:
        nonlocal over
        over = True
        raise TooLong(too_long(seconds))

    before = signal.signal(signal.SIGPROF, give_up)
    # Again and again, because Jinja may turn what is raised inside a template into an error of its own.
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    except TooLong:
        raise  # whoever passed it on may have said where it happened
    except Exception as error:
        if over:
            raise TooLong(too_long(seconds)) from error
        raise
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    if over:
        raise TooLong(too_long(seconds))


@contextmanager
def limited_memory(more: int = LIMIT_BYTES) -> Iterator[None]:
    """MemoryError once this process has taken so much more than it has now; known on Linux only."""
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    # Once for each document: a file of text would take five times as long.
    with open("/proc/self/statm", "rb", buffering=0) as file:
        taken = int(file.read().split()[0]) * resource.getpagesize()
    if soft != resource.RLIM_INFINITY and soft < taken + more:  # the user has set a closer limit
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (taken + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


class _Guard:
    """Whether the limits are set: the outermost guard sets them for all that is done inside."""

    up = False


class _Guarded(ContextDecorator):
    """What `guarded` gives: nothing is done within limits, as hundreds of sentences of a document are."""

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self.limits: AbstractContextManager[None] | None = None

    def _recreate_cm(self) -> _Guarded:
        return _Guarded(self.seconds)

    def __enter__(self) -> None:
        if not _Guard.up:
            self.limits = _limited(self.seconds or LIMIT_SECONDS)
            self.limits.__enter__()

    def __exit__(self, *raised: Any) -> bool | None:
        return self.limits.__exit__(*raised) if self.limits is not None else None


def guarded(seconds: float | None = None) -> _Guarded:
    """Both limits round what compiles or fills a template; either that is passed is a RenderFault."""
    return _Guarded(seconds)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    _Guard.up = True
    try:
        with limited_time(seconds), limited_memory():
            yield
    except MemoryError as error:
        raise TooLong(too_much()) from error
    finally:
        _Guard.up = False
