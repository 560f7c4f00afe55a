"""Files of hers into which nothing may be written, and why."""

from kh_docs.i18n import _
from kh_docs.word.package import Package
from kh_docs.word.refused import Refused
from kh_docs.word.xml import Element, W, first, is_on

# The end of a zip's directory: its mark, its size, and where in it stands how long the comment behind it is.
_END, _END_SIZE, _COMMENT_SIZE_AT = b"PK\5\6", 22, 20
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
    root = package.root(package.main)
    if root is not None and next(root.iter(*_MOVES), None) is not None:
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


def _is_protected(settings: Element) -> bool:
    protection = first(settings, W + "documentProtection")
    enforced = protection is not None and (protection.get(W + "enforcement") or "0") not in (
        "0",
        "false",
        "off",
    )
    final = first(settings, W + "writeProtection")
    return enforced or (final is not None and (final.get(W + "recommended") is None or not is_on(final)))
