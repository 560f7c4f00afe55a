"""Run LibreOffice on its own: found or not, with a profile of its own and an end to its time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

# Where LibreOffice stands when its installer did not touch PATH.
USUAL_PLACES = (
    Path(r"C:\Program Files\LibreOffice\program\soffice.exe"),
    Path(r"C:\Program Files (x86)\LibreOffice\program\soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)


def find() -> Path | None:
    """The program, or None when this machine has none."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in USUAL_PLACES if path.is_file()), None)


@contextmanager
def profile() -> Iterator[str]:
    """The option that keeps this run apart from the user's own LibreOffice, which may be open."""
    with tempfile.TemporaryDirectory(prefix="kh-docs-lo-", ignore_cleanup_errors=True) as folder:
        yield f"-env:UserInstallation={Path(folder).as_uri()}"


def run(arguments: Sequence[str | Path], seconds: float) -> None:
    """Run to the end, or stop it and all it started; its exit code tells nothing (0 after failures too)."""
    # A session of its own: soffice starts a second process, and both must go together.
    process = subprocess.Popen(
        [str(argument) for argument in arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if sys.platform == "win32":
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
            )
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
