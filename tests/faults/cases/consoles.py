"""F17-F19: consoles and languages that know few letters, and programs that are missing, crash or hang."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from ..bench import WHOLE, Bench, Ran, words_of
from ..rows import case

ASKED = ("generate", "--district", "Cửa Lò", "--kind", "ke-hoach")
PLAIN = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@case("F17")
def consoles(bench: Bench) -> list[int]:
    codes = []
    for encoding in ("ascii", "cp1258", "cp1252", "cp437")[: 4 if WHOLE else 2]:
        env = {**PLAIN, "PYTHONIOENCODING": encoding}
        for number, arguments in enumerate(
            (ASKED, ("districts",), ("generate", "--help"), ("districts", "--json"))
        ):
            words = [*arguments, *(["--out", str(bench.folder / encoding)] if number == 0 else [])]
            ran = bench.start(*words, env=env).end()
            assert "Traceback" not in ran.err, encoding + ran.err
            assert ran.code == 0, f"{encoding} {arguments}: {ran.err}"
            codes.append(ran.code)
        assert bench.path("cua-lo", out=bench.folder / encoding).is_file()
    commands = (
        "generate --all --kind ke-hoach --out piped 2>&1 | head -n 1",
        "districts | head -n 1",
        "coverage --json | head -c 10",
        "generate --all --kind ke-hoach --out piped-too | head -n 1",
    )
    for command in commands if WHOLE else commands[:2]:
        done = subprocess.run(
            ["bash", "-c", f'{sys.executable} -m kh_docs {command}; exit "${{PIPESTATUS[0]}}"'],
            cwd=bench.workspace, env={**os.environ, **bench.env}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.stdout, command
        assert "Traceback" not in done.stderr, command
        codes.append(done.returncode)
    for out in bench.workspace.glob("piped*"):
        assert len(list(out.rglob("*.docx"))) == 21, "the work ended with the pipe"
    return codes


@case("F18")
def plain_locale(bench: Bench) -> list[int]:
    """The workspace lies under a Vietnamese path and the system says it knows only ASCII."""
    home = bench.folder / "Tài liệu của tôi" / "Kế hoạch 104 – bản Đẹp"
    home.parent.mkdir()
    bench.workspace.rename(home)
    codes = []
    bench.workspace = home
    bench.district("cua-lo", "signer:\n  name: Nguyễn Thị Đẹp\n")
    for arguments in (
        ASKED,
        (*ASKED, "--out", home / "bản in"),
        ("--workspace", home, *ASKED, "--out", "ở đây"),
    ):
        ran = bench.start(*arguments, cwd=home, env=PLAIN).end()
        assert "Traceback" not in ran.err, ran.err
        assert ran.code == 0, ran.err
        codes.append(ran.code)
    for out in (home / "out", home / "bản in", home / "ở đây"):
        assert "Nguyễn Thị Đẹp" in words_of(bench.path("cua-lo", out=out))
    for command in (("doctor",), ("data", "check"), ("check", home / "bản in")):
        ran = bench.start(*command, cwd=home, env=PLAIN).end()
        assert "Traceback" not in ran.err, ran.err
        assert ran.code != 4, ran.err
    return codes


def path_with(bench: Bench, **programs: str) -> str:
    """A PATH with nothing but Python and these shell scripts."""
    folder = bench.folder / f"bin-{'-'.join(sorted(programs)) or 'empty'}-{len(list(bench.folder.iterdir()))}"
    folder.mkdir()
    for name, script in programs.items():
        path = folder / name.replace("_", "-")
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    return str(folder)


@case("F19")
def tools(bench: Bench) -> list[int]:
    pdf = (*ASKED, "--pdf")
    missing = bench.start(*pdf, env={"PATH": path_with(bench)}).end()
    missing.said("chưa có LibreOffice nên chưa làm được PDF")
    document = bench.path("cua-lo")
    assert document.is_file()
    crashing = bench.start(*pdf, env={"PATH": path_with(bench, soffice="kill -SEGV $$")}).end()
    crashing.said("LibreOffice không làm được PDF")
    silent = bench.start(*pdf, env={"PATH": path_with(bench, soffice="exit 0")}).end()
    silent.said("LibreOffice không làm được PDF")
    assert not document.with_suffix(".pdf").exists()
    codes = [missing.code, crashing.code, silent.code]
    assert codes == [1, 1, 1], "a PDF that could not be made is never a pass"
    return codes + _fonts(bench) + (_libreoffice_itself(bench) if WHOLE else [])


def _libreoffice_itself(bench: Bench) -> list[int]:
    """One that hangs is stopped with all it started; two at once do not take each other's profile."""
    hanging = path_with(bench, soffice="sleep 500 & wait")
    script = (
        "import sys; from kh_docs.cli import to_pdf as pdf; "
        "pdf.SECONDS_TO_START = 2; pdf.SECONDS_A_DOCUMENT = 1; "
        "from kh_docs.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, *ASKED, "--pdf"]
    env = {**os.environ, **bench.env, "PATH": f"{hanging}:/usr/bin:/bin"}
    done = subprocess.run(
        command, cwd=bench.workspace, env=env, capture_output=True, text=True, timeout=60, check=False
    )
    assert "LibreOffice không làm được PDF" in done.stderr, done.stderr
    if shutil.which("soffice") is None:
        if os.environ.get("CI"):
            raise AssertionError("KHÔNG CHẠY: máy không có LibreOffice")
        return [done.returncode]
    pair = [
        bench.start(
            "generate", "--district", unit, "--kind", "ke-hoach", "--pdf", "--out", bench.folder / unit
        )
        for unit in ("cua-lo", "vinh")
    ]
    codes = [run.end(180).code for run in pair]
    for unit in ("cua-lo", "vinh"):
        assert bench.path(unit, out=bench.folder / unit).with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert codes == [0, 0]
    return [done.returncode, *codes]


def _fonts(bench: Bench) -> list[int]:
    """Fonts do not stop documents; `doctor` says what is missing, or that it could not look."""
    unknown = bench.start("doctor", env={"PATH": path_with(bench)}).end()
    assert "chưa kiểm được" in _line(unknown, "phông chữ")
    assert "không được" in _line(unknown, "LibreOffice")
    none = bench.start("doctor", env={"PATH": path_with(bench, fc_list="echo DejaVu Sans")}).end()
    assert "không được" in _line(none, "phông chữ")
    failing = bench.start("doctor", env={"PATH": path_with(bench, fc_list="exit 1")}).end()
    assert "chưa kiểm được" in _line(failing, "phông chữ")
    return [unknown.code, none.code, failing.code]


def _line(ran: Ran, what: str) -> str:
    return next(line for line in ran.out.splitlines() if line.startswith(what))
