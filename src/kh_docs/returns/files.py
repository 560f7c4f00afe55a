"""Find the files that came back: in folders at any depth, in archives, one by one; read, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kh_docs.bounded import read_bounded, reason_of
from kh_docs.i18n import _
from kh_docs.returns.archives import in_archive
from kh_docs.returns.formats import ZIPPED, fitting
from kh_docs.returns.found import MOST_BYTES, Found, is_return
from kh_docs.returns.suffixes import ARCHIVE, CONVERTIBLE, KNOWN, OPENED, OTHER, TOO_BIG, UNREADABLE


def found_in(paths: Iterable[Path], converts: bool = False) -> Iterator[Found]:
    """Every file that may be a return, one at a time, in the order of names; none twice.

    `converts`: whether old formats will be brought into ours, and so are worth their bytes.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _below(path):
            if (real := file.resolve()) not in seen:
                seen.add(real)
                yield from _file(file, converts)


def count_of(paths: Iterable[Path]) -> int:
    """About how many files there are, for a bar; what archives hold is not counted."""
    return sum(sum(1 for _file in path.rglob("*")) if path.is_dir() else 1 for path in paths)


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if is_return(file.relative_to(path).parts) and file.is_file():
            yield file


def _file(path: Path, converts: bool) -> Iterator[Found]:
    suffix = path.suffix.lower()
    try:
        received_at = path.stat().st_mtime
        content = _content(path)
        fits = fitting(content, suffix)
        reason = _reason(path, fits, converts)
    except OSError as error:
        reason = _("không đọc được ({reason})").format(reason=reason_of(error))
        yield Found(str(path), 0.0, b"", reason)
        return
    found = Found(str(path), received_at, b"" if reason else content, reason, (), fits, fits not in KNOWN)
    if fits == ARCHIVE and not reason:
        yield from in_archive(str(path), content, received_at, converts)
    else:
        yield found


def _content(path: Path) -> bytes:
    """The bytes of what may be a document; a pipe or a device would never end."""
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        return b""
    if path.suffix.lower() not in OPENED:
        with path.open("rb") as file:
            if file.read(len(ZIPPED)) != ZIPPED:
                return b""
    return read_bounded(path, MOST_BYTES)


def _reason(path: Path, suffix: str, converts: bool) -> str:
    """Why the file is not opened at all."""
    if suffix in UNREADABLE and not (converts and suffix in CONVERTIBLE):
        return _(UNREADABLE[suffix])
    if suffix not in KNOWN or not path.is_file():
        return _(OTHER)
    if path.stat().st_size > MOST_BYTES:
        return _(TOO_BIG).format(limit=MOST_BYTES >> 20)
    assert suffix in OPENED
    return ""
