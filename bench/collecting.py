"""Returns read, judged and added up, in a process of its own: python collecting.py UNITS OUT."""

from __future__ import annotations

import io
import json
import multiprocessing
import random
import re
import resource
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

from kh_docs.facts.offering import chosen
from kh_docs.limits import collect_rarely
from kh_docs.model.book import Book
from kh_docs.pipeline.province import publish_outputs
from kh_docs.pipeline.reading_files import read_files
from kh_docs.pipeline.returning import request_for
from kh_docs.reading.kept import load_kept
from kh_docs.reading.workspace import Workspace, find_workspace
from kh_docs.returns.as_json import json_lines
from kh_docs.returns.collecting import collect
from kh_docs.returns.request import Request
from kh_docs.returns.shelf import Shelf

KIND = "bao-cao-6-thang"
MAIN = "word/document.xml"
# A control of a figure that shows its prompt: its tag, the mark of the prompt, the prompt.
BLANK = re.compile(
    r'(<w:tag w:val="[a-z0-9_]+\.ky_(?:nay|truoc)"/>(?:(?!</w:sdtPr>).)*?)<w:showingPlcHdr/>'
    r"((?:(?!</w:sdtContent>).)*?<w:t[^>]*>)[^<]*(?=</w:t>)"
)


def main(units: int, out: Path) -> None:
    """Fill the form of every unit, then collect them as the command does."""
    _fill_in(units, out / "in")
    # In a process of its own, so that the peaks are those of collecting alone.
    collecting = multiprocessing.get_context("spawn").Process(target=_collect, args=(units, out))
    collecting.start()
    collecting.join()
    sys.exit(collecting.exitcode)


def _collect(units: int, out: Path) -> None:
    collect_rarely()  # as the command line does
    started = time.perf_counter()
    workspace, request = _request(units, (out / "in",))
    with Shelf() as shelf:
        collected = collect(request, read_files(request), shelf)
        read, read_at_work = time.perf_counter() - started, _at_work()
        outputs = [str(result.path) for result in publish_outputs(request, workspace, collected, out)]
        printed = sum(map(len, json_lines(request, collected, outputs)))
    print(
        json.dumps(
            {
                "returns": sum(each.state == "received" for each in collected.units),
                "outputs": len(outputs),
                "json_bytes": printed,
                "seconds_reading": read,
                "processor_seconds_reading": read_at_work,
                "seconds": time.perf_counter() - started,
                "processor_seconds": _at_work(),
                "peak_mb": _peak_mb(resource.RUSAGE_SELF),
                "worker_peak_mb": _peak_mb(resource.RUSAGE_CHILDREN),
            }
        )
    )


def _at_work() -> float:
    """Seconds of this process and its workers at work, as far as those have ended."""
    of_workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + of_workers.ru_utime + of_workers.ru_stime


def _peak_mb(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss / 1024


def _book(units: int, workspace: Workspace) -> Book:
    book = load_kept(workspace)
    if units <= len(book.units):
        return book
    from synthetic import enlarged

    # A return says by its letterhead whose it is, so that no two units may have one name.
    large = enlarged(book, units)
    named = {
        name: unit if name in book.units else unit.replace(name=f"{unit.name} {number}")
        for number, (name, unit) in enumerate(large.units.items())
    }
    return large.replace(units=named)


def _request(units: int, paths: tuple[Path, ...]) -> tuple[Workspace, Request]:
    workspace = find_workspace(Path(__file__).parent)
    book = _book(units, workspace)
    (recipe,) = chosen(book, [KIND])
    return workspace, request_for(workspace, book, recipe, paths, date(2024, 6, 20))


def _fill_in(units: int, folder: Path) -> None:
    folder.mkdir(parents=True)
    luck = random.Random(1)
    _workspace, request = _request(units, ())
    for unit in list(request.book.units)[:units]:
        (folder / f"{unit}.docx").write_bytes(_filled(request.blank(unit), luck))


def _filled(form: bytes, luck: random.Random) -> bytes:
    """The form with a figure in every cell that asks for one."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == MAIN:
                content = BLANK.sub(lambda found: _typed(found, luck), content.decode()).encode()
            target.writestr(name, content, zipfile.ZIP_DEFLATED)
    return result.getvalue()


def _typed(found: re.Match[str], luck: random.Random) -> str:
    return f"{found[1]}{found[2]}{luck.randrange(1, 300)}"


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
