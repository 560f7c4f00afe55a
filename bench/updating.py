"""New data into edited documents, in a process of its own: python updating.py UNITS OUT."""

from __future__ import annotations

import json
import multiprocessing
import re
import resource
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

from kh_docs.facts.offering import offered
from kh_docs.limits import collect_rarely
from kh_docs.pipeline.generating import generate
from kh_docs.pipeline.request import Request
from kh_docs.pipeline.updating import update
from kh_docs.reading.kept import load_kept
from kh_docs.reading.workspace import find_workspace

MAIN = "word/document.xml"
# Her sentence goes before the first one that is as long as this.
SENTENCE = re.compile(r"(?<=>)[^<>]{60,}(?=<)")


def main(units: int, out: Path) -> None:
    """Generate, edit every document, then bring a number and a day into all of them."""
    collect_rarely()  # as the command line does
    # In a process of its own, so that the peak is that of the update alone.
    making = multiprocessing.Process(target=_generated_and_edited, args=(units, out))
    making.start()
    making.join()
    request = _request(units, out)._replace(number="45", issued_on=date(2024, 2, 23))
    started, worked = time.perf_counter(), time.process_time()
    outcome = update(request, "2024-03-01T00:00:00Z", lambda _document: None)
    seconds = time.perf_counter() - started
    merged = [document for document in outcome.documents if document.status == "merged"]
    print(
        json.dumps(
            {
                "documents": len(outcome.documents),
                "merged": len(merged),
                "blocks": sum(document.blocks for document in merged),
                "seconds": seconds,
                "processor_seconds": time.process_time() - worked,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


def _request(units: int, out: Path) -> Request:
    workspace = find_workspace(Path(__file__).parent)
    book = load_kept(workspace)
    if units > len(book.units):
        from synthetic import enlarged

        book = enlarged(book, units)
    return Request(workspace, book, tuple(book.units.values())[:units], offered(book), out)


def _generated_and_edited(units: int, out: Path) -> None:
    for document in generate(_request(units, out), lambda _document: None).documents:
        _edit(document.path)


def _edit(path: Path) -> None:
    """Write a sentence into a document and save it, as a word processor does."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[MAIN] = SENTENCE.sub(r"Rà soát, bổ sung. \g<0>", parts[MAIN].decode(), count=1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
