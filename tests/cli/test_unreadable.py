"""One unit's data that cannot be read, for whatever reason: its own problem, the others are done (E16)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.cli.main import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    return tmp_path / "ws"


def _a_folder(path: Path) -> None:
    path.mkdir(parents=True)


def _a_pipe(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def _a_device(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to("/dev/zero")


def _a_circle(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(path.name)


def _no_text(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)))


NAM_DAN = ("data/districts/nam-dan.yaml", "data/districts/104-kh-ubnd-2024/nam-dan.yaml")
TWO = ["generate", "--unit", "Nam Đàn", "--unit", "Thái Hòa", "--kind", "ke-hoach"]


@pytest.mark.parametrize("name", NAM_DAN)
@pytest.mark.parametrize("make", [_a_folder, _a_pipe, _a_device, _a_circle, _no_text])
def test_unreadable_data_of_one_unit_are_its_own_problem(
    make: Callable[[Path], None], name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Something else in the place of its file."""
    make(here / name)
    capsys.readouterr()
    assert main(TWO) == 1
    assert len(list(here.glob("out/*/*/ke-hoach-*.docx"))) == 1
    assert f"{name}:" in capsys.readouterr().err
    # The other commands that read all units say so and go on, or end with what is to be mended.
    assert main(["data", "check"]) == 1
    assert main(["doctor"]) in (0, 1)
    assert main(["update", "Thái Hòa", "--kind", "ke-hoach"]) == 0
    assert main(["data", "export", "moi.xlsx", "--unit", "Thái Hòa"]) == 0
    assert main(["data", "export", "hai.xlsx"]) == 2
    assert f"{name}:" in capsys.readouterr().err


def _as_nobody(here: Path) -> list[str]:
    for folder in (here, *here.parents[:-1]):
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(folder.stat().st_mode | 0o055)
    (here / "out").mkdir(exist_ok=True)
    (here / "out").chmod(0o777)
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def _disk_error(here: Path) -> list[str]:
    path = here / NAM_DAN[0]
    return ["strace", "-f", "-qq", "-o", "/dev/null", "-P", str(path), "-e", "trace=read,pread64",
            "-e", "inject=read,pread64:error=EIO"]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "said"), [(_as_nobody, "không có quyền đọc"), (_disk_error, "ổ đĩa báo lỗi")]
)
def test_data_that_may_not_or_cannot_be_read(
    before: Callable[[Path], list[str]], said: str, here: Path
) -> None:
    """Mode 000 for another user than root; a disk that fails while it is read."""
    command = before(here)
    if shutil.which(command[0]) is None or os.geteuid() != 0:
        pytest.skip("needs root and setpriv or strace")
    path = here / NAM_DAN[0]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("signer:\n  name: Nguyễn Văn A\n", encoding="utf-8")
    path.chmod(0)
    program = [sys.executable, "-m", "kh_docs", *TWO]
    environment = os.environ | {"KH_DOCS_CACHE": "", "HOME": "/nonexistent"}
    ran = subprocess.run([*command, *program], cwd=here, env=environment, capture_output=True, check=False)
    err = ran.stderr.decode()
    if "No module named" in err or "can't open" in err or "Permission denied" in err:
        pytest.skip("another user cannot read this Python")
    assert ran.returncode == 1, err
    assert f"{NAM_DAN[0]}:" in err
    assert said in err
    assert len(list(here.glob("out/*/*/ke-hoach-*.docx"))) == 1
