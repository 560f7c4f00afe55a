"""What to write of a character that a stream cannot take."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = {
    "đ": "d",
    "Đ": "D",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "…": "...",
    "→": "->",
}

_NOT_ASCII = re.compile("[^\x00-\x7e]|[\x00-\x08\x0b-\x1f]")


def exact(error: UnicodeError) -> tuple[str | bytes, int]:
    """A path comes out with the bytes it has on disk, any other unknown letter as its number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letter = error.object[error.start]
    if "\udc80" <= letter <= "\udcff":
        return bytes([ord(letter) - 0xDC00]), error.start + 1
    return f"\\u{ord(letter):04x}", error.start + 1


def plain(error: UnicodeError) -> tuple[str | bytes, int]:
    """Vietnamese without its marks can still be read; numbers of letters cannot."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letter = error.object[error.start]
    plain = _PLAIN.get(letter) or unicodedata.normalize("NFD", letter).encode("ascii", "ignore").decode()
    return plain or "?", error.start + 1
