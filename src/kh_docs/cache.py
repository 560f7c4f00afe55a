"""Keep between runs what was worked out once, such as compiled templates: never needed, only faster.

What lies here is loaded as code, so the folder must be the user's own and closed to others, else it stays
unused. An entry's name is the digest of all it was made from: nothing goes by dates, nothing grows stale.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from kh_docs.bounded import read_bounded

T = TypeVar("T")

# Names a folder in which ours is made; set to nothing it switches the cache off.
VARIABLE = "KH_DOCS_CACHE"
# A run needs some twenty; those of other workspaces and releases go, the oldest first.
MOST_ENTRIES = 60
# What lies there under another name is not ours to remove.
_ENTRY = re.compile(r"[a-z]+-[0-9a-f]{40}(\.\d+\.tmp)?")
# What reads data and compiles templates cannot know these rooms (the layers in pyproject.toml), so nothing
# kept depends on them: two thirds of what every start would read to know whether it is the same program.
ABOVE = frozenset(
    ("cli", "pipeline", "returns", "update", "planning", "sheets", "documents", "publish", "check")
)
LIBRARIES = ("docxtpl", "holidays", "jinja2", "pydantic")


def load(purpose: str, key: str) -> bytes | None:
    """What was saved under this name, None when there is nothing whole."""
    folder = _folder()
    if folder is None:
        return None
    try:
        entry = folder / _name(purpose, key)
        if not _is_ours(os.lstat(entry)):
            return None
        kept = read_bounded(entry)
    except OSError:
        return None
    return kept[32:] if _sha(kept[32:]) == kept[:32] else None


def load_as(purpose: str, key: str, decode: Callable[[bytes], T]) -> T | None:
    """The same as the value that `decode` makes of it."""
    kept = load(purpose, key)
    if kept is None:
        return None
    try:
        return decode(kept)
    except Exception:  # whatever a decoder says of bytes it did not write: they are worked out anew
        return None


def save(purpose: str, key: str, content: bytes) -> None:
    """Keep `content`; a disk that refuses costs time in the next run and nothing else."""
    folder = _folder()
    if folder is None:
        return
    path = folder / _name(purpose, key)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        temporary.write_bytes(_sha(content) + content)
        os.replace(temporary, path)
        ours = (entry for entry in folder.iterdir() if _ENTRY.fullmatch(entry.name))
        entries = sorted(ours, key=lambda entry: entry.lstat().st_mtime_ns)
        for entry in entries[:-MOST_ENTRIES]:
            entry.unlink(missing_ok=True)


def digest_of(paths: Iterable[Path | str]) -> str:
    """One digest over names and contents of files."""
    total = hashlib.sha256()
    for path in paths:
        total.update(os.path.basename(path).encode("utf-8", "surrogateescape"))
        total.update(_sha(read_bounded(path)))
    return total.hexdigest()


@cache
def program_digest() -> str:
    """The whole program, the libraries whose work is kept, and the Python that runs them."""
    return _makers_digest() + "".join(room_digest(room) for room in sorted(ABOVE))


@cache
def room_digest(room: str) -> str:
    """One room of the program; where `room` is empty, what lies in none."""
    return digest_of(_sources(os.path.join(os.path.dirname(__file__), room), deep=bool(room)))


@cache
def _makers_digest() -> str:
    """What of the program makes what is kept: a room never knows those above it."""
    total = hashlib.sha256(f"{sys.version}{sys.implementation.cache_tag}".encode())
    with os.scandir(os.path.dirname(__file__)) as found:
        rooms = {entry.name for entry in found if entry.is_dir()} - ABOVE - {"__pycache__"}
    for room in ("", *sorted(rooms)):
        total.update(room_digest(room).encode())
    for library in LIBRARIES:
        spec = find_spec(library)
        if spec is not None and spec.origin:
            # The larger ones are many files: their version module stands for them.
            folder = Path(spec.origin).parent
            version = folder / "version.py"
            total.update(digest_of([version] if version.exists() else sorted(folder.glob("*.py"))).encode())
    return total.hexdigest()


def _sources(folder: str, *, deep: bool) -> Iterator[str]:
    """The code in a folder and what it says in other languages, in one order; faster than Path.rglob."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith((".py", ".mo")):
            yield entry.path
        elif deep and entry.is_dir():
            yield from _sources(entry.path, deep=True)


def _name(purpose: str, key: str) -> str:
    # The key may hold a path, and under LC_ALL=C a Vietnamese path holds bytes that are no letters.
    whole = f"{_makers_digest()}|{key}".encode("utf-8", "surrogateescape")
    return f"{purpose}-{_sha(whole).hex()[:40]}"


def _sha(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


@cache
def _folder() -> Path | None:
    folder = _wanted_folder()
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = os.lstat(folder)
    except OSError:
        return None
    return folder if stat.S_ISDIR(found.st_mode) and _is_ours(found) else None


def _wanted_folder() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named, "kh-docs") if named else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base, "kh-docs") if os.path.isabs(base) else None


def _is_ours(found: os.stat_result) -> bool:
    """Owned by this user and writable by nobody else; Windows keeps such folders by itself."""
    return sys.platform == "win32" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)
