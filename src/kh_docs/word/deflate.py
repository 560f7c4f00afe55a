"""Deflate, its inverse and its sum, by ISA-L where it is installed: in a fifth of the time of zlib.

Of the same data both always make the same bytes, each its own; each reads what the other made.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    quick = zlib
else:
    try:
        from isal import isal_zlib as quick
    except ImportError:  # a processor for which there is none: the same documents, later
        quick = zlib

FAULTS: Final = (zlib.error, quick.error)
# The next level of ISA-L takes three times as long for a hundredth of the size, that of zlib twice as long
# for a tenth.
_LEVEL: Final = 3 if quick is zlib else 2


def deflated(content: bytes) -> bytes:
    """`content` packed, by ISA-L in 8 % more bytes than by zlib."""
    packer = quick.compressobj(_LEVEL, quick.DEFLATED, -quick.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def inflated(packed: bytes | memoryview, size: int) -> bytes | None:
    """What was packed; None if it is not of that size, of which no more than one byte more is unpacked."""
    unpacker = quick.decompressobj(-quick.MAX_WBITS)
    content = unpacker.decompress(packed, size + 1)
    return content if unpacker.eof and len(content) == size else None


def crc32(content: bytes) -> int:
    """The sum that a zip file keeps of each of its parts."""
    return quick.crc32(content)
