"""F21-F23: what disks, kills and clerks do while new data comes into a file that somebody has edited."""

from __future__ import annotations

import random
import time
from functools import partial
from pathlib import Path

from ...update.clerk import Clerk
from ...update.reviewer import accepted, lines, rejected
from ..bench import WHOLE, Bench, Running, needs_strace
from ..rows import case
from .disks import FULL, left_over, signed

HERS = "Câu chị Hoa tự viết."
ASKED = ("update", "--district", "vinh", "--kind", "ke-hoach")


def edited(bench: Bench) -> bytes:
    """She writes a sentence into the unit's plan; her file as saved."""
    assert bench.generate("vinh", options=["--out", bench.out]).code == 0
    path = bench.path("vinh")
    clerk = Clerk(path.read_bytes(), 1)
    clerk.texts()[0].text = f"{HERS} {clerk.texts()[0].text}"
    saved = clerk.saved()
    path.write_bytes(saved)
    return saved


def holds_both(content: bytes, hers: bytes, signer: str) -> None:
    assert lines(rejected(content)) == lines(hers)
    assert signer in lines(accepted(content))


@case("F21")
def full_disk_while_new_data_comes_in(bench: Bench) -> int:
    bench.out = bench.mount("size=1m") / "out"
    hers = edited(bench)
    signed(bench, "Nguyễn Văn An", "vinh")
    filler = bench.out.parent / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
    ran = bench.run(*ASKED, "--out", bench.out)
    ran.said(FULL)
    assert bench.path("vinh").read_bytes() == hers
    assert left_over(bench.out) == []
    filler.unlink()
    assert bench.run(*ASKED, "--out", bench.out).code == 0
    holds_both(bench.path("vinh").read_bytes(), hers, "Nguyễn Văn An")
    return ran.code


def _at_work(run: Running, folder: Path) -> bool:
    return run.ended() or any(folder.glob(".kh-docs-*.tmp"))


@case("F22")
def killed_while_new_data_comes_in(bench: Bench) -> list[int]:
    """At any moment the file is hers or has both; the next run ends the work, and undo takes it back."""
    chance = random.Random(104)
    hers = edited(bench)
    path = bench.path("vinh")
    codes = []
    for turn in range(1, 13 if WHOLE else 4):
        signed(bench, f"Nguyễn Văn {turn}", "vinh")
        run = bench.start(*ASKED)
        if turn % 2:
            # One that is done before it was seen at work has nothing to put right.
            run.wait_until(partial(_at_work, run, path.parent))
            time.sleep(chance.uniform(0, 0.02))
        else:
            time.sleep(chance.uniform(0.3, 1.5))
        run.kill()
        if path.exists() and (now := path.read_bytes()) != hers:
            holds_both(now, hers, f"Nguyễn Văn {turn}")
        ran = bench.run(*ASKED)
        assert ran.code == 0, ran.err
        codes.append(ran.code)
        holds_both(path.read_bytes(), hers, f"Nguyễn Văn {turn}")
        assert bench.run(*ASKED, "--undo").code == 0
        assert path.read_bytes() == hers
        assert left_over(bench.out) == []
    return codes


@case("F23")
def saved_while_new_data_comes_in(bench: Bench) -> int:
    """strace holds the move aside for two seconds; she saves then."""
    needs_strace()
    edited(bench)
    signed(bench, "Nguyễn Văn An", "vinh")
    path = bench.path("vinh")
    delay = ("-e", "trace=rename", "-e", "inject=rename:delay_enter=2000000", "-P", str(path))
    strace = ("strace", "-f", "-qq", "-o", str(bench.folder / "log"), *delay)
    run = bench.start(*ASKED, "--out", bench.out, before=strace)
    run.wait_until(lambda: list(path.parent.glob(".kh-docs-*.tmp")))
    time.sleep(0.2)
    path.write_bytes(b"her words")
    ran = run.end()
    assert path.read_bytes() == b"her words"
    assert path.with_name("ke-hoach-vinh-2024-moi.docx").exists()
    assert left_over(bench.out) == []
    return ran.code
