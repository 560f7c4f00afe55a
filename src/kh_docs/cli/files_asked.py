"""Which files below the given paths are documents, and where each mended one goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kh_docs.cli.streams import say
from kh_docs.errors import UsageError
from kh_docs.i18n import _

# Word's own, which a person takes for a document as any other.
_OLD = (".doc", ".rtf", ".odt")


def files_below(paths: tuple[Path, ...], out: Path | None) -> Iterator[tuple[Path, Path]]:
    """The files named, and those in the folders named, each with its name below the folder."""
    # Copies of an earlier run, where they were written into the folder itself.
    copies = None if out is None else out.resolve()
    for path in paths:
        if path.is_dir():
            found = sorted(
                file
                for file in path.rglob("*")
                if _is_document(file)
                # The folder itself may be named: what lies there already is kept, and said to be.
                and (copies is None or copies == path.resolve() or copies not in file.resolve().parents)
            )
            for old in sorted(path.rglob("*")):
                if old.suffix.lower() in _OLD and not old.name.startswith(("~$", ".")):
                    say(_("Không đọc {file}: tệp Word cũ -> mở bằng Word, lưu thành .docx").format(file=old))
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
