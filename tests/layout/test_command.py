"""`python -m kh_docs.layout`: a wish for help makes no folder of that name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_help_writes_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kh_docs.layout"]
    told = subprocess.run([*command, "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (told.returncode, list(tmp_path.iterdir())) == (0, [])
    assert "templates/layout" in told.stdout
    assert subprocess.run([*command, "--la"], cwd=tmp_path, capture_output=True, check=False).returncode == 2
    assert list(tmp_path.iterdir()) == []
    subprocess.run([*command, "mau"], cwd=tmp_path, capture_output=True, check=True)
    assert len(list((tmp_path / "mau").glob("*.docx"))) >= 4
