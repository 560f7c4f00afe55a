"""Which files below the given paths are documents, and where each mended one goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kh_docs.errors import UsageError
from kh_docs.i18n import _


def files_below(paths: tuple[Path, ...], out: Path | None) -> Iterator[tuple[Path, Path]]:
    """The files named, and those in the folders named, each with its name below the folder."""
    # Copies of an earlier run, where they were written into the folder itself.
    copies = None if out is None else out.resolve()
    for path in paths:
        if path.is_dir():
            found = sorted(
                file
                for file in path.rglob("*")
                if _is_document(file) and (copies is None or copies not in file.resolve().parents)
            )
            if not found:
                raise UsageError(_("{folder}: không có tệp .docx nào").format(folder=path))
            yield from ((file, file.relative_to(path)) for file in found)
        elif path.exists():
            yield path, Path(path.name)
        else:
            raise UsageError(_("{file}: không có tệp hay thư mục này").format(file=path))


def _is_document(file: Path) -> bool:
    # Marks of open files (~$...) end in .docx, too.
    return file.suffix.lower() == ".docx" and not file.name.startswith(("~$", ".")) and file.is_file()
