"""The few moves on disk that publishing is made of; with `syncing` all that knows how systems differ."""

import errno
import hashlib
import itertools
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

from kh_docs.publish.syncing import close, sync_folders

_OURS, _ASIDE, _TMP = ".kh-docs-", ".kh-docs-aside-", ".tmp"
_PATIENCE_SECONDS = 3.0
# What Windows says while another program holds a file: access denied, sharing violation, lock violation.
_WINDOWS_BUSY = (5, 32, 33)
# FAT, some network folders and some containers know no hard links.
_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK}

# Windows would else change line ends; a link planted under one of our names must not lead us elsewhere.
PLAINLY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)

_count = itertools.count(1)


class NotAFileError(OSError):
    """Something stands there that is neither missing nor a plain file."""


def digest(path: Path) -> str | None:
    """Return the file's sha256, None where there is no file."""
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise NotAFileError(path)
    total = hashlib.sha256()
    with open(path, "rb", buffering=0) as file:
        while chunk := file.read(1 << 16):
            total.update(chunk)
    return total.hexdigest()


def new_temporary(folder: Path) -> Path:
    """Return a name of ours for a temporary file; sync programs leave such names alone."""
    return folder / f"{_OURS}{os.getpid()}-{next(_count)}{_TMP}"


def aside_of(path: Path) -> Path:
    """Return where an old file waits while its successor is put in place."""
    return path.with_name(f"{_ASIDE}{path.name}{_TMP}")


def original_of(path: Path) -> Path | None:
    """Return the place of the old file that waits here, None if this is no such file."""
    name = path.name
    if name.startswith(_ASIDE) and name.endswith(_TMP):
        return path.with_name(name[len(_ASIDE) : -len(_TMP)])
    return None


def is_temporary(path: Path) -> bool:
    """Tell whether this is a temporary file of ours."""
    return path.name.startswith(_OURS) and path.name.endswith(_TMP) and original_of(path) is None


def write_open(path: Path, how: int, content: bytes) -> int:
    """Write to a file of ours, os.O_EXCL or os.O_APPEND; return it still open, so that it can be synced."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | PLAINLY | how, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def replace_whole(path: Path, content: bytes, temporary: Path) -> None:
    """Give a file of our own new content at once and for good: never half, even after a power cut."""
    temporary.unlink(missing_ok=True)
    try:
        descriptor = write_open(temporary, os.O_EXCL, content)
        try:
            os.fsync(descriptor)
        finally:
            close(descriptor)
        os.replace(temporary, path)
    except OSError:
        # A full disk takes the name, not the bytes: nothing half stays in anybody's way.
        remove(temporary)
        raise
    sync_folders([path.parent])


def move_new(source: Path, target: Path) -> None:
    """Move a file of ours to a name that must be free; FileExistsError when it is not."""
    if os.name == "nt":
        _patiently(lambda: os.rename(source, target))
        return
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(target) from error
        os.rename(source, target)
        return
    remove(source)


def move_aside(path: Path) -> Path:
    """Move a file out of the way in one step, whatever is in it by now, and return where it waits."""
    aside = aside_of(path)
    if os.path.lexists(aside):  # os.rename would overwrite it
        raise FileExistsError(aside)
    _patiently(lambda: os.rename(path, aside))
    return aside


def give_back(aside: Path, path: Path) -> Path:
    """Put a file that waited aside back; where its place is taken, beside it under a name people see."""
    name, number = path, 0
    while True:
        try:
            move_new(aside, name)
        except FileExistsError:
            number += 1
            name = path.with_stem(f"{path.stem}.ban-cu-{number}")
        else:
            return name


def set_beside(path: Path) -> Path:
    """Give a file another name beside its own, which is free then."""
    number = 1
    while True:
        name = path.with_stem(f"{path.stem}.ban-cu-{number}")
        try:
            move_new(path, name)
        except FileExistsError:
            number += 1
        else:
            return name


def remove(path: Path) -> bool:
    """Remove a file of ours and tell whether it is gone; left-overs are swept by the next run."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def is_busy(error: OSError) -> bool:
    """Tell whether another program holds the file, as Windows says it."""
    return getattr(error, "winerror", None) in _WINDOWS_BUSY


def opened_by(path: Path) -> Path | None:
    """Return the mark that Word or LibreOffice leaves beside a file while it is open."""
    name = path.name
    # Word keeps a short name whole, drops the first letter of a longer one and two of a long one.
    for mark in (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"):
        if os.path.lexists(path.with_name(mark)):
            return path.with_name(mark)
    return None


def leads_elsewhere(out: Path, relative: Path) -> bool:
    """Tell whether something on the way from `out` down to out/relative is a link to another place."""
    expected = os.path.normpath(os.path.join(os.path.realpath(out), relative))
    return os.path.normcase(os.path.realpath(out / relative)) != os.path.normcase(expected)


def _patiently(move: Callable[[], None]) -> None:
    """Try again while another program, often a virus scanner, holds the file, but not for long."""
    last = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            move()
        except OSError as error:
            if not is_busy(error) or time.monotonic() > last:
                raise
            time.sleep(0.1)
        else:
            return
