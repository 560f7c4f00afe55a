"""Rules on Nơi nhận."""

import re
from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _

_LABEL, _ITEM = PARTS["noi_nhan_tieu_de"], PARTS["noi_nhan"]
_LAST: Final = re.compile(r"- Lưu: VT(, ?[^.;]+)?\.(\s*[^.]{0,12}\.?\(?\d*\)?\.?|\s*\([^()]{1,20}\)\.?)?")
# "VT, Hồ sơ.", "VT, CA (02b)." and the drafter's "PL.(300)" after the full stop.
_KEPT: Final = re.compile(r"[-–]?\s*Lưu\b", re.IGNORECASE)
_AS_ABOVE: Final = re.compile(r"- ?Như trên ?(\([^()]{1,30}\))?[;,.]?$")
_AS_ARTICLE: Final = re.compile(r"- ?Như (Điều|điều)\b")
# Nearer to the margin than 2 mm no eye tells it from flush.
_FLUSH_TWIPS: Final = 113
# "- Sở Nội vụ;   để đăng tin": a note set apart beside the entries, with a brace before it.
_NOTE_BESIDE: Final = re.compile(r";[ \u00a0\t]{2,}\S")
_NEED_LABEL: Final = frozenset(
    {
        "Kế hoạch",
        "Báo cáo",
        "Tờ trình",
        "Thông báo",
        "Quyết định",
        "Nghị quyết",
        "Chỉ thị",
        "Hướng dẫn",
        "Chương trình",
        "Phương án",
        "Đề án",
        "Công văn",
    }
)


def _has_blank(piece: Piece) -> bool:
    return bool(re.search(r"[.…_]{3,}|…", piece.text)) or any(run.placeholder for run in piece.runs)


def _ends_right(piece: Piece) -> bool:
    return piece.text.endswith(";") or _NOTE_BESIDE.search(piece.raw) is not None


@rule("ND30-NN-LABEL", "must", _LABEL.clause)
def recipients_label(anatomy: Anatomy) -> Iterator[Fault]:
    """“Nơi nhận:” on its own line, flush left, size 12, bold italic.

    Bad:  Nơi nhận in size 14, upright
    Good: Nơi nhận: in size 12, bold italic
    """
    label = anatomy.closing.label
    if label is None:
        if anatomy.kind in _NEED_LABEL and not anatomy.is_attachment and anatomy.header.quoc_hieu:
            yield Fault(
                _("cuối văn bản"),
                _("không có"),
                _("Nơi nhận:"),
                _("Thiếu “Nơi nhận” -> thêm ở bên trái, ngang hàng với quyền hạn, chức vụ của người ký"),
            )
        return
    if wrong := differences(label, _LABEL):
        yield Fault(label.where, *wrong, _("“Nơi nhận:” sai kiểu chữ -> cỡ 12, đậm, nghiêng"))
    if label.alone and label.text != "Nơi nhận:":
        yield Fault(
            label.where,
            label.text[:30],
            "Nơi nhận:",
            _("“Nơi nhận” đứng riêng một dòng, có dấu hai chấm -> sửa lại"),
        )
    look = label.paragraph.format
    if (
        label.alone
        and label.container.kind == "cell"
        and (look.align in ("center", "right") or look.left + look.first_line > _FLUSH_TWIPS)
    ):
        yield Fault(
            label.where,
            _("không sát lề trái"),
            _("sát lề trái"),
            _("“Nơi nhận:” sát lề trái -> Paragraph, Alignment Left, Indentation 0"),
        )


@rule("ND30-NN-ITEMS", "must", _ITEM.clause)
def recipients_items(anatomy: Anatomy) -> Iterator[Fault]:
    """One recipient a line: size 11, upright, not bold, "- " in front, ";" at the end.

    Bad:  - UBND tỉnh, in size 12
    Good: - UBND tỉnh;
    """
    items = anatomy.closing.items
    for piece in items:
        if wrong := differences(piece, _ITEM):
            yield Fault(piece.where, *wrong, _("Nơi nhận sai kiểu chữ -> cỡ 11, đứng, không đậm"))
    listed = [piece for piece in items if piece.text.startswith(("-", "–"))]
    for index, piece in enumerate(listed):
        if _KEPT.match(piece.text):
            continue
        continued = _continues(items, piece)
        if not piece.text.startswith("- "):
            yield Fault(
                piece.where,
                piece.text[:20],
                "- …",
                _("Đầu mỗi nơi nhận là dấu “- ” -> gõ gạch ngắn và một dấu cách"),
            )
        if not continued and not _ends_right(piece) and not _has_blank(piece):
            last = index == len(listed) - 1
            if not last:
                yield Fault(piece.where, piece.text[-12:], ";", _("Cuối mỗi nơi nhận là dấu “;” -> sửa dấu"))
    for piece in items:
        if not piece.text.startswith(("-", "–", "+")) and not _follows_item(items, piece):
            yield Fault(
                piece.where,
                piece.text[:30],
                "- …",
                _("Mỗi nơi nhận ghi trên một dòng, đầu dòng có dấu “- ” -> thêm gạch đầu dòng"),
            )


def _continues(items: list[Piece], piece: Piece) -> bool:
    """Whether the entry goes on in the next line, broken by hand or listing under a colon."""
    at = items.index(piece)
    if piece.text.endswith(":"):
        return True
    return (
        at + 1 < len(items) and not items[at + 1].text.startswith("-") and not piece.text.endswith((".", ","))
    )


def _follows_item(items: list[Piece], piece: Piece) -> bool:
    at = items.index(piece)
    if at == 0:
        return False
    above = items[at - 1].text
    return not above.endswith(";") or _KEPT.match(items[at - 1].text) is not None


@rule("ND30-NN-LAST", "must", _ITEM.clause)
def recipients_last(anatomy: Anatomy) -> Iterator[Fault]:
    """The last line: `- Lưu: VT, <đơn vị soạn thảo>.`

    Bad:  - Lưu VT; - Lưu: VP.
    Good: - Lưu: VT, CAH.
    """
    items = anatomy.closing.items
    listed = [piece for piece in items if piece.text.startswith(("-", "–")) or _KEPT.match(piece.text)]
    if not listed:
        return
    last = next((piece for piece in listed if _KEPT.match(piece.text)), listed[-1])
    if _has_blank(last):
        return
    if not _LAST.fullmatch(last.text):
        yield Fault(
            last.where,
            last.text[:40],
            _("- Lưu: VT, … ."),
            _("Dòng cuối của Nơi nhận -> “- Lưu: VT, chữ viết tắt đơn vị soạn thảo.”"),
        )
    elif last is not listed[-1]:
        yield Fault(
            last.where,
            _("không ở cuối"),
            _("dòng cuối cùng"),
            _("“Lưu: VT” là dòng cuối của Nơi nhận -> chuyển xuống cuối"),
        )


@rule("ND30-NN-NHUTREN", "must", "PL I, P.I, II.9.b")
def recipients_as_above(anatomy: Anatomy) -> Iterator[Fault]:
    """A document with "Kính gửi" starts its recipients with "- Như trên;"; others do not.

    Bad:  TỜ TRÌNH whose recipients start "- UBND tỉnh;"
    Good: - Như trên;
    """
    items, kind = anatomy.closing.items, anatomy.kind
    if not items:
        return
    first = items[0]
    as_above = bool(_AS_ABOVE.match(first.text))
    if anatomy.title.addressee is not None and kind in ("Tờ trình", "Công văn", "Báo cáo"):
        if not as_above and not _has_blank(first):
            yield Fault(
                first.where,
                first.text[:30],
                _("- Như trên;"),
                _("Văn bản có “Kính gửi” ghi “- Như trên;” ở dòng đầu Nơi nhận -> thêm dòng này"),
            )
    elif as_above and anatomy.title.addressee is None and kind not in (None, "Công văn"):
        yield Fault(
            first.where,
            first.text,
            _("tên nơi nhận"),
            _("Không có “Kính gửi” nên không ghi “Như trên” -> ghi tên nơi nhận"),
            "should",
        )
    elif kind in ("Quyết định", "Nghị quyết") and not any(
        _AS_ARTICLE.match(p.text) or as_above for p in items
    ):
        yield Fault(
            first.where,
            first.text[:30],
            _("- Như Điều …;"),
            _("Quyết định, nghị quyết thường ghi “- Như Điều …;” ở dòng đầu Nơi nhận"),
            "should",
        )
