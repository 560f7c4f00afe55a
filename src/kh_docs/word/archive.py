"""Take the bytes of a file, give the parts of a .docx; refuse, from the directory alone, what is not safe."""

import re
import zipfile
import zlib
from io import BytesIO
from typing import Final, NamedTuple

from kh_docs.i18n import _

MAX_ENTRIES: Final = 2_000
MAX_TOTAL_BYTES: Final = 256 * 2**20
MAX_XML_BYTES: Final = 16 * 2**20
MAX_RATIO: Final = 200
# Below this size no ratio is dangerous: a form of empty rows may well shrink a hundredfold.
RATIO_MATTERS_FROM_BYTES: Final = 2 * 2**20
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_ERRORS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)


class Refused(Exception):
    """A file that cannot be judged; the text says why and what to do."""


class Archive(NamedTuple):
    """The parts of a .docx in the order of its directory."""

    infos: tuple[zipfile.ZipInfo, ...]
    parts: dict[str, bytes]


def read_archive(data: bytes) -> Archive:
    """The parts of the .docx, or `Refused`."""
    _refuse_other_formats(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = tuple(archive.infolist())
            _refuse_unsafe_directory(infos)
            parts = {info.filename: _read(archive, info) for info in infos}
    except _ZIP_ERRORS as error:
        raise Refused(
            _("tệp .docx bị hỏng hoặc bị cắt cụt -> xin lại bản gốc, hoặc mở bằng Word rồi lưu lại")
        ) from error
    if "[Content_Types].xml" not in parts:
        raise Refused(_("không phải .docx: là tệp nén khác -> mở bằng Word rồi lưu thành .docx"))
    return Archive(infos, parts)


def _refuse_other_formats(data: bytes) -> None:
    head = data[:1024].lstrip()
    if not data:
        raise Refused(_("không phải .docx: tệp rỗng (0 byte) -> xin lại tệp"))
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused(_("tệp .docx có mật khẩu -> mở bằng Word, bỏ mật khẩu rồi lưu lại"))
        raise Refused(_("không phải .docx: là tệp .doc của Word 97-2003 -> mở bằng Word rồi lưu thành .docx"))
    if head.startswith(b"%PDF"):
        raise Refused(_("không phải .docx: là tệp PDF -> cần tệp Word gốc"))
    if head.startswith(b"{\\rtf"):
        raise Refused(_("không phải .docx: là tệp RTF -> mở bằng Word rồi lưu thành .docx"))
    if not data.startswith(b"PK"):
        raise Refused(_("không phải .docx: không nhận ra định dạng tệp -> mở bằng Word rồi lưu thành .docx"))


def _refuse_unsafe_directory(infos: tuple[zipfile.ZipInfo, ...]) -> None:
    if len(infos) > MAX_ENTRIES:
        raise Refused(_unsafe(_("có quá nhiều mục ({count})").format(count=len(infos))))
    if sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        raise Refused(_unsafe(_("giải nén ra quá lớn")))
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        if (
            ".." in re.split(r"[/\\]", name)
            or name.startswith("/")
            or "\\" in info.orig_filename
            or ":" in name
        ):
            raise Refused(_unsafe(_("có tên mục trỏ ra ngoài “{name}”").format(name=name[:60])))
        if name.casefold() in seen:
            raise Refused(_unsafe(_("có hai mục cùng tên “{name}”").format(name=name[:60])))
        seen.add(name.casefold())
        if info.flag_bits & 1:
            raise Refused(_("tệp .docx có mật khẩu -> mở bằng Word, bỏ mật khẩu rồi lưu lại"))
        _refuse_bomb(info)


def _refuse_bomb(info: zipfile.ZipInfo) -> None:
    is_xml = info.filename.endswith((".xml", ".rels"))
    swollen = info.file_size > RATIO_MATTERS_FROM_BYTES and info.file_size > MAX_RATIO * max(
        info.compress_size, 1
    )
    if swollen or (is_xml and info.file_size > MAX_XML_BYTES):
        raise Refused(_unsafe(_("mục “{name}” giải nén ra quá lớn").format(name=info.filename[:60])))


def _unsafe(reason: str) -> str:
    return _("tệp không an toàn: {reason} -> không mở tệp này; xin lại bản gốc").format(reason=reason)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of one part, its CRC checked."""
    return archive.read(info)
