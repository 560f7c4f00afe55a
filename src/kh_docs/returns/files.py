"""Find the files that came back: in folders at any depth, in archives, one by one; read, never changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from kh_docs.i18n import N_, _

# Files that somebody may send in place of a form, each with what to do about it; others are no returns.
UNREADABLE: Final = {
    ".pdf": N_("tệp PDF -> xin bản Word"),
    ".doc": N_("tệp Word kiểu cũ (.doc) -> mở bằng Word, lưu lại thành .docx"),
    ".xls": N_("tệp Excel kiểu cũ (.xls) -> mở bằng Excel, lưu lại thành .xlsx"),
    ".docm": N_("tệp Word có macro -> xin bản .docx"),
    ".rtf": N_("tệp .rtf -> mở bằng Word, lưu lại thành .docx"),
    ".odt": N_("tệp .odt -> mở bằng LibreOffice, lưu lại thành .docx"),
    ".rar": N_("tệp nén .rar -> giải nén ra thư mục rồi chạy lại"),
    ".7z": N_("tệp nén .7z -> giải nén ra thư mục rồi chạy lại"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff"), N_("ảnh chụp, bản quét -> xin bản Word")),
}
READABLE: Final = (".docx", ".xlsx")
ARCHIVE: Final = ".zip"
# The folder for what collect itself writes.
OURS: Final = "_tong-hop"
MOST_BYTES, MOST_ENTRIES = 64 << 20, 10_000


class Found(NamedTuple):
    """One file; `reason`: why it cannot be read, empty where `content` holds it."""

    path: str
    # Seconds, to tell which of two files of one day is newer.
    received_at: float
    content: bytes
    reason: str = ""

    @property
    def received_on(self) -> date:
        """The day on which the file was last written, in the zone of this machine."""
        return date.fromtimestamp(self.received_at)

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.path).suffix.lower()


def found_in(paths: Iterable[Path]) -> Iterator[Found]:
    """Every file that may be a return, one at a time, in the order of names."""
    for path in paths:
        if path.is_dir():
            inside = (each for each in sorted(path.rglob("*")) if each.is_file())
            for file in inside:
                parts = file.relative_to(path).parts
                if not any(_is_hidden(part) for part in parts) and OURS not in parts:
                    yield from _file(file)
        else:
            yield from _file(path)


def count_of(paths: Iterable[Path]) -> int:
    """About how many files there are, for a bar; what archives hold is not counted."""
    return sum(sum(1 for _file in path.rglob("*")) if path.is_dir() else 1 for path in paths)


def _file(path: Path) -> Iterator[Found]:
    suffix = path.suffix.lower()
    if suffix not in (*READABLE, *UNREADABLE, ARCHIVE):
        return
    try:
        received_at = path.stat().st_mtime
        if suffix in UNREADABLE:
            yield Found(str(path), received_at, b"", _(UNREADABLE[suffix]))
            return
        if path.stat().st_size > MOST_BYTES:
            yield Found(str(path), received_at, b"", _("lớn quá {limit} MB").format(limit=MOST_BYTES >> 20))
            return
        content = path.read_bytes()
    except OSError as error:
        reason = _("không đọc được ({reason})").format(reason=error.strerror or error)
        yield Found(str(path), 0.0, b"", reason)
        return
    if suffix == ARCHIVE:
        yield from _in_archive(str(path), content, received_at)
    else:
        yield Found(str(path), received_at, content)


def _in_archive(path: str, content: bytes, received_at: float) -> Iterator[Found]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        yield Found(path, received_at, b"", _("tệp nén hỏng -> xin gửi lại"))
        return
    with archive:
        for entry in archive.infolist()[:MOST_ENTRIES]:
            name = PurePosixPath(entry.filename.replace("\\", "/"))
            suffix = name.suffix.lower()
            if entry.is_dir() or any(map(_is_hidden, name.parts)) or OURS in name.parts:
                continue
            shown = f"{path}/{name}"
            if suffix in UNREADABLE:
                yield Found(shown, received_at, b"", _(UNREADABLE[suffix]))
            elif suffix in READABLE:
                yield _entry(archive, entry, shown, received_at)


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, shown: str, received_at: float) -> Found:
    if entry.file_size > MOST_BYTES:
        return Found(shown, received_at, b"", _("lớn quá {limit} MB").format(limit=MOST_BYTES >> 20))
    try:
        with archive.open(entry) as file:
            # The directory may lie about the size.
            content = file.read(MOST_BYTES + 1)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        # RuntimeError: it asks for a password.
        return Found(shown, received_at, b"", _("không đọc được ({reason})").format(reason=error))
    if len(content) > MOST_BYTES:
        return Found(shown, received_at, b"", _("lớn quá {limit} MB").format(limit=MOST_BYTES >> 20))
    return Found(shown, received_at, content)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX"
