"""Write one file that the user named, and tell what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kh_docs.cli.exit_codes import ExitCode, worst
from kh_docs.cli.streams import say
from kh_docs.i18n import _
from kh_docs.publish import Changed, Result, write_changed, write_named, write_over


def save(path: Path, content: bytes, *suffixes: str) -> ExitCode:
    """Put `content` at `path`; a file there that is not as we left it is kept."""
    return _told(write_named(path, content, *suffixes))


def save_over(path: Path, content: bytes, *suffixes: str) -> ExitCode:
    """The same; a file there that is not as we left it is moved beside."""
    return _told(write_over(path, content, *suffixes))


def _told(result: Result) -> ExitCode:
    if result.status == "kept":
        say(_("Giữ nguyên {file}: {reason}").format(file=result.path, reason=result.reason))
        return ExitCode.KEPT
    if result.reason:
        say(_("Lưu ý: {warning}").format(warning=f"{result.path}: {result.reason}"))
    return ExitCode.DONE


def save_changed(files: Sequence[Changed]) -> tuple[ExitCode, list[Path]]:
    """All files, each whole, folder by folder; those written. One saved since it was read is kept."""
    if not files:
        say(_("Không có gì thay đổi."))
        return ExitCode.DONE, []
    code, written = ExitCode.DONE, []
    folders = dict.fromkeys(file.path.parent for file in files)
    results = (
        result
        for folder in folders
        for result in write_changed(folder, [file for file in files if file.path.parent == folder])
    )
    for result in results:
        if result.status in ("kept", "refused"):
            say(_("Giữ nguyên {file}: {reason}").format(file=result.path, reason=result.reason))
            code = worst([code, ExitCode.KEPT if result.status == "kept" else ExitCode.FOUND])
        else:
            written.append(result.path)
    return code, written


def backups(files: Sequence[Changed], units: Sequence[str]) -> list[Changed]:
    """What the files of these units hold now, to be kept beside them."""
    kept = []
    for each in files:
        if each.before is not None and each.path.stem in units:
            free = (each.path.with_stem(f"{each.path.stem}.ban-cu-{n}") for n in range(1, 1_000_000))
            kept.append(Changed(next(path for path in free if not path.exists()), None, each.before))
    return kept
