"""F04, F05, F07, F13, F14: runs that are killed, interrupted, started twice, or hang."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from pathlib import Path

from kh_docs.publish import Publisher

from ..bench import PLAN, WHOLE, Bench, Ran, Running, not_run, only_whole, words_of
from ..rows import case
from .disks import left_over, signed

UNITS = ("cua-lo", "nam-dan", "vinh")
ASKED = (
    "generate",
    *(word for unit in UNITS for word in ("--district", unit)),
    "--kind",
    "ke-hoach",
    "--jobs",
    "1",
)


def whole(bench: Bench) -> None:
    """Every document there can be read to its end."""
    for path in bench.out.rglob("*.docx"):
        if not path.name.startswith("."):
            assert "Nơi nhận" in words_of(path)


@case("F04")
def killed(bench: Bench) -> list[int]:
    """Some kills at any moment, more of them while files are put in place; each on new contents."""
    chance = random.Random(104)  # the moments differ by the machine all the same
    reference = bench.folder / "reference"
    signed(bench, "Nguyễn Văn 0", *UNITS)
    assert bench.run(*ASKED, "--out", reference).code == 0
    assert bench.run(*ASKED).code == 0
    codes = []
    for turn in range(1, 27 if WHOLE else 4):
        signed(bench, f"Nguyễn Văn {turn}", *UNITS)
        run = bench.start(*ASKED)
        if turn % 3:
            run.wait_until(lambda: (bench.out / PLAN / ".kh-docs-journal").exists())
            time.sleep(chance.uniform(0, 0.15))
        else:
            time.sleep(chance.uniform(0.05, 1.5))
        run.kill()
        whole(bench)
        if turn % 2:
            continue  # two kills in a row before the next whole run
        ran = bench.run(*ASKED)
        assert ran.code == 0, ran.err
        codes.append(ran.code)
        whole(bench)
        for unit in UNITS:
            assert f"Nguyễn Văn {turn}" in words_of(bench.path(unit))
        assert left_over(bench.out) == []
    signed(bench, "Nguyễn Văn 0", *UNITS)
    assert bench.run(*ASKED).code == 0
    assert bench.files() == bench.files(reference)
    return codes


@case("F05")
def interrupted(bench: Bench) -> list[int]:
    codes = []
    for number, jobs in ((signal.SIGINT, 1), (signal.SIGTERM, 1), (signal.SIGINT, 2), (signal.SIGTERM, 2)):
        out = bench.folder / f"out-{number}-{jobs}"
        run = bench.start("generate", "--all", "--jobs", str(jobs), "--out", out)
        lock = out / PLAN / ".kh-docs-lock"
        run.wait_until(lock.exists)
        time.sleep(0.3)
        asked = time.monotonic()
        if number == signal.SIGINT:
            os.killpg(run.pid, number)  # as the terminal does it
        else:
            run.signal(number)
        ran = run.end(30)
        assert time.monotonic() - asked < 2 * ran.slowed(), f"{number.name}, --jobs {jobs}"
        ran.said("Đã dừng: xong ", " văn bản, còn ", "chạy lại lệnh để làm nốt")
        done = int(ran.err.split("Đã dừng: xong ")[1].split()[0])
        assert f"còn {84 - done}" in ran.err
        assert len([path for path in out.rglob("*.docx") if not path.name.startswith(".")]) >= done
        assert left_over(out) == []
        # Interrupted inside exec(), as of dataclasses, Python ends itself by the signal: 130 to every shell.
        codes.append(130 if ran.code == -signal.SIGINT else ran.code)
    codes.append(_early(bench).code)
    return codes


def _early(bench: Bench) -> Ran:
    """Before any document is made, and before the program has even read its data."""
    # All units, or a fast machine is done before it is asked to stop; too early, no handler is in place yet.
    for wait in (0.3, 0.6, 1.0):
        run = bench.start("generate", "--all", "--jobs", "1", "--out", bench.folder / "early")
        time.sleep(wait)
        run.signal(signal.SIGTERM)
        ran = run.end(30)
        if ran.code != -signal.SIGTERM or ran.err:
            break
    assert "Traceback" not in ran.err
    assert not (bench.folder / "early").exists() or left_over(bench.folder / "early") == []
    return ran


@case("F07")
def two_runs(bench: Bench) -> list[int]:
    with Publisher(bench.out, PLAN):
        second = bench.start(*ASKED).end()
        second.said(f"đang có lần chạy khác (mã tiến trình {os.getpid()}, từ ")
        assert list(bench.out.rglob("*.docx")) == []
    dead = bench.start(*ASKED)
    dead.wait_until(lambda: (bench.out / PLAN / ".kh-docs-lock").exists())
    dead.kill()
    lock = bench.out / PLAN / ".kh-docs-lock"
    assert lock.exists(), "the dead run left no lock behind: mend this case"
    taken_over = bench.run(*ASKED)
    assert taken_over.code == 0, taken_over.err
    # A lock file that names a process which lives, but never held it.
    lock.write_text(json.dumps({"pid": os.getpid(), "since": "08:00:00 24/02/2024"}))
    assert bench.run(*ASKED).code == 0
    signed(bench, "Nguyễn Văn An", *UNITS)
    pair = [bench.start(*ASKED), bench.start(*ASKED)]
    both = sorted(run.end().code for run in pair)
    assert both in ([0, 2], [0, 0]), both  # the second may come after the first has ended
    whole(bench)
    assert left_over(bench.out) == []
    return [second.code]


STUCK = (
    '\n=== body\n{% if unit.id == "vinh" %}{% for i in range(99999) %}{% for j in range(99999) %}'
    "{% if i == j + 0.5 %}x{% endif %}{% endfor %}{% endfor %}{% endif %}\n"
)


def _stuck_at_vinh(bench: Bench) -> Running:
    """Two workers, of which one never ends the document of Vinh."""
    path = bench.wording / "ke-hoach.j2"
    path.write_text(path.read_text(encoding="utf-8") + STUCK, encoding="utf-8", newline="")
    return bench.start("generate", "--all", "--kind", "ke-hoach", "--jobs", "2")


def _only_vinh_failed(bench: Bench, ran: Ran, said: str) -> int:
    ran.said("vinh/ke-hoach-vinh-2024.docx: ", said)
    assert not bench.path("vinh").exists()
    assert len(list(bench.out.rglob("*.docx"))) == 20
    return ran.code


@case("F13")
def worker_killed(bench: Bench) -> int:
    only_whole("giết tiến trình con rồi đợi")
    run = _stuck_at_vinh(bench)
    killed_ones: set[int] = set()

    def kill_the_busy() -> bool:
        for child in _children(run.pid):
            if child not in killed_ones and _seconds_of_work(child) > 5:
                killed_ones.add(child)
                os.kill(child, signal.SIGKILL)
        return run.ended()

    last = time.monotonic() + 100
    while not kill_the_busy() and time.monotonic() < last:
        time.sleep(0.2)
    assert killed_ones, "no worker was found: mend this case"
    return _only_vinh_failed(bench, run.end(5), "bị hệ điều hành dừng")


@case("F14")
def worker_hangs(bench: Bench) -> list[int]:
    """One that works without end, and one that does nothing any more."""
    only_whole("đợi hết giờ hai lần")
    wording = (bench.wording / "ke-hoach.j2").read_bytes()
    codes = [_only_vinh_failed(bench, _stuck_at_vinh(bench).end(100), "quá giờ")]
    (bench.wording / "ke-hoach.j2").write_bytes(wording)
    shutil.rmtree(bench.out)
    run = bench.start("generate", "--all", "--jobs", "2")
    # At its beginning, as all the work is done soon: what it has in hand, or is handed next, is not done.
    run.wait_until(lambda: any(_seconds_of_work(child) > 0.1 for child in _children(run.pid)))
    os.kill(next(child for child in _children(run.pid) if _seconds_of_work(child) > 0.1), signal.SIGSTOP)
    ran = run.end(100)
    ran.said("quá giờ", "không làm được 1.")
    assert len([path for path in bench.out.rglob("*.docx") if not path.name.startswith(".")]) == 83
    return [*codes, ran.code]


def _children(pid: int) -> list[int]:
    """The Python processes that a run has started (but not multiprocessing's own tracker)."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.exists():
        not_run("chỉ Linux cho biết tiến trình con")
    found = [int(child) for child in listed.read_text().split()]
    return [
        child for child in found if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


def _seconds_of_work(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return int(fields[11]) / os.sysconf("SC_CLK_TCK")
