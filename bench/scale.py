"""Ours in a process of its own, for any number of units: python scale.py UNITS JOBS OUT."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

started = time.perf_counter()

from kh_docs.facts.offering import offered  # noqa: E402
from kh_docs.limits import collect_rarely  # noqa: E402
from kh_docs.pipeline.generating import generate  # noqa: E402 - the imports are part of what is timed
from kh_docs.pipeline.request import Request  # noqa: E402
from kh_docs.reading.kept import load_kept  # noqa: E402
from kh_docs.reading.workspace import find_workspace  # noqa: E402


def main(units: int, jobs: int, out: Path) -> None:
    """Generate all four kinds for `units` units, checked and published."""
    collect_rarely()  # as the command line does
    workspace = find_workspace(Path(__file__).parent)
    book = load_kept(workspace)
    if units > len(book.units):
        from synthetic import enlarged

        book = enlarged(book, units)
    wanted = tuple(book.units.values())[:units]
    prepared = time.perf_counter()
    result = generate(Request(workspace, book, wanted, offered(book), out, jobs=jobs), lambda _document: None)
    seconds = time.perf_counter() - prepared
    written = [document.path for document in result.documents if document.status == "written"]
    usage = [
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(
        json.dumps(
            {
                "documents": len(result.documents),
                "written": len(written),
                "seconds": seconds,
                "start_seconds": prepared - started,
                "bytes": sum(path.stat().st_size for path in written) / max(1, len(written)),
                "peak_mb": usage[0],
                "worker_peak_mb": usage[1],
                "reasons": sorted({document.reason for document in result.documents if document.reason})[:3],
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
