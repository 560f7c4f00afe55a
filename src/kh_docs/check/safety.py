"""Why a file may be read but must not be mended or written again: signed, protected."""

from typing import Final

from kh_docs.i18n import _
from kh_docs.refusals import foreign_in_words
from kh_docs.word.allowed import foreign_to_document
from kh_docs.word.package import Package
from kh_docs.word.xml import W, val

_SIGNATURES: Final = "_xmlsignatures/"
_OFF: Final = frozenset({"0", "false", "off"})


def why_not_written(package: Package) -> str | None:
    """The reason, or `None` where a changed copy may be made."""
    if any(name.casefold().startswith(_SIGNATURES) for name in package.parts):
        return _("tệp đã ký số: sửa là mất chữ ký -> sửa trên bản chưa ký")
    settings = package.linked("settings")
    protection = settings.find(W + "documentProtection") if settings is not None else None
    if protection is not None and (val(protection, "enforcement") or "0") not in _OFF:
        return _("tệp đang khóa chỉnh sửa (Restrict Editing) -> bỏ khóa trong Word rồi chạy lại")
    if settings is not None and settings.find(W + "writeProtection") is not None:
        return _("tệp đặt mật khẩu chống ghi -> bỏ mật khẩu trong Word rồi chạy lại")
    foreign = next(foreign_to_document(package.parts), None)
    if foreign is not None:
        return foreign_in_words(foreign)
    if package.is_strict:
        return _("tệp lưu dạng Strict Open XML -> lưu lại dạng .docx")
    return None
