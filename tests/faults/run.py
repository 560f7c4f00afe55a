"""Cause every bad input and fault of reliability.md and say how many promises were kept.

python tests/faults/run.py            everything, some minutes
python tests/faults/run.py --short    without time limits to wait for, with fewer kills; about a minute

It ends with 0 only where every row that was tried held; rows that were not tried are named with the reason.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GROUPS = {"B": 72, "F": 20}


class Tally:
    """What became of each row, by its number."""

    def __init__(self) -> None:
        self.passed: set[str] = set()
        self.failed: set[str] = set()
        self.not_run: dict[str, str] = {}
        self.others_failed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = report.nodeid.partition("test_row[")[2].rstrip("]")
        if not name:
            self.others_failed += report.failed
        elif report.failed:
            self.failed.add(name)
        elif report.skipped:
            why = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            self.not_run[name] = why.rpartition("KHÔNG CHẠY: ")[2]
        elif report.when == "call":
            self.passed.add(name)

    def unseen(self) -> list[str]:
        """Rows of the table that nothing was heard of."""
        rows = [f"{group}{number:02d}" for group, count in GROUPS.items() for number in range(1, count + 1)]
        return sorted(set(rows) - self.passed - self.failed - set(self.not_run))

    def lines(self) -> list[str]:
        """Every row that did not keep its promise or was not tried, and the count as the last line."""
        reasons: dict[str, list[str]] = {}
        for name, why in sorted(self.not_run.items()):
            reasons.setdefault(why, []).append(name)
        listed = "; ".join(f"{', '.join(names)}: {why}" for why, names in reasons.items())
        good = self.passed - self.failed
        counts = [f"{sum(name[0] == group for name in good)}/{count}" for group, count in GROUPS.items()]
        lines = [f"KHÔNG CHẠY: {', '.join(names)}: {why}" for why, names in reasons.items()]
        lines += [f"KHÔNG ĐẠT: {', '.join(sorted(self.failed))}"] if self.failed else []
        return [
            *lines,
            f"{', '.join(counts)}, {len(self.not_run)} không chạy{f' ({listed})' if listed else ''}",
        ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--short", action="store_true", help="the form for CI")
    parser.add_argument("-k", default="", help="only these rows, as for pytest")
    asked = parser.parse_args()
    os.environ["KH_DOCS_FAULTS"] = "short" if asked.short else "whole"
    tally = Tally()
    options = ["-q", "--no-header", "-p", "no:cacheprovider", "-k", asked.k]
    # Two at a time: most of a case is spent waiting for a process of its own.
    options += ["-n", "2"] if find_spec("xdist") else []
    # A folder of its own: pytest's usual one is shared with runs whose mounted disks it cannot clear.
    with tempfile.TemporaryDirectory(prefix="kh-docs-faults-", ignore_cleanup_errors=True) as folder:
        code = pytest.main([str(HERE), *options, f"--basetemp={Path(folder, 'pytest')}"], plugins=[tally])
    # Rows that were not asked for are not missed; all others must have been heard of.
    forgotten = [] if asked.k else tally.unseen()
    if forgotten:
        print(f"KHÔNG THẤY: {', '.join(forgotten)}")
    for line in tally.lines():
        print(line)
    return int(code) or int(bool(tally.failed or tally.others_failed or forgotten))


if __name__ == "__main__":
    sys.exit(main())
