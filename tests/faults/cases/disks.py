"""F01-F03, F06, F08-F12, F15, F16, F20: what disks, other programs and clerks do to the out folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from ..bench import PLAN, WHOLE, Bench, Ran, needs, needs_root, needs_strace, not_run, words_of
from ..rows import case

FULL = "hết chỗ trên đĩa"
UNITS = ("cua-lo", "nam-dan", "vinh")


def signed(bench: Bench, name: str, *units: str) -> None:
    """Give these units' documents other contents."""
    for unit in units:
        bench.district(unit, f"signer:\n  name: {name}\n")


def left_over(folder: Path) -> list[str]:
    """Files that no clerk should ever find."""
    return [
        path.name for path in folder.rglob("*") if path.name.endswith(".tmp") or path.name == ".kh-docs-lock"
    ]


@case("F01")
def full_disk(bench: Bench) -> int:
    out = bench.mount("size=96k") / "out"
    ran = bench.generate(*UNITS, options=["--out", out])
    ran.said(FULL)
    done = {unit for unit in UNITS if bench.path(unit, out=out).exists()}
    assert 0 < len(done) < len(UNITS), "mend the size of the disk"
    for unit in UNITS:
        path = bench.path(unit, out=out)
        if unit in done:
            assert words_of(path)
        else:
            ran.said(f"không làm được: {path}: {FULL}")
    assert left_over(out) == []
    return ran.code


@case("F02")
def full_disk_over_old_files(bench: Bench) -> int:
    disk = bench.mount("size=2m")
    out = disk / "out"
    assert bench.generate(*UNITS, options=["--out", out]).code == 0
    before = bench.files(out)
    signed(bench, "Nguyễn Văn An", *UNITS)
    with (disk / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 4096)
        except OSError:
            pass
    ran = bench.generate(*UNITS, options=["--out", out])
    ran.said(FULL, *(str(bench.path(unit, out=out)) for unit in UNITS))
    assert bench.files(out) == before
    (disk / "filler").unlink()
    assert bench.generate(*UNITS, options=["--out", out]).code == 0
    assert "Nguyễn Văn An" in words_of(bench.path("vinh", out=out))
    return ran.code


# Publishes a new file and a changed one and says what became of them; run under strace, call by call.
SCRIPT = """
import sys
from pathlib import Path
from kh_docs.errors import EnvironmentFault
from kh_docs.publish import Output, Publisher
out = Path(sys.argv[1])
outputs = [
    Output(Path("104-kh", unit, unit + ".docx"), b"new" * 999, unit, "ke-hoach", "2")
    for unit in ("anh", "vinh")
]
try:
    with Publisher(out, "104-kh") as publisher:
        for result in publisher.publish_all(outputs):
            print(result.unit, result.status, flush=True)
except EnvironmentFault:
    sys.exit(2)
"""
OLD, NEW = b"old" * 999, b"new" * 999
# strace counts the calls of each thread apart: in one thread each sync has its turn.
IN_ONE_THREAD = """
from kh_docs.publish import syncing
syncing.SYNCS = 1
"""
CALLS = ("write", "fsync", "link", "rename", "unlink", "ftruncate", "mkdir", "openat", "close")
# Two documents, the journal, the manifest; the folders of them all.
FEWEST = {"write": 4, "fsync": 7, "link": 2, "rename": 2, "unlink": 4, "mkdir": 2, "openat": 7, "close": 7}


def _prepared(out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    script = SCRIPT.replace('("anh", "vinh")', '("vinh",)').replace('b"new"', 'b"old"')
    subprocess.run([sys.executable, "-c", script, str(out)], check=True, capture_output=True)


def _traced(
    out: Path, log: Path, options: Sequence[str], script: str = SCRIPT
) -> subprocess.CompletedProcess[str]:
    command = ["strace", "-f", "-y", "-qq", "-o", str(log), *options, sys.executable, "-c", script, str(out)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def _calls_on(out: Path, log: Path) -> list[str]:
    """The traced calls that touched the out folder, without process numbers."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line.partition(" ")[2].strip() for line in lines if str(out) in line]


def _turns(call: str, out: Path, log: Path) -> set[int]:
    """At which of its calls, as strace counts them for each thread, the script touches the out folder."""
    counts: Counter[str] = Counter()
    turns = set()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        thread, _blank, rest = line.partition(" ")
        if rest.lstrip().startswith(f"{call}("):
            counts[thread] += 1
            if str(out) in rest:
                turns.add(counts[thread])
    return turns


@case("F03")
def each_call_fails(bench: Bench) -> None:
    needs_strace()
    out, log = bench.folder / "out", bench.folder / "log"
    script = IN_ONE_THREAD + SCRIPT
    for call in CALLS if WHOLE else ("fsync", "rename"):
        _prepared(out)
        _traced(out, log, ["-e", f"trace={call}"], script)
        turns = sorted(_turns(call, out, log))
        assert len(turns) >= FEWEST.get(call, 1), f"strace saw too few calls of {call}: mend this case"
        for turn in turns:
            _prepared(out)
            fault = "ENOSPC" if call == "write" else "EIO"
            inject = ["-e", f"trace={call}", "-e", f"inject={call}:error={fault}:when={turn}"]
            done = _traced(out, log, inject, script)
            where = f"{call} number {turn}: {done.stdout}{done.stderr}"
            assert any("(INJECTED)" in line for line in _calls_on(out, log)), where
            assert "Traceback" not in done.stderr, where
            _old_or_new(out, done, where)
            _finishes(out, where)


def _old_or_new(out: Path, done: subprocess.CompletedProcess[str], where: str) -> None:
    new, changed = (out / "104-kh" / unit / f"{unit}.docx" for unit in ("anh", "vinh"))
    assert not new.exists() or new.read_bytes() == NEW, where
    aside = changed.with_name(f".kh-docs-aside-{changed.name}.tmp")
    assert (changed if changed.exists() else aside).read_bytes() in (OLD, NEW), where
    for unit, path in (("anh", new), ("vinh", changed)):
        if f"{unit} written" in done.stdout:
            assert path.read_bytes() == NEW, where
        else:
            assert done.returncode or f"{unit} refused" in done.stdout or f"{unit} kept" in done.stdout, where


def _finishes(out: Path, where: str) -> None:
    """The next run does what is left and sweeps."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(out)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, where + done.stderr
    assert {line.split()[1] for line in done.stdout.splitlines()} <= {"written", "unchanged"}, (
        where + done.stdout
    )
    for unit in ("anh", "vinh"):
        assert (out / "104-kh" / unit / f"{unit}.docx").read_bytes() == NEW, where
    assert left_over(out) == [], where


@case("F06")
def order_of_syncs(bench: Bench) -> None:
    needs_strace()
    out, log = bench.folder / "out", bench.folder / "log"
    _prepared(out)
    _traced(out, log, ["-e", "trace=fsync,link,linkat,rename,renameat,renameat2,unlink,unlinkat"])
    calls = _calls_on(out, log)

    def at(pattern: str, after: int = 0) -> int:
        found = next((n for n, call in enumerate(calls) if n >= after and re.search(pattern, call)), -1)
        assert found >= 0, f"{pattern} not among\n" + "\n".join(calls)
        return found

    placed = {
        unit: at(rf'^(link|rename)\w*\(.*/{unit}/{unit}\.docx"\)? *=|^link.*/{unit}/{unit}\.docx"')
        for unit in ("anh", "vinh")
    }
    synced = [n for n, call in enumerate(calls) if re.match(r"fsync\(.*\.kh-docs-\d+-\d+\.tmp>", call)]
    assert len(synced) == 2
    assert max(synced) < min(placed.values()), "data must be on disk before any name is given"
    assert at(r"fsync\(.*/\.kh-docs-journal>") < min(placed.values())
    for unit, number in placed.items():
        at(rf"fsync\(.*/104-kh/{unit}>", number)
    gone = at(r'unlink.*\.kh-docs-aside-vinh\.docx\.tmp"')
    assert at(r"fsync\(.*/104-kh/vinh>", placed["vinh"]) < gone, (
        "the old file must outlive the sync of the new name"
    )


@case("F08")
def unwritable(bench: Bench) -> list[int]:
    codes = []
    occupied = bench.folder / "a file"
    occupied.write_bytes(b"mine")
    ran = bench.generate("cua-lo", options=["--out", occupied])
    ran.said("--out", "là một tệp")
    assert occupied.read_bytes() == b"mine"
    codes.append(ran.code)
    beneath = bench.generate("cua-lo", options=["--out", occupied / "out"])
    beneath.said("là tệp, không phải thư mục")
    codes.append(beneath.code)
    readonly = bench.generate("cua-lo", options=["--out", bench.mount("size=64k,ro") / "out"])
    readonly.said("không có quyền ghi vào thư mục")
    assert "[1/1]" not in readonly.err, "said only after the document was made"
    codes.append(readonly.code)
    codes.append(_as_nobody(bench).code)
    codes.append(_pulled_out(bench))
    return codes


def _as_nobody(bench: Bench) -> Ran:
    """Root may write anywhere, so the command runs as somebody else."""
    needs_root()
    needs("setpriv")
    for folder in (bench.folder, *bench.folder.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path(folder.anchor):
            folder.chmod(folder.stat().st_mode | 0o055)
    (bench.folder / "locked").mkdir(mode=0o755)
    before = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
    arguments = (
        "generate",
        "--district",
        "cua-lo",
        "--kind",
        "ke-hoach",
        "--out",
        bench.folder / "locked" / "out",
    )
    ran = bench.start(*arguments, before=before, env={"HOME": "/nonexistent", "KH_DOCS_CACHE": ""}).end()
    if any(words in ran.err for words in ("setpriv: failed", "No module named", "can't open file")):
        not_run("người dùng khác không đọc được môi trường Python này")
    ran.said("không có quyền ghi vào thư mục")
    return ran


def _pulled_out(bench: Bench) -> int:
    """The folder vanishes while documents are made: what is left is refused.

    Exit 1, told too late for 2; 2 where a busy machine lets it vanish while the lock is still being taken.
    """
    out = bench.folder / "usb"
    run = bench.start("generate", "--all", "--kind", "ke-hoach", "--jobs", "1", "--out", out)
    run.wait_until((out / PLAN / ".kh-docs-lock").exists)
    out.rename(bench.folder / "unplugged")
    ran = run.end()
    ran.said("thư mục không còn -> cắm lại ổ đĩa")
    assert ran.code in (1, 2), f"exit {ran.code}: {ran.err}"
    assert not out.exists()
    return 2


@case("F09")
def open_in_word(bench: Bench) -> list[int]:
    assert bench.generate(*UNITS).code == 0
    before = bench.files()
    codes = []
    for turn, mark in enumerate(
        ("~$-hoach-vinh-2024.docx", "~$ke-hoach-vinh-2024.docx", ".~lock.ke-hoach-vinh-2024.docx#")
    ):
        signed(bench, f"Nguyễn Văn {'ABC'[turn]}", *UNITS)
        lock = bench.path("vinh").with_name(mark)
        lock.write_bytes(b"")
        ran = bench.generate(*UNITS)
        ran.said(
            f"giữ nguyên: {Path('out', *bench.path('vinh').relative_to(bench.out).parts)}: đang mở", mark
        )
        assert bench.path("vinh").read_bytes() == before[f"{PLAN}/vinh/ke-hoach-vinh-2024.docx"]
        assert f"Nguyễn Văn {'ABC'[turn]}" in words_of(bench.path("nam-dan"))
        assert ran.seconds < 10
        lock.unlink()
        codes.append(ran.code)
    assert bench.generate(*UNITS).code == 0
    return codes


@case("F10")
def edited(bench: Bench) -> int:
    assert bench.generate(*UNITS).code == 0
    bench.path("vinh").write_bytes(b"her words")
    signed(bench, "Nguyễn Văn An", *UNITS)
    ran = bench.generate(*UNITS)
    ran.said("giữ nguyên: ", "ke-hoach-vinh-2024.docx: đã có người sửa")
    assert bench.path("vinh").read_bytes() == b"her words"
    assert "Nguyễn Văn An" in words_of(bench.path("cua-lo"))
    return ran.code


@case("F11")
def deleted_or_renamed(bench: Bench) -> list[int]:
    assert bench.generate("cua-lo", "vinh").code == 0
    made = bench.path("vinh").read_bytes()
    bench.path("vinh").unlink()
    renamed = bench.path("cua-lo").with_name("bản của tôi.docx")
    bench.path("cua-lo").rename(renamed)
    ran = bench.generate("cua-lo", "vinh")
    ran.said("bản trước đã bị xóa hoặc đổi tên, nay tạo lại")
    assert bench.path("vinh").read_bytes() == made
    assert renamed.is_file()
    assert bench.path("cua-lo").is_file()
    return [ran.code]


@case("F12")
def edit_between_check_and_replace(bench: Bench) -> list[int]:
    """strace holds the move aside for two seconds; she saves then, into the file and as Word does."""
    needs_strace()
    codes = []
    document = bench.path("vinh")
    for turn, beside in enumerate((False, True)):
        if document.exists():
            shutil.rmtree(bench.out)
        assert bench.generate("vinh").code == 0
        signed(bench, f"Nguyễn Văn {'AB'[turn]}", "vinh")
        delay = ("-e", "trace=rename", "-e", "inject=rename:delay_enter=2000000", "-P", str(document))
        strace = ("strace", "-f", "-qq", "-o", str(bench.folder / "log"), *delay)
        # The full path, because strace compares paths letter by letter.
        asked = ("generate", "--district", "vinh", "--kind", "ke-hoach", "--out", bench.out)
        run = bench.start(*asked, before=strace)
        run.wait_until(lambda: list(document.parent.glob(".kh-docs-*.tmp")))
        time.sleep(0.2)
        if beside:
            saved = document.with_name("~WRD0001.tmp")
            saved.write_bytes(b"her words")
            saved.replace(document)
        else:
            document.write_bytes(b"her words")
        ran = run.end()
        ran.said("đã có người sửa")
        assert b"her words" in bench.files().values()
        assert document.read_bytes() == b"her words"
        assert left_over(bench.out) == []
        codes.append(ran.code)
    return codes


@case("F15")
def broken_manifest(bench: Bench) -> list[int]:
    manifest = bench.out / PLAN / ".kh-docs-manifest.json"
    damages: list[Callable[[bytes], bytes | None]] = [
        lambda _old: None,
        lambda old: old[: len(old) // 2],
        lambda old: json.dumps({**json.loads(old), "version": 99}).encode(),
        lambda _old: b"",
        lambda _old: b'{"version": 1, "files": [1, 2]}',
        lambda _old: b"[" * 100_000,
        lambda old: old.replace(b'"sha256"', b'"sha1"'),
    ]
    codes = []
    for turn, damage in enumerate(damages if WHOLE else damages[:4]):
        shutil.rmtree(bench.out, ignore_errors=True)
        signed(bench, "Nguyễn Văn An", "vinh")
        assert bench.generate("vinh").code == 0
        before = bench.path("vinh").read_bytes()
        broken = damage(manifest.read_bytes())
        if broken is None:
            manifest.unlink()
        else:
            manifest.write_bytes(broken)
        signed(bench, "Trần Thị Bình", "vinh")
        ran = bench.generate("vinh")
        ran.said("ke-hoach-vinh-2024.docx: có sẵn và không do kh-docs tạo")
        assert bench.path("vinh").read_bytes() == before, turn
        if broken is not None:
            ran.said("sổ theo dõi hỏng hoặc của phiên bản khác")
        codes.append(ran.code)
    return codes


@case("F16")
def clocks(bench: Bench) -> list[int]:
    """Whatever the files' times and the time zone are, the same data is the same document."""
    assert bench.generate("vinh").code == 0
    before = bench.files()
    codes = []
    for moment, zone in (
        (0, "Pacific/Kiritimati"),
        (4_102_444_800, "America/Noronha"),
        (1_711_843_200, "Europe/Berlin"),
    )[: 3 if WHOLE else 1]:
        for path in (bench.path("vinh"), *bench.plan_data.iterdir(), *bench.layouts.iterdir()):
            os.utime(path, (moment, moment))
        arguments = ("generate", "--district", "vinh", "--kind", "ke-hoach")
        again = bench.start(*arguments, env={"TZ": zone}).end()
        again.said("không đổi 1")
        assert bench.files() == before
        assert bench.path("vinh").stat().st_mtime == moment
        fresh = bench.folder / zone.replace("/", "-")
        codes += [again.code, bench.start(*arguments, "--out", fresh, env={"TZ": zone}).end().code]
        assert bench.path("vinh", out=fresh).read_bytes() == bench.path("vinh").read_bytes()
    return codes


@case("F20")
def synchronised_folder(bench: Bench) -> list[int]:
    assert bench.generate("vinh").code == 0
    copies = [
        bench.path("vinh").with_name(name)
        for name in (
            "ke-hoach-vinh-2024-DESKTOP-ABC123.docx",
            "ke-hoach-vinh-2024 (1).docx",
            "ke-hoach-vinh-2024 (conflicted copy 2024-02-24).docx",
        )
    ]
    for copy in copies:
        copy.write_bytes(b"her words")
    signed(bench, "Nguyễn Văn An", "vinh")
    ran = bench.generate("vinh")
    assert [copy.read_bytes() for copy in copies] == [b"her words"] * len(copies)
    assert left_over(bench.out) == []
    for copy in copies:
        ran.said(f"{copy.name}: giống bản sao của {bench.path('vinh').name}")
    assert ran.code == 0
    return [ran.code, *_not_on_this_disk(bench)]


def _not_on_this_disk(bench: Bench) -> list[int]:
    """A file of which only the name is here, and no network to fetch the rest: nobody knows what is in it."""
    needs_strace()
    document = bench.path("vinh")
    before = document.read_bytes()
    signed(bench, "Trần Thị Bình", "vinh")
    absent = ("-P", str(document), "-e", "trace=openat,read", "-e", "inject=openat,read:error=EIO")
    strace = ("strace", "-f", "-qq", "-o", str(bench.folder / "log"), *absent)
    asked = ("generate", "--district", "vinh", "--kind", "ke-hoach", "--out", bench.out)
    ran = bench.start(*asked, before=strace).end()
    assert "(INJECTED)" in (bench.folder / "log").read_text(encoding="utf-8")
    ran.said(f"giữ nguyên: {document}: ")
    assert document.read_bytes() == before
    assert ran.code == 3
    return [ran.code]
