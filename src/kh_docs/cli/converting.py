"""Bring files of old formats into a .docx by way of LibreOffice, where this machine has it."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kh_docs.cli import soffice

# Ten times what an old form takes on a slow machine.
SECONDS = 60.0


def converter() -> Callable[[bytes, str], bytes | None] | None:
    """From bytes and their suffix to a .docx, None for what cannot be read; None without LibreOffice."""
    program = soffice.find()
    return None if program is None else partial(_converted, program)


def _converted(program: Path, content: bytes, suffix: str) -> bytes | None:
    with tempfile.TemporaryDirectory(prefix="kh-docs-") as folder, soffice.profile() as profile:
        source, made = Path(folder, f"in{suffix}"), Path(folder, "out")
        source.write_bytes(content)
        how = ("--headless", "--norestore", "--convert-to", "docx", "--outdir")
        try:
            soffice.run([program, profile, *how, made, source], SECONDS)
        except (OSError, subprocess.TimeoutExpired):
            return None
        result = made / "in.docx"
        return result.read_bytes() if result.is_file() else None
