"""The process ends at once, with nothing left undone: whatever waits for its end happens before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HELD = """
import os, sys
class Held:
    def __del__(self, write=os.write):
        write(1, b"taken apart")
held = Held()
"""
RUN = "from kh_docs.__main__ import run\nsys.exit(run())\n"


def ran(before: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", HELD + before + RUN, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)


def test_nothing_is_taken_apart_and_the_code_is_that_of_the_command() -> None:
    assert (done := ran("", "--version")).stdout.startswith("kh-docs ")
    assert (done.returncode, "taken apart" in done.stdout) == (0, False)
    assert (done := ran("", "no-such-command")).returncode == 2
    assert "taken apart" not in done.stdout


@pytest.mark.parametrize(
    "before",
    [
        "sys.setprofile(lambda *_what: None)\n",
        "sys.settrace(lambda *_what: None)\n",
        "import threading, time\nthreading.Timer(0.5, print, ['slept']).start()\n",
    ],
    ids=["measured", "traced", "a thread"],
)
def test_who_looks_on_or_goes_on_sees_the_end(before: str) -> None:
    done = ran(before, "--version")
    assert done.returncode == 0
    assert "taken apart" in done.stdout
    assert ("slept" in done.stdout) == ("slept" in before)


def test_with_debug_python_ends_it_in_its_own_way() -> None:
    assert "taken apart" in ran("", "--debug", "districts").stdout


def test_what_was_registered_for_the_end_is_done_and_all_of_it_is_written() -> None:
    before = "import atexit, functools\natexit.register(print, 'last word')\nprint('x' * 100_000)\n"
    done = ran(before, "--version")
    assert done.returncode == 0
    assert done.stdout.startswith("x" * 100_000 + "\n")
    assert done.stdout.endswith("last word\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no disk that is always full")
def test_a_stream_that_takes_no_more_is_told_of_as_ever() -> None:
    command = [sys.executable, "-c", "import sys\nprint('x')\n" + RUN, "--help"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False)
    assert done.returncode != 0
