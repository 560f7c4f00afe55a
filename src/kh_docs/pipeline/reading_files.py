"""Read files that came back, a few in this process, many in workers that give their memory back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import TypeAlias

from kh_docs.pipeline.pool import Pace, Pool
from kh_docs.pipeline.work import Work
from kh_docs.pipeline.workers import cores
from kh_docs.returns.files import count_of, found_in
from kh_docs.returns.found import Found
from kh_docs.returns.ground import Ground
from kh_docs.returns.reading import read_file
from kh_docs.returns.request import Request
from kh_docs.returns.returned import FileRead, Return
from kh_docs.returns.suffixes import CONVERTIBLE

# So many are read before there are workers: they find worked out what all readings ask for.
ALONE = 8
# With fewer to come a second process costs more than it saves.
WORTH_A_PROCESS = 8
# libxml2 and malloc keep some 40 KB of each file read, until their process ends. Files are large and archives
# unpack to any number: few are on their way at a time. A workbook may hold all units, on a slow machine.
PACE = Pace(batch=1, ahead=24, limit=180.0, most=100)
Reads: TypeAlias = list[Return | FileRead]


class Reading(Work[Found, Reads]):
    """Files read in workers that all know the same plan and forms."""

    def __init__(self, request: Request) -> None:
        self.ground = Ground(request)

    def __reduce__(self) -> tuple[type[Reading], tuple[Request]]:
        # What a worker that was not forked works out again.
        return Reading, (self.ground.request,)

    def do(self, job: Found) -> Reads:
        return list(read_file(job, self.ground))

    def lost(self, job: Found, reason: str, *, hung: bool) -> Reads:
        return [FileRead(job.path, self.ground.names.in_path(job.path), "unreadable", reason)]

    def passes_over(self, job: Found) -> bool:
        # LibreOffice runs once at a time, and from this process, which ends it when somebody says so.
        return job.suffix in CONVERTIBLE


def read_files(request: Request, on_file: Callable[[], object] = bool) -> Iterator[Return | FileRead]:
    """What is in every file that came back, in the order of files; none stops the others."""
    for reads in _read(request):
        yield from reads
        on_file()


def _read(request: Request) -> Iterator[Reads]:
    reading = Reading(request)
    found = found_in(request.paths, converts=request.convert is not None)
    yield from map(reading.do, islice(found, ALONE))
    following = list(islice(found, WORTH_A_PROCESS))
    if len(following) < WORTH_A_PROCESS:
        yield from map(reading.do, following)
        return
    jobs = min(cores(), max(2, count_of(request.paths) // WORTH_A_PROCESS))
    yield from Pool(reading, jobs, PACE).run(chain(following, found))
