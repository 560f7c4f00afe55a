"""What the commands that read take: `check` of many files, `plan import` of the province's text."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from shell import HERE, kh_docs, python, table, used

# The province's text, as it came.
SEED = HERE.parent / "tests" / "data" / "ke-hoach-104.txt"


def print_readers(folder: Path, sizes: tuple[int, ...]) -> None:
    """What reads: `check` of many files, `plan import` of the province's text."""
    made = folder / "made"
    subprocess.run(kh_docs("generate", "--all", "--out", str(made)), check=True, capture_output=True)
    documents = sorted(made.rglob("*.docx"))
    rows = []
    for size in sizes:
        many = folder / f"many-{size}"
        many.mkdir()
        for number in range(size):
            shutil.copy(documents[number % len(documents)], many / f"{number:04d}.docx")
        rows.append((f"check, {size:,} files", size, used(kh_docs("check", str(many)))))
        shutil.rmtree(many)
    workspace = folder / "workspace"
    subprocess.run(python("-m", "kh_docs", "init", str(workspace)), check=True, capture_output=True)
    importing = ["plan", "import", str(SEED), "--id", "9-kh-ubnd-2024"]
    rows.append(
        (
            "plan import, 104/KH-UBND",
            1,
            used(python("-m", "kh_docs", "--workspace", str(workspace), *importing)),
        )
    )
    table(
        ("command", "s", "s at work", "ms at work a file", "peak MB"),
        [
            (
                name,
                f"{use.seconds:.2f}",
                f"{use.work:.2f}",
                f"{use.work * 1000 / files:.0f}",
                f"{use.peak_mb:.0f}",
            )
            for name, files, use in rows
        ],
    )
