"""Files of hers into which nothing may be written, and why."""

import re

from kh_docs.i18n import _
from kh_docs.word.package import Package
from kh_docs.word.refused import Refused
from kh_docs.word.xml import Element, W, first, val

# The end of a zip's directory: its mark, its size, and where in it stands how long the comment behind it is.
_END, _END_SIZE, _COMMENT_SIZE_AT = b"PK\5\6", 22, 20
_SAYING = tuple(W + name for name in ("p", "tbl", "sdt", "customXml", "ins", "moveTo"))
_MOVES = tuple(W + name for name in ("moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart"))


class Unfit(Exception):
    """A file that is left as it is; the text says why and what to do."""


def refuse_stray(data: bytes) -> None:
    """`Refused` for a file in which something stands behind its directory: no program of hers wrote it so."""
    end = data.rfind(_END)
    comment = data[end + _COMMENT_SIZE_AT : end + _END_SIZE] if end >= 0 else b""
    if end < 0 or end + _END_SIZE + int.from_bytes(comment, "little") != len(data):
        raise Refused("damaged")


def refuse_unfit(package: Package) -> None:
    """Let an ordinary document through; `Unfit` for one that is protected, signed, or has macros."""
    if package.is_strict:
        raise Unfit(_("lưu ở dạng Strict Open XML -> trong Word lưu lại thành “Word Document (*.docx)”"))
    names = package.parts.keys()
    if any(name.startswith("_xmlsignatures/") for name in names):
        raise Unfit(_("đã ký số -> sửa là mất chữ ký; lập văn bản mới nếu cần"))
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise Unfit(_("có macro -> lưu lại thành .docx không có macro"))
    settings = package.linked("settings")
    if settings is not None and _is_protected(settings):
        raise Unfit(_("đang bị khóa không cho sửa -> trong Word bỏ “Restrict Editing” rồi chạy lại"))
    if _is_final(package):
        raise Unfit(_("đã đánh dấu là bản cuối (Mark as Final) -> trong Word bỏ dấu ấy rồi chạy lại"))
    root = package.root(package.main)
    body = None if root is None else first(root, W + "body")
    if root is None or body is None or not any(each.tag in _SAYING for each in body):
        raise Unfit(_("không còn đoạn nào -> muốn có bản mới thì đổi tên hoặc xóa tệp rồi chạy lại"))
    if next(root.iter(*_MOVES), None) is not None:
        raise Unfit(_("có đoạn được chuyển chỗ còn theo dõi -> chấp nhận hoặc từ chối rồi chạy lại"))


def refuse_other_origin(hers: Package, ours: Package) -> None:
    """`Unfit` where the mark in the file says that it is another plan's, unit's or kind's."""
    stated, expected = _mark(hers), _mark(ours)
    if stated and expected and stated != expected:
        message = _("là văn bản khác ({stated}) mang tên này -> đặt lại đúng tên tệp")
        raise Unfit(message.format(stated=stated))


def _mark(package: Package) -> str:
    """What the file's keywords say of its origin, empty where somebody has cleared them."""
    names = (target for kind, target in package.links_of("").values() if kind == "core-properties")
    root = package.root(next(names, ""))
    texts = (str(text).strip() for text in (root.itertext() if root is not None else ()))
    return next((text for text in texts if text.startswith("kh-docs:")), "")


def _is_final(package: Package) -> bool:
    """Whether somebody marked it as final: a property that Word keeps among those of the user."""
    data = b"".join(data for name, data in package.parts.items() if name.casefold() == "docprops/custom.xml")
    return re.search(rb'name="_MarkAsFinal".*?>\s*(true|1)\s*<', data, re.DOTALL) is not None


def _is_protected(settings: Element) -> bool:
    """Whether Word lets nobody change it, or asks everybody not to."""
    edits, writes = first(settings, W + "documentProtection"), first(settings, W + "writeProtection")
    return (
        _says(edits, "enforcement")
        or _says(writes, "recommended")
        or any(val(writes, name) for name in ("hash", "hashValue"))
    )


def _says(protection: Element | None, name: str) -> bool:
    return (val(protection, name) or "0") not in ("0", "false", "off")
