"""Take the bytes of a file, give the parts of a .docx; refuse, from the directory alone, what is not safe."""

import re
import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Final

from kh_docs.word.deflate import FAULTS, crc32, inflated
from kh_docs.word.directory import Listed, plain_directory
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
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)
# Of an office's documents all parts but the main one and those of properties are mostly the same.
_MOST_KNOWN: Final = 100
_MOST_KNOWN_BYTES: Final = 64 * 2**10
_known: dict[tuple[object, ...], bytes] = {}


def read_archive(data: bytes) -> dict[str, bytes]:
    """The parts of the .docx by name, in the order of its directory; or `Refused`."""
    _refuse_other_formats(data)
    parts = _plain_parts(data)
    if parts is None:
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                infos = archive.infolist()
                _refuse_unsafe_directory(infos)
                parts = {info.filename: archive.read(info) for info in infos}
        except ZIP_FAULTS as error:
            raise Refused("damaged") from error
    if "[Content_Types].xml" not in parts:
        raise Refused("other zip")
    return parts


def _plain_parts(data: bytes) -> dict[str, bytes] | None:
    """The parts of a zip file without anything out of the ordinary; None of another, or a damaged one."""
    listed = plain_directory(data)
    if listed is None:
        return None
    _refuse_unsafe_directory(listed)
    parts: dict[str, bytes] = {}
    for each in listed:
        packed = data[each.start : each.start + each.compress_size]
        content = _unpacked(each, packed)
        if content is None:
            return None
        parts[each.filename] = content
    return parts


def _unpacked(entry: Listed, packed: bytes) -> bytes | None:
    """One part; what stood so in another file, byte for byte, and was found whole, is taken from there."""
    if len(packed) > _MOST_KNOWN_BYTES or entry.file_size > _MOST_KNOWN_BYTES:
        return _whole(entry, packed)
    key = (entry.filename, entry.CRC, entry.file_size, packed)
    content = _known.get(key)
    if content is None and (content := _whole(entry, packed)) is not None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[key] = content
    return content


def _whole(entry: Listed, packed: bytes) -> bytes | None:
    try:
        content = inflated(packed, entry.file_size)
    except FAULTS:
        return None
    return content if content is not None and crc32(content) == entry.CRC else None


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


def _refuse_unsafe_directory(infos: Sequence[zipfile.ZipInfo | Listed]) -> None:
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


def _refuse_bomb(info: zipfile.ZipInfo | Listed) -> None:
    is_xml = info.filename.endswith((".xml", ".rels"))
    swollen = info.file_size > RATIO_MATTERS_FROM_BYTES and info.file_size > MAX_RATIO * max(
        info.compress_size, 1
    )
    if swollen or (is_xml and info.file_size > MAX_XML_BYTES):
        raise Refused("entry too big", info.filename[:60])
