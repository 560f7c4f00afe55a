"""Look at a workbook from outside before anything reads it: what it is, how large, how safe."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

from kh_docs.bounded import read_bounded, reason_of
from kh_docs.errors import DataError, Problem
from kh_docs.i18n import _

MAX_BYTES = 50_000_000
MAX_ENTRIES = 500
MAX_UNPACKED = 150_000_000
MAX_PART = 60_000_000
# More rows than 460 communes with all their lists would ever need.
MAX_ROWS = 20_000
# Cells that openpyxl would have to hold, those of merged and linked areas as well.
MAX_CELLS = 200_000
# Texts that cells share, and looks: each is an object to it.
MAX_TEXTS, MAX_LOOKS = 200_000, 100_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Names may have a prefix: some programs write <x:row>.
_FAR_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*\br="(\d{5,})"[^>/]*>\s*<(?:\w+:)?c\b')
_ROW, _CELL, _TEXT = (re.compile(rb"<(?:\w+:)?" + name + rb"[\s/>]") for name in (b"row", b"c", b"si"))
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
# A formula for words that nobody has worked out: openpyxl tells it no more from one that gave no words.
_NO_RESULT = re.compile(
    rb'(<(?:\w+:)?c\b[^>]*?)\st="str"([^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*</(?:\w+:)?c>)'
)
_SHEET, _STRICT = re.compile(rb"<(?:\w+:)?worksheet[\s>]"), b"http://purl.oclc.org/ooxml/"
_AREA = re.compile(
    rb'<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*\bref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"'
)
_BESIDE = re.compile(rb"<(?:\w+:)?(?:hyperlink|mergeCell|dataValidation|cfRule|col|brk|protectedRange)[\s/>]")
_LOOKS = "styles.xml"
# Words struck out or raised.
_MARKED = re.compile(rb"<(?:\w+:)?(?:strike|vertAlign)[\s/>]")
_EMPTY_FILL = re.compile(rb"<((?:\w+:)?)fill\s*(?:/>|>\s*</(?:\w+:)?fill>)")
_ENCODING = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE)


class Checked(NamedTuple):
    """A file that may be opened: its bytes, whether it holds formulas, words struck out or raised."""

    content: bytes
    has_formulas: bool
    has_marks: bool


def read_file(path: Path) -> bytes:
    """The bytes of the file; raises DataError where they cannot be had."""
    try:
        return read_bounded(path, MAX_BYTES)
    except OSError as error:
        message = _("không đọc được tệp ({})").format(reason_of(error))
        fix = _("kiểm tra đường dẫn; tệp quá lớn thì xóa ảnh, trang lạ")
        raise _refused(path.name, message, fix) from error


def check_content(name: str, content: bytes) -> Checked:
    """Raise DataError for a file that is not to be opened."""
    suffix = PurePath(name).suffix.lower()
    if content.startswith(_OLE):
        kind = _("tệp .xls kiểu cũ") if suffix == ".xls" else _("tệp có mật khẩu hoặc kiểu cũ .xls")
        raise _refused(name, kind, _("mở bằng Excel, bỏ mật khẩu, lưu lại thành .xlsx"))
    if suffix == ".xlsm":
        raise _refused(name, _("tệp .xlsm có thể chứa macro"), _("lưu lại thành .xlsx"))
    if suffix != ".xlsx":
        raise _refused(name, _("không phải tệp .xlsx"), _("dùng tệp do lệnh data export tạo ra"))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _check_parts(name, archive, content)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
        raise _refused(name, _("tệp hỏng, không phải .xlsx"), _("lấy lại tệp gốc hoặc xuất lại")) from error


def _check_parts(file: str, archive: zipfile.ZipFile, content: bytes) -> Checked:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries), default=0)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or largest > MAX_PART:
        raise _refused(
            file,
            _("tệp giải nén quá lớn ({} MB)").format(unpacked // 1_000_000),
            _("xóa dòng, trang thừa rồi lưu lại"),
        )
    names = [entry.filename for entry in entries]
    if "xl/workbook.xml" not in names:
        raise _refused(file, _("không phải bảng tính Excel"), _("dùng tệp do lệnh data export tạo ra"))
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _refused(file, _("tệp có macro"), _("lưu lại thành .xlsx không có macro"))
    formulas, marks, mended = False, False, dict[str, bytes]()
    for name in (name for name in names if name.endswith((".xml", ".rels"))):
        part = archive.read(name)
        if _DTD.search(part[:4096]) or b"<!ENTITY" in part:
            raise _refused(file, _("tệp không an toàn (có khai báo DTD)"), _("xuất lại bảng rồi nhập lại"))
        if part[:2] in (b"\xff\xfe", b"\xfe\xff") or _ENCODING.match(part):
            raise _refused(file, _("{}: bảng mã lạ").format(name), _("mở bằng Excel rồi lưu lại"))
        if name == "xl/workbook.xml" and _STRICT in part[:4096]:
            message = _("tệp lưu kiểu Strict Open XML")
            raise _refused(file, message, _("lưu lại kiểu “Excel Workbook (*.xlsx)”"))
        marks = marks or bool(_MARKED.search(part))
        # A sheet is one whatever its part is called.
        if _SHEET.search(part[:4096]):
            _check_size(file, part)
            formulas = formulas or bool(_FORMULA.search(part))
            if (told := _NO_RESULT.sub(rb"\1\2", part)) != part:
                mended[name] = told
        elif len(_TEXT.findall(part)) > MAX_TEXTS or (_LOOKS in name and part.count(b"<") > MAX_LOOKS):
            raise _refused(file, _("{}: quá nhiều mục").format(name), _("chép số liệu sang bảng mới xuất"))
        elif _LOOKS in name and _EMPTY_FILL.search(part):
            mended[name] = _EMPTY_FILL.sub(rb"<\1fill><\1patternFill/></\1fill>", part)
    return Checked(_with(archive, mended) if mended else content, formulas, marks)


def _with(archive: zipfile.ZipFile, mended: Mapping[str, bytes]) -> bytes:
    """The file with some parts replaced by what openpyxl reads as Excel does."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as target:
        for name in archive.namelist():
            target.writestr(name, mended.get(name) or archive.read(name))
    return result.getvalue()


def _check_size(file: str, content: bytes) -> None:
    rows = len(_ROW.findall(content))
    far = [int(number) for number in _FAR_ROW.findall(content) if int(number) > MAX_ROWS]
    if rows > MAX_ROWS or far:
        raise _refused(
            file,
            _("có trang tới dòng {}").format(max([rows, *far])),
            _("xóa các dòng trống hoặc ô lạc ở cuối trang (chọn dòng, bấm Delete Rows) rồi lưu lại"),
        )
    if (beside := len(_BESIDE.findall(content))) > MAX_LOOKS:
        raise _refused(
            file,
            _("có trang gồm {} ô gộp, liên kết, quy tắc").format(beside),
            _("chép số liệu sang bảng mới xuất"),
        )
    cells = len(_CELL.findall(content)) + sum(map(_area, _AREA.findall(content)))
    if cells > MAX_CELLS:
        raise _refused(
            file,
            _("có trang gồm {} ô, kể cả ô gộp và ô có liên kết").format(cells),
            _("bỏ gộp ô hoặc liên kết cả cột, cả trang; xóa các ô thừa"),
        )


def _area(found: tuple[bytes, bytes, bytes, bytes]) -> int:
    left, top, right, bottom = found
    return (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _refused(file: str, message: str, fix: str) -> DataError:
    return DataError([Problem(file, None, "", message, fix)])
