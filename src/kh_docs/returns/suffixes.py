"""What kinds of file may come back: read, read by way of LibreOffice, or not read, with what to do then."""

from __future__ import annotations

from typing import Final

from kh_docs.i18n import N_

READABLE: Final = (".docx", ".xlsx")
ARCHIVE: Final = ".zip"
# LibreOffice makes a .docx of these, where this machine has it.
CONVERTIBLE: Final = (".doc", ".odt", ".rtf")
# Files that somebody may send in place of a form, each with what to do about it; others are no returns.
UNREADABLE: Final = {
    ".pdf": N_("tệp PDF -> xin bản Word"),
    ".doc": N_("tệp Word kiểu cũ (.doc) -> mở bằng Word, lưu lại thành .docx"),
    ".xls": N_("tệp Excel kiểu cũ (.xls) -> mở bằng Excel, lưu lại thành .xlsx"),
    ".ods": N_("tệp .ods -> mở bằng LibreOffice, lưu lại thành .xlsx"),
    ".docm": N_("tệp Word có macro -> xin bản .docx"),
    ".xlsm": N_("tệp Excel có macro -> xin bản .xlsx"),
    ".rtf": N_("tệp .rtf -> mở bằng Word, lưu lại thành .docx"),
    ".odt": N_("tệp .odt -> mở bằng LibreOffice, lưu lại thành .docx"),
    ".rar": N_("tệp nén .rar -> giải nén ra thư mục rồi chạy lại"),
    ".7z": N_("tệp nén .7z -> giải nén ra thư mục rồi chạy lại"),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".heif", ".webp", ".gif", ".bmp"),
        N_("ảnh chụp, bản quét -> xin bản Word"),
    ),
    **dict.fromkeys((".wps", ".wpt", ".et"), N_("tệp của WPS -> mở bằng WPS, lưu lại thành .docx, .xlsx")),
    **dict.fromkeys((".pages", ".numbers"), N_("tệp của máy Apple -> xuất thành Word (.docx)")),
    **dict.fromkeys((".eml", ".msg"), N_("thư điện tử -> lưu tệp đính kèm ra thư mục rồi chạy lại")),
}
# Whose bytes are looked at.
OPENED: Final = frozenset((*READABLE, ARCHIVE, *CONVERTIBLE))
KNOWN: Final = frozenset((*READABLE, *UNREADABLE, ARCHIVE))
OTHER: Final = N_("không phải tệp Word, Excel -> xin bản Word")
EMPTY_FILE: Final = N_("tệp rỗng -> xin gửi lại")
TOO_BIG: Final = N_("lớn quá {limit} MB")
