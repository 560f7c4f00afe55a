"""A workspace of its own for one case: damage it, run kh-docs as a user would, look at what stands there."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest
from lxml import etree

from kh_docs.cli.main import main

ROOT = Path(__file__).parents[2]
PLAN = "104-kh-ubnd-2024"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The whole form kills more often and waits for time limits; run.py sets it, plain pytest does not.
WHOLE = os.environ.get("KH_DOCS_FAULTS") == "whole"


def not_run(reason: str) -> NoReturn:
    """Say aloud that nothing was tried; never a pass."""
    pytest.skip(f"KHÔNG CHẠY: {reason}")


def only_whole(reason: str) -> None:
    if not WHOLE:
        not_run(f"chỉ ở dạng đầy đủ ({reason})")


def needs(*programs: str) -> None:
    """Not run, aloud, where one of these programs is missing; in CI that is a failure."""
    for program in programs:
        if shutil.which(program) is None:
            if os.environ.get("CI"):
                pytest.fail(f"KHÔNG CHẠY: máy không có {program}")
            not_run(f"máy không có {program}")


def needs_strace() -> None:
    """Not run, aloud, also where a container forbids one process to trace another."""
    needs("strace")
    if refusal := _refused_strace():
        not_run(f"strace không được phép ở đây: {refusal}")


@cache
def _refused_strace() -> str:
    command = ["strace", "-f", "-qq", "-o", os.devnull, "-e", "inject=fsync:error=EIO", "true"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr.strip()[:80] if done.returncode else ""


def needs_root() -> None:
    if os.name == "nt" or os.geteuid() != 0:
        not_run("cần quyền root để gắn ổ đĩa thử")


@dataclass(frozen=True)
class Ran:
    """How one run of kh-docs ended."""

    code: int
    out: str
    err: str
    seconds: float
    # What it and its processes worked; how long that lasts is a matter of what else the machine does.
    processor_seconds: float
    peak_mb: float

    def slowed(self) -> float:
        """How many times longer it lasted than its work, because others worked too."""
        return max(1.0, self.seconds / max(self.processor_seconds, 0.01))

    def said(self, *parts: str) -> None:
        """These words were said to the person, on one line where they are joined, and no traceback was."""
        assert "Traceback" not in self.err, self.err[-3000:]
        for part in parts:
            assert part in self.err, f"not said: {part!r}\n{self.err[-3000:]}"


class Bench:
    """One workspace with the real plan, and its out folder."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        # Never the user's own; one for all cases, because the same input gives the same entries.
        self.env = {"KH_DOCS_CACHE": str(cache)}
        self.workspace = folder / "ws"
        for part in ("data", "templates"):
            shutil.copytree(ROOT / part, self.workspace / part, ignore=shutil.ignore_patterns("districts"))
        self.out = self.workspace / "out"
        self.plan_data = self.workspace / "data" / "plans" / PLAN
        self.wording = self.workspace / "templates" / "wording" / PLAN
        self.layouts = self.workspace / "templates" / "layout"
        self._undo: list[Callable[[], object]] = []

    # --- damage -------------------------------------------------------------------------------------------

    def district(self, unit: str, data: str | bytes) -> Path:
        """Write the district's own file."""
        path = self.workspace / "data" / "districts" / f"{unit}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
        return path

    def swap(self, path: Path, old: str, new: str) -> None:
        """Change one place of a text file."""
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{path.name} no longer holds {old!r}: mend this case"
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")

    def repack(self, path: Path, change: Callable[[dict[str, bytes]], object]) -> None:
        """Change the parts of a .docx in place."""
        with zipfile.ZipFile(path) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
        change(parts)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    def mount(self, options: str) -> Path:
        """A small disk of its own."""
        needs_root()
        place = self.folder / f"disk-{len(self._undo)}"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            not_run(f"không gắn được ổ đĩa thử: {done.stderr.strip()}")
        self._undo.append(lambda: subprocess.run(["umount", "-l", str(place)], check=True))
        return place

    def close(self) -> None:
        for undo in reversed(self._undo):
            undo()

    # --- run ----------------------------------------------------------------------------------------------

    def generate(self, *units: str, kind: str = "ke-hoach", options: Sequence[str | Path] = ()) -> Ran:
        """`kh-docs generate` for some units and one kind, the quick way."""
        named = [word for unit in units for word in ("--district", unit)]
        return self.run("generate", *named, "--kind", kind, *options)

    def run(self, *arguments: str | Path, cwd: Path | None = None) -> Ran:
        """kh-docs in a process of its own that shares this one's imports: half a second saved each time."""
        if not hasattr(os, "fork"):
            return self.start(*arguments, cwd=cwd).end()
        out, err = (self.folder / f"{name}.log" for name in ("stdout", "stderr"))
        started = time.monotonic()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of fork beside threads; ours are all asleep
            child = os.fork()
        if child == 0:
            os.environ.update(self.env)
            _become_kh_docs([str(argument) for argument in arguments], cwd or self.workspace, out, err)
        return _finished(child, started, out, err)

    def start(
        self,
        *arguments: str | Path,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        before: Sequence[str] = (),
    ) -> Running:
        """kh-docs from its own start, after the words of `before` (strace …), still running."""
        return Running(self, [*before, sys.executable, "-m", "kh_docs", *map(str, arguments)], cwd, env)

    # --- look ---------------------------------------------------------------------------------------------

    def path(self, unit: str, kind: str = "ke-hoach", out: Path | None = None) -> Path:
        return (out or self.out) / PLAN / unit / f"{kind}-{unit}-2024.docx"

    def files(self, out: Path | None = None) -> dict[str, bytes]:
        """Every file under the out folder by its path there, ours for bookkeeping left out."""
        folder = out or self.out
        kept = (".kh-docs-manifest.json", ".kh-docs-manifest.old.json")
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name not in kept and path.parent.name != ".kh-docs-store"
        }

    def nothing_written(self) -> None:
        assert self.files() == {}

    def refused(self, bad: str, *parts: str, good: str | None = "cua-lo") -> int:
        """The bad unit is refused in these words, nothing of it is written; the other one is done."""
        ran = self.generate(bad, *([good] if good else []))
        ran.said(*parts, f"data/districts/{bad}.yaml")
        assert not (self.out / PLAN / bad).exists(), sorted((self.out / PLAN / bad).iterdir())
        assert good is None or self.path(good).is_file()
        return ran.code


def parts_of(path: Path) -> dict[str, str]:
    """All that each part of a document shows: paragraphs on lines, breaks and tabs as such."""
    shown: dict[str, str] = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                root = etree.fromstring(archive.read(name))
                lines = ["".join(_letters(paragraph)) for paragraph in root.iter(f"{W}p")]
                if name.startswith("docProps/"):
                    lines += [str(text) for text in root.itertext()]
                shown[name] = "\n".join(lines)
    return shown


def words_of(path: Path) -> str:
    """All that a document shows."""
    return "\n".join(parts_of(path).values())


def _letters(paragraph: etree._Element) -> list[str]:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    # Only inside runs: a w:tab elsewhere is a tab stop.
    return [
        element.text or "" if element.tag == f"{W}t" else signs[str(element.tag)]
        for run in paragraph.iter(f"{W}r")
        for element in run.iterchildren(f"{W}t", *signs)
    ]


class Running:
    """kh-docs on its way, with all that it starts, in a session of its own."""

    def __init__(
        self, bench: Bench, command: list[str], cwd: Path | None, env: Mapping[str, str] | None
    ) -> None:
        number = sum(1 for _log in bench.folder.glob("run-*.out"))
        self._out, self._err = (bench.folder / f"run-{number}.{name}" for name in ("out", "err"))
        self._started = time.monotonic()
        inherited = {
            name: value for name, value in os.environ.items() if name not in ("KH_DOCS_LANG", "LANGUAGE")
        }
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                command,
                cwd=cwd or bench.workspace,
                env={**inherited, **bench.env, **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self.process.pid

    def so_far(self) -> str:
        return self._err.read_text(encoding="utf-8", errors="replace")

    def wait_until(self, seen: Callable[[], object], seconds: float = 60) -> None:
        """Wait for something that the run does; it must not end before."""
        last = time.monotonic() + seconds
        while not seen():
            assert not self.ended(), f"ended too soon: {self.so_far()}"
            assert time.monotonic() < last, f"never seen: {self.so_far()}"
            time.sleep(0.002)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def ended(self) -> bool:
        """Whether it has ended; its exit code is left for end() to take."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def kill(self) -> None:
        """Kill it and all it started, at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self.process.wait()

    def end(self, seconds: float = 120) -> Ran:
        if not hasattr(os, "wait4"):
            code = self.process.wait(seconds)
            return _ran(code, self._out, self._err, self._started, 0.0, 0.0)
        ran = _finished(self.pid, self._started, self._out, self._err, seconds)
        self.process.returncode = ran.code  # or Popen would wait for it again
        return ran


def _become_kh_docs(arguments: list[str], cwd: Path, out: Path, err: Path) -> NoReturn:
    """In the child: this process's streams, folder and exit are those of a fresh kh-docs."""
    code = 99
    try:
        os.setsid()
        os.chdir(cwd)
        for path, number in ((out, 1), (err, 2)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        sys.stdout = io.TextIOWrapper(os.fdopen(1, "wb", closefd=False), encoding="utf-8")
        sys.stderr = io.TextIOWrapper(os.fdopen(2, "wb", closefd=False), encoding="utf-8")
        warnings.resetwarnings()
        warnings.simplefilter("ignore")
        for name in ("KH_DOCS_LANG", "LANGUAGE"):
            os.environ.pop(name, None)
        code = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _finished(child: int, started: float, out: Path, err: Path, seconds: float = 120) -> Ran:
    """Wait for the child, but not for ever: what hangs is killed with all it started."""
    last = time.monotonic() + seconds
    peak = 0.0
    while True:
        peak = max(peak, _high_water_mb(child))
        pid, status, usage = os.wait4(child, os.WNOHANG)
        if pid:
            # ru_maxrss is in KiB on Linux, in bytes on macOS.
            peak = peak or usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
            work = usage.ru_utime + usage.ru_stime
            return _ran(os.waitstatus_to_exitcode(status), out, err, started, work, peak)
        if time.monotonic() > last:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            said = err.read_text(encoding="utf-8", errors="replace")
            pytest.fail(f"still running after {seconds:.0f} s: {said[-2000:]}")
        time.sleep(0.002)


def _high_water_mb(child: int) -> float:
    """The most memory a process had since its program began; 0: not told here, or it has ended.

    What wait4 tells of a process counts the memory of the one that started it too: it began as its copy.
    """
    try:
        with open(f"/proc/{child}/status", encoding="ascii", errors="replace") as status:
            return next((int(line.split()[1]) / 2**10 for line in status if line.startswith("VmHWM:")), 0.0)
    except OSError:
        return 0.0


def _ran(code: int, out: Path, err: Path, started: float, work: float, peak_mb: float) -> Ran:
    seconds = time.monotonic() - started
    texts = [path.read_bytes().decode("utf-8", "replace") for path in (out, err)]
    return Ran(code, texts[0], texts[1], seconds, work, peak_mb)
