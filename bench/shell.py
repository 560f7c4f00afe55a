"""Run commands from the start of Python to their end; print tables."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent

Row = dict[str, Any]


def timed(command: list[str], **kwargs: Any) -> float:
    """Seconds of wall clock; the command must succeed."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **kwargs)
    return time.perf_counter() - started


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def kh_docs(*arguments: str) -> list[str]:
    return python("-m", "kh_docs", "--workspace", str(HERE.parent), *arguments)


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A table in Markdown."""
    for cells in (heads, ("---",) + ("---:",) * (len(heads) - 1), *rows):
        print("| " + " | ".join(cells) + " |")
    print(flush=True)


def median(command: list[str], rounds: int) -> float:
    return statistics.median(timed(command) for _round in range(rounds))


def run_json(command: list[str]) -> Row:
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    row: Row = json.loads(done.stdout.splitlines()[-1])
    return row


class Use(NamedTuple):
    """What a command took: seconds, of them at work in all its processes, and the largest one's memory."""

    seconds: float
    work: float
    peak_mb: float


def used(command: list[str]) -> Use:
    """Run a command in a process of its own, so that the peak is that of this command alone."""
    program = (
        "import json, resource, subprocess, sys, time\n"
        "started = time.perf_counter()\n"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "seconds, use = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "assert done.returncode in (0, 1), done.returncode\n"
        "print(json.dumps([seconds, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024]))\n"
    )
    done = subprocess.run(python("-c", program, *command), check=True, capture_output=True, text=True)
    return Use(*json.loads(done.stdout))
