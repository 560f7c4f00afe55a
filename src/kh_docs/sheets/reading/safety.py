"""Look at a workbook from outside before anything reads it: what it is, how large, how safe."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from kh_docs.errors import DataError, Problem
from kh_docs.i18n import _

MAX_BYTES = 50_000_000
MAX_ENTRIES = 500
MAX_UNPACKED = 150_000_000
MAX_PART = 60_000_000
# More rows than 460 communes with all their lists would ever need.
MAX_ROWS = 20_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FAR_ROW = re.compile(rb'<row\b[^>]*\br="(\d{5,})"[^>/]*>\s*<c\b')
_ROW = re.compile(rb"<row\b")


def check_file(path: Path) -> bool:
    """Raise DataError for a file that is not to be opened; tell whether it holds formulas."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
        size = path.stat().st_size
    except OSError as error:
        raise _refused(
            path, _("không đọc được tệp ({})").format(error.strerror or error), _("kiểm tra đường dẫn")
        ) from error
    suffix = path.suffix.lower()
    if head.startswith(_OLE):
        kind = _("tệp .xls kiểu cũ") if suffix == ".xls" else _("tệp có mật khẩu hoặc kiểu cũ .xls")
        raise _refused(path, kind, _("mở bằng Excel, bỏ mật khẩu, lưu lại thành .xlsx"))
    if suffix == ".xlsm":
        raise _refused(path, _("tệp .xlsm có thể chứa macro"), _("lưu lại thành .xlsx"))
    if suffix != ".xlsx":
        raise _refused(path, _("không phải tệp .xlsx"), _("dùng tệp do lệnh data export tạo ra"))
    if size > MAX_BYTES:
        raise _refused(
            path, _("tệp lớn {} MB").format(size // 1_000_000), _("xóa ảnh và các trang lạ rồi lưu lại")
        )
    try:
        with zipfile.ZipFile(path) as archive:
            return _check_parts(path, archive)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
        raise _refused(path, _("tệp hỏng, không phải .xlsx"), _("lấy lại tệp gốc hoặc xuất lại")) from error


def _check_parts(path: Path, archive: zipfile.ZipFile) -> bool:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries), default=0)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or largest > MAX_PART:
        raise _refused(
            path,
            _("tệp giải nén quá lớn ({} MB)").format(unpacked // 1_000_000),
            _("xóa dòng, trang thừa rồi lưu lại"),
        )
    names = [entry.filename for entry in entries]
    if "xl/workbook.xml" not in names:
        raise _refused(path, _("không phải bảng tính Excel"), _("dùng tệp do lệnh data export tạo ra"))
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _refused(path, _("tệp có macro"), _("lưu lại thành .xlsx không có macro"))
    formulas = False
    for name in names:
        if not name.endswith((".xml", ".rels")):
            continue
        content = archive.read(name)
        if _DTD.search(content[:4096]) or b"<!ENTITY" in content:
            raise _refused(path, _("tệp không an toàn (có khai báo DTD)"), _("xuất lại bảng rồi nhập lại"))
        if name.startswith("xl/worksheets/"):
            _check_size(path, content)
            formulas = formulas or b"<f>" in content or b"<f " in content or b"<f/" in content
    return formulas


def _check_size(path: Path, content: bytes) -> None:
    rows = len(_ROW.findall(content))
    far = [int(number) for number in _FAR_ROW.findall(content) if int(number) > MAX_ROWS]
    if rows > MAX_ROWS or far:
        raise _refused(
            path,
            _("có trang tới dòng {}").format(max([rows, *far])),
            _("xóa các dòng trống hoặc ô lạc ở cuối trang (chọn dòng, bấm Delete Rows) rồi lưu lại"),
        )


def _refused(path: Path, message: str, fix: str) -> DataError:
    return DataError([Problem(path.name, None, "", message, fix)])
