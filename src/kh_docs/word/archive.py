"""Take the bytes of a file, give the parts of a .docx; refuse, from the directory alone, what is not safe."""

import re
import zipfile
from io import BytesIO
from typing import Final

from kh_docs.word.deflate import FAULTS, crc32, inflated
from kh_docs.word.refused import Refused

MAX_ENTRIES: Final = 2_000
MAX_TOTAL_BYTES: Final = 256 * 2**20
MAX_XML_BYTES: Final = 16 * 2**20
MAX_RATIO: Final = 200
# Below this size no ratio is dangerous: a form of empty rows may well shrink a hundredfold.
RATIO_MATTERS_FROM_BYTES: Final = 2 * 2**20
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Whatever the standard library raises for a zip that is broken, cut short or has a password.
ZIP_FAULTS: Final = (
    zipfile.BadZipFile,
    *FAULTS,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)
_LOCAL: Final = b"PK\3\4"
_UTF8_NAME: Final = 0x800
# Of an office's documents all parts but the main one and those of properties are mostly the same.
_MOST_KNOWN: Final = 100
_MOST_KNOWN_BYTES: Final = 64 * 2**10
_known: dict[tuple[object, ...], bytes] = {}


def read_archive(data: bytes) -> dict[str, bytes]:
    """The parts of the .docx by name, in the order of its directory; or `Refused`."""
    _refuse_other_formats(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            _refuse_unsafe_directory(infos)
            parts = {info.filename: _unpacked(archive, info, data) for info in infos}
    except ZIP_FAULTS as error:
        raise Refused("damaged") from error
    if "[Content_Types].xml" not in parts:
        raise Refused("other zip")
    return parts


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> bytes:
    """One part; what stood so in another file, byte for byte, and was found whole, is taken from there."""
    start = info.header_offset
    lengths = data[start + 26 : start + 30]
    size = 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    packed = data[start : start + size + info.compress_size]
    if len(packed) > _MOST_KNOWN_BYTES or info.file_size > _MOST_KNOWN_BYTES:
        return _whole(archive, info, data)
    key = (info.orig_filename, info.CRC, info.file_size, info.compress_type, info.flag_bits, packed)
    content = _known.get(key)
    if content is None:
        content = _whole(archive, info, data)
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[key] = content
    return content


def _whole(archive: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> bytes:
    """A part unpacked and found whole; what is out of the ordinary is left to zipfile, which takes longer."""
    start = info.header_offset
    end = start + 30 + int.from_bytes(data[start + 26 : start + 28], "little")
    named = data[start : start + 4] == _LOCAL and data[start + 30 : end] == info.orig_filename.encode()
    if named and info.compress_type == zipfile.ZIP_DEFLATED and info.flag_bits == _UTF8_NAME:
        end += int.from_bytes(data[start + 28 : start + 30], "little")
        content = inflated(memoryview(data)[end : end + info.compress_size], info.file_size)
        if content is not None and crc32(content) == info.CRC:
            return content
    return archive.read(info)


def _refuse_other_formats(data: bytes) -> None:
    head = data[:1024].lstrip()
    if not data:
        raise Refused("empty")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused("password")
        raise Refused("word 97-2003")
    if head.startswith(b"%PDF"):
        raise Refused("pdf")
    if head.startswith(b"{\\rtf"):
        raise Refused("rtf")
    if not data.startswith(b"PK"):
        raise Refused("unknown format")


def _refuse_unsafe_directory(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_ENTRIES:
        raise Refused("too many entries", str(len(infos)))
    if sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        raise Refused("too big")
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        if (
            ".." in re.split(r"[/\\]", name)
            or name.startswith("/")
            or "\\" in info.orig_filename
            or ":" in name
        ):
            raise Refused("entry points outside", name[:60])
        if name.casefold() in seen:
            raise Refused("entry twice", name[:60])
        seen.add(name.casefold())
        if info.flag_bits & 1:
            raise Refused("password")
        _refuse_bomb(info)


def _refuse_bomb(info: zipfile.ZipInfo) -> None:
    is_xml = info.filename.endswith((".xml", ".rels"))
    swollen = info.file_size > RATIO_MATTERS_FROM_BYTES and info.file_size > MAX_RATIO * max(
        info.compress_size, 1
    )
    if swollen or (is_xml and info.file_size > MAX_XML_BYTES):
        raise Refused("entry too big", info.filename[:60])
