"""The directory of a zip file as Word writes it, and we; another is left to zipfile, which takes longer."""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

_END: Final = struct.Struct("<4s4H2LH")
_CENTRAL: Final = struct.Struct("<4sH10s3L5H2L")
# From the version to the sizes it says what the directory says.
_LOCAL: Final = struct.Struct("<4s10s3L2H")
_SAME: Final = struct.Struct("<5H")
_DEFLATED, _VERSION = 8, 20
# How hard it was packed, and that its name is in UTF-8; of all else zipfile knows more.
_FLAGS: Final = 0x0806
# Beyond it sizes stand elsewhere.
_MOST_BYTES: Final = 2**31


class Listed(NamedTuple):
    """One part, named as by zipfile; `start`: of what is packed."""

    filename: str
    orig_filename: str
    CRC: int
    compress_size: int
    file_size: int
    start: int
    flag_bits: int = 0


def plain_directory(data: bytes) -> list[Listed] | None:
    """Each part, one right behind another from the first byte to the directory; None if it is otherwise."""
    end = len(data) - _END.size
    if not 0 <= end < _MOST_BYTES:
        return None
    sign, disk, other_disk, here, count, size, first, comment = _END.unpack_from(data, end)
    if sign != b"PK\5\6" or disk or other_disk or here != count or comment or first + size != end:
        return None
    listed: list[Listed] = []
    at, start = first, 0
    for _number in range(count):
        if at + _CENTRAL.size > end or start + _LOCAL.size > first:
            return None
        sign, _by, same, crc, packed, unpacked, length, *rest, offset = _CENTRAL.unpack_from(data, at)
        local_sign, *local, local_length, extra = _LOCAL.unpack_from(data, start)
        version, flags, method, _time, _date = _SAME.unpack(same)
        at += _CENTRAL.size + length
        name = data[at - length : at]
        is_plain = (
            (sign, local_sign) == (b"PK\1\2", b"PK\3\4")
            and local == [same, crc, packed, unpacked]
            and (version, method, flags & ~_FLAGS) == (_VERSION, _DEFLATED, 0)
            and offset == start
            # No more is said of it, and it is all in this file.
            and not any(rest[:3])
        )
        start += _LOCAL.size + length
        if not is_plain or local_length != length or data[start - length : start] != name:
            return None
        if not name.isascii() or b"\0" in name:
            return None
        start += extra
        text = name.decode("ascii")
        listed.append(Listed(text, text, crc, packed, unpacked, start))
        start += packed
    return listed if at == end and start == first else None
