"""Write a Word file: the same parts give the same bytes; what many documents share is compressed once.

The standard library's zipfile can do neither that nor without a 256 KB work space for every entry.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kh_docs.word.deflate import crc32, deflated

DEFLATED, VERSION, UTF8_NAME = 8, 20, 0x800
# Same data, same bytes: the zip's own dates say nothing (1 January 1980, midnight).
TIME, DATE = 0, 0x21
# Higher levels take twice as long for a tenth of the size.
LEVEL = 3
LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


class Entry(NamedTuple):
    """One compressed part."""

    name: bytes
    crc: int
    size: int
    packed: bytes


def compressed(name: str, content: bytes) -> Entry:
    """`content` as an entry, the same on every machine."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return Entry(name.encode(), zlib.crc32(content), len(content), packer.compress(content) + packer.flush())


def compressed_quickly(name: str, content: bytes) -> Entry:
    """`content` as an entry; on machines of another kind it may be packed otherwise."""
    return Entry(name.encode(), crc32(content), len(content), deflated(content))


def pack(entries: Iterable[Entry]) -> bytes:
    """The bytes of a zip file that holds `entries` in this order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        same = (UTF8_NAME, DEFLATED, TIME, DATE, entry.crc, len(entry.packed), entry.size, len(entry.name), 0)
        pieces += (LOCAL.pack(b"PK\3\4", VERSION, *same), entry.name, entry.packed)
        directory += (CENTRAL.pack(b"PK\1\2", VERSION, VERSION, *same, 0, 0, 0, 0, offset), entry.name)
        offset += LOCAL.size + len(entry.name) + len(entry.packed)
    size, count = sum(map(len, directory)), len(directory) // 2
    end = END.pack(b"PK\5\6", 0, 0, count, count, size, offset, 0)
    return b"".join([*pieces, *directory, end])


def rewritten(parts: Mapping[str, bytes], changed: Mapping[str, bytes]) -> bytes:
    """The package of `parts` in their order, with `changed` in their places and new ones sorted behind."""
    names = [*parts, *sorted(changed.keys() - parts.keys())]
    return pack(compressed(name, changed[name] if name in changed else parts[name]) for name in names)
