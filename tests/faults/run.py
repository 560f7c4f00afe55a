"""Cause every bad input and fault of reliability.md and of others.tsv, and say how many promises were kept.

python tests/faults/run.py            everything, some minutes
python tests/faults/run.py --short    without time limits to wait for, with fewer kills; about a minute
python tests/faults/run.py --peaks    what the worst known input of each kind takes of time and memory

It ends with 0 only where every row that was tried held; rows that were not tried are named with the reason.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import os
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GROUPS = {"B": 72, "F": 23}
# Of each row of others.tsv: the example and two neighbours.
FEWEST = 3


class Others:
    """The rows of others.tsv, which tests beside the code hold: which tests they are."""

    def __init__(self) -> None:
        with (HERE / "others.tsv").open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            self.tests = {row["id"]: tuple(row["test"].split("; ")) for row in rows}
        self.nodes: dict[str, list[str]] = {name: [] for name in self.tests}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            for name in self.rows_of(item.nodeid):
                self.nodes[name].append(item.nodeid)

    def rows_of(self, nodeid: str) -> list[str]:
        return [name for name, tests in self.tests.items() if nodeid.startswith(tests)]

    def collect(self, *, one_each: bool) -> list[str]:
        """The tests to run, as pytest names them."""
        files = sorted(
            {str(ROOT / test.partition("::")[0]) for tests in self.tests.values() for test in tests}
        )
        options = ["--collect-only", "-q", "--no-header", "-p", "no:cacheprovider", f"--rootdir={ROOT}"]
        options += ["-m", ""]  # a row may name a long test
        with contextlib.redirect_stdout(io.StringIO()):
            pytest.main([*files, *options], plugins=[self])
        if few := [f"{row} ({len(nodes)})" for row, nodes in self.nodes.items() if len(nodes) < FEWEST]:
            raise SystemExit(f"ít hơn {FEWEST} bài thử: {', '.join(few)}")
        chosen = (nodes[:1] if one_each else nodes for nodes in self.nodes.values())
        return list(dict.fromkeys(str(ROOT / _asked_by(node)) for nodes in chosen for node in nodes))


def _asked_by(node: str) -> str:
    """How pytest finds a test again: not by a name with escaped letters, so the whole function."""
    return node.partition("[")[0] if "\\" in node else node


class Tally:
    """What became of each row, by its number."""

    def __init__(self, others: Others) -> None:
        self.others = others
        self.others_passed: set[str] = set()
        self.passed: set[str] = set()
        self.failed: set[str] = set()
        self.not_run: dict[str, str] = {}
        self.others_failed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = report.nodeid.partition("test_row[")[2].rstrip("]")
        if rows := self.others.rows_of(report.nodeid):
            self.failed.update(f"faults.md {row}" for row in rows if report.failed)
            self.others_passed.update(row for row in rows if report.when == "call" and report.passed)
        elif not name:
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
        unheard = {f"faults.md {row}" for row in self.others.tests if row not in self.others_passed}
        return sorted((set(rows) | unheard) - self.passed - self.failed - set(self.not_run))

    def lines(self) -> list[str]:
        """Every row that did not keep its promise or was not tried, and the count as the last line."""
        reasons: dict[str, list[str]] = {}
        for name, why in sorted(self.not_run.items()):
            reasons.setdefault(why, []).append(name)
        listed = "; ".join(f"{', '.join(names)}: {why}" for why, names in reasons.items())
        good = self.passed - self.failed
        counts = [f"{sum(name[0] == group for name in good)}/{count}" for group, count in GROUPS.items()]
        held = [row for row in self.others_passed if f"faults.md {row}" not in self.failed]
        counts.append(f"faults.md {len(held)}/{len(self.others.tests)}")
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
    parser.add_argument(
        "--peaks", action="store_true", help="time and memory of the worst input of each kind"
    )
    parser.add_argument("-k", default="", help="only these rows, as for pytest")
    asked = parser.parse_args()
    if asked.peaks:
        sys.path.insert(0, str(ROOT))  # of a program only its own folder is known
        from tests.faults.peaks import lines

        for line in lines():
            print(line, flush=True)
        return 0
    os.environ["KH_DOCS_FAULTS"] = "short" if asked.short else "whole"
    if not asked.short:
        # Of C1, E1, E2 and E3: nothing lost in a thousand tries of each race.
        os.environ.setdefault("KH_DOCS_RACES", "1000")
    others = Others()
    tally = Tally(others)
    beside = [] if asked.k else others.collect(one_each=asked.short)
    options = ["-q", "--no-header", "-p", "no:cacheprovider", "-m", "", "-k", asked.k]
    # Two at a time: most of a case is spent waiting for a process of its own.
    options += ["-n", "2"] if find_spec("xdist") else []
    # A folder of its own: pytest's usual one is shared with runs whose mounted disks it cannot clear.
    with tempfile.TemporaryDirectory(prefix="kh-docs-faults-", ignore_cleanup_errors=True) as folder:
        options.append(f"--basetemp={Path(folder, 'pytest')}")
        code = pytest.main([str(HERE), *beside, *options], plugins=[tally])
    # Rows that were not asked for are not missed; all others must have been heard of.
    forgotten = [] if asked.k else tally.unseen()
    if forgotten:
        print(f"KHÔNG THẤY: {', '.join(forgotten)}")
    for line in tally.lines():
        print(line)
    return int(code) or int(bool(tally.failed or tally.others_failed or forgotten))


if __name__ == "__main__":
    sys.exit(main())
