"""One file that came back, with its bytes or the reason why there are none."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import PurePosixPath
from typing import Final, NamedTuple

# The folder for what collect itself writes.
OURS: Final = "_tong-hop"
MOST_BYTES: Final = 64 << 20
# What systems put into folders by themselves.
_OF_SYSTEMS: Final = frozenset(("__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"))


class Found(NamedTuple):
    """One file; `reason`: why it cannot be read, empty where `content` holds it."""

    path: str
    # Seconds, to tell which of two files of one day is newer.
    received_at: float
    content: bytes
    reason: str = ""
    # When an archive says that it was written, to tell apart what came in one archive.
    written_at: tuple[int, ...] = ()
    # What it is by its bytes, where its name says otherwise.
    fits: str = ""
    # Whether it is no document at all, as far as its name tells.
    is_stray: bool = False

    @property
    def received_on(self) -> date:
        """The day on which the file was last written, in the zone of this machine."""
        return date.fromtimestamp(self.received_at)

    @property
    def told(self) -> tuple[str, str, date, float, tuple[int, ...]]:
        """What is remembered of the file itself: where it was, its digest, when it came and was written."""
        digest = hashlib.sha256(self.content).hexdigest()
        return self.path, digest, self.received_on, self.received_at, self.written_at

    @property
    def suffix(self) -> str:
        return self.fits or PurePosixPath(self.path).suffix.lower()


def is_return(parts: tuple[str, ...]) -> bool:
    """Whether a file at this path may be one: hidden files, Word's marks and what collect wrote are none."""
    return OURS not in parts and not any(_is_hidden(part) for part in parts)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~")) or name.lower() in _OF_SYSTEMS
