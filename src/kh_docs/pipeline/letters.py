"""Make many letters in workers that give their memory back, where workers can be forked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kh_docs.pipeline.hand import can_fork
from kh_docs.pipeline.pool import Pace, Pool
from kh_docs.pipeline.work import Work
from kh_docs.pipeline.workers import WORTH_A_PROCESS, cores

# What checking remembers of the texts of letters, and malloc keeps of them, grows with their number.
PACE = Pace(batch=4, limit=120.0, most=200)


class Letters(Work[str, bytes]):
    """Letters to units; what they are made of is never sent, as it stands in an open file."""

    def __init__(self, make: Callable[[str], bytes]) -> None:
        self.make = make

    def do(self, job: str) -> bytes:
        return self.make(job)

    def lost(self, job: str, reason: str, *, hung: bool) -> bytes:
        # Here, where what is wrong with it stops the run as it would without workers.
        return self.make(job)


def letters(make: Callable[[str], bytes], units: Sequence[str]) -> Iterator[bytes]:
    """The letter to each of `units`, in their order."""
    if len(units) < 2 * WORTH_A_PROCESS or not can_fork():
        return map(make, units)
    return Pool(Letters(make), min(cores(), len(units) // WORTH_A_PROCESS), PACE).run(units)
