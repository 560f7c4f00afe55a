"""Ask LibreOffice for the PDF of documents, many at a time, each within its time."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kh_docs.cli import soffice

# LibreOffice starts slowly, so one start converts many; what hangs or crashes costs its batch a retry.
BATCH = 12

SECONDS_TO_START = 60.0

SECONDS_A_DOCUMENT = 15.0


def convert(documents: Sequence[Path], program: Path) -> Iterator[tuple[Path, bytes | None]]:
    """Each document with its PDF, or None where LibreOffice gave none even when asked for it alone."""
    with soffice.profile() as profile:
        for start in range(0, len(documents), BATCH):
            batch = documents[start : start + BATCH]
            made = _convert_at_once(batch, program, profile)
            for document in batch:
                content = made.get(document) or _convert_at_once([document], program, profile).get(document)
                yield document, content


def _convert_at_once(documents: Sequence[Path], program: Path, profile: str) -> dict[Path, bytes]:
    with tempfile.TemporaryDirectory(prefix="kh-docs-pdf-", ignore_cleanup_errors=True) as folder:
        arguments: list[str | Path] = [program, profile, "--headless", "--norestore", "--convert-to", "pdf"]
        seconds = SECONDS_TO_START + SECONDS_A_DOCUMENT * len(documents)
        # What was made until the time ran out counts; the rest is asked for once more, alone.
        with suppress(subprocess.TimeoutExpired):
            soffice.run(
                [*arguments, "--outdir", folder, *(document.absolute() for document in documents)], seconds
            )
        # LibreOffice also exits with 0 when it could not load a file: only the result tells.
        made = {document: Path(folder, document.stem + ".pdf") for document in documents}
        return {
            document: path.read_bytes()
            for document, path in made.items()
            if path.is_file() and path.stat().st_size
        }
