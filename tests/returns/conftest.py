"""Forms that are filled in and sent back, and what collect makes of them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .clerk import Form

Run = Callable[..., tuple[int, str, str]]
Save = Callable[[Path, str], Path]
KIND = "bao-cao-6-thang"


@pytest.fixture
def sent(run: Run, workspace: Path) -> Callable[..., Path]:
    """Make the form of a unit, let `fill` fill it in, and put it where returns come in."""

    def send(unit: str, fill: Callable[[Form], object], name: str = "", kind: str = KIND) -> Path:
        assert run("generate", unit, "--kind", kind)[0] == 0
        form = Form((workspace / f"out/104-kh-ubnd-2024/{unit}/{kind}-{unit}-2024.docx").read_bytes())
        fill(form)
        path = workspace / "in" / (name or f"{unit}.docx")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(form.saved())
        return path

    return send


@pytest.fixture
def collected(run: Run) -> Callable[..., dict[str, Any]]:
    def collect(*more: str) -> dict[str, Any]:
        code, out, _err = run("collect", "in", "--kind", KIND, "--as-of", "20/6/2024", "--json", *more)
        assert code in (0, 1)
        found: dict[str, Any] = json.loads(out)
        return found

    return collect


def of(found: dict[str, Any], unit: str) -> dict[str, Any]:
    return next(each for each in found["units"] if each["unit"] == unit)


@pytest.fixture(scope="module")
def saved_as(tmp_path_factory: pytest.TempPathFactory, tool: Callable[[str], str]) -> Save:
    """Open a file and save it in another format, with a profile that no other test uses."""
    program = tool("soffice")
    profile = (tmp_path_factory.mktemp("profile")).as_uri()

    def save(path: Path, suffix: str) -> Path:
        out = path.parent / f"as {suffix}"
        arguments = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix]
        subprocess.run([*arguments, "--outdir", out, path], check=True, capture_output=True, timeout=180)
        return out / f"{path.stem}.{suffix}"

    return save
