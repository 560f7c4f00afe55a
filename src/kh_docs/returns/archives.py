"""What a .zip holds, archives inside of it too; names as they were meant, bombs and passwords named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from kh_docs.i18n import _
from kh_docs.returns.formats import ZIPPED, fitting
from kh_docs.returns.found import MOST_BYTES, Found, is_return
from kh_docs.returns.suffixes import ARCHIVE, CONVERTIBLE, KNOWN, OPENED, OTHER, TOO_BIG, UNREADABLE
from kh_docs.word.archive import ZIP_FAULTS

MOST_ENTRIES, DEEPEST = 10_000, 3
# Documents shrink tenfold, never so much.
MOST_RATIO, RATIO_MATTERS_FROM = 200, 2 << 20
# As old programs of this country wrote names; a name that says it is UTF-8 is taken at its word.
_OLD_ENCODINGS: Final = ("utf-8", "cp1258")
_UTF8_FLAG, _LOCKED_FLAG = 0x800, 0x1


def in_archive(
    path: str, content: bytes, received_at: float, converts: bool, depth: int = 1
) -> Iterator[Found]:
    """The files of an archive, as if they stood in a folder of its name."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except ZIP_FAULTS:
        yield Found(path, received_at, b"", _("tệp nén hỏng -> xin gửi lại"))
        return
    with archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES:
            reason = _("tệp nén có hơn {most} tệp; chỉ đọc {most} tệp đầu").format(most=MOST_ENTRIES)
            yield Found(path, received_at, b"", reason)
        for entry in entries[:MOST_ENTRIES]:
            name = PurePosixPath(_name(entry).replace("\\", "/"))
            if entry.is_dir() or not is_return(name.parts):
                continue
            found = _entry(archive, entry, f"{path}/{name}", received_at, converts)
            if found.suffix == ARCHIVE and not found.reason:
                yield from _inside(found, converts, depth)
            else:
                yield found


def _inside(found: Found, converts: bool, depth: int) -> Iterator[Found]:
    if depth < DEEPEST:
        yield from in_archive(found.path, found.content, found.received_at, converts, depth + 1)
    else:
        reason = _("tệp nén lồng quá {depth} lớp -> giải nén ra thư mục rồi chạy lại").format(depth=DEEPEST)
        yield found._replace(content=b"", reason=reason)


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, shown: str, received_at: float, converts: bool
) -> Found:
    found = Found(shown, received_at, b"", "", entry.date_time)
    if reason := _refused(entry):
        return _named(found._replace(reason=reason))
    try:
        with archive.open(entry) as file:
            content = file.read(len(ZIPPED))
            if content == ZIPPED or found.suffix in OPENED:
                # The directory may lie about the size.
                content += file.read(MOST_BYTES + 1 - len(content))
    except ZIP_FAULTS:
        return _named(found._replace(reason=_("tệp hỏng trong tệp nén -> xin gửi lại")))
    if len(content) > MOST_BYTES:
        return _named(found._replace(reason=_(TOO_BIG).format(limit=MOST_BYTES >> 20)))
    found = found._replace(fits=fitting(content, found.suffix))
    if found.suffix in UNREADABLE and not (converts and found.suffix in CONVERTIBLE):
        return found._replace(reason=_(UNREADABLE[found.suffix]))
    return _named(found._replace(content=content))


def _named(found: Found) -> Found:
    """What is no document, without its bytes."""
    if found.suffix in KNOWN:
        return found
    return found._replace(content=b"", reason=_(OTHER), is_stray=True)


def _refused(entry: zipfile.ZipInfo) -> str:
    """Why the entry is not unpacked, as far as the directory tells."""
    if entry.flag_bits & _LOCKED_FLAG:
        return _("tệp nén có mật khẩu -> xin bản không có mật khẩu")
    if entry.file_size > MOST_BYTES:
        return _(TOO_BIG).format(limit=MOST_BYTES >> 20)
    if entry.file_size > RATIO_MATTERS_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        return _("tệp nén phình bất thường -> xin gửi lại tệp không nén")
    return ""


def _name(entry: zipfile.ZipInfo) -> str:
    """The name in its archive; without a mark of its encoding Python took it for one of old America."""
    if entry.flag_bits & _UTF8_FLAG:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in _OLD_ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename
