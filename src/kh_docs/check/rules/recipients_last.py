"""The last of the recipients, and “Như trên” as the first."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.recipients import KEPT, has_blank
from kh_docs.decree30 import KINDS_WITH_ADDRESSEE, PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re

_ITEM = PARTS["noi_nhan"]
_LAST: Final = re.compile(
    # Behind the full stop stand the initials of who drafted it, or the number of copies.
    r"- Lưu: VT(, ?(?:[^.;(]|\([^()]*\))+)?\.(\s*(?:[^.]{0,11}[^.;,])?\.?\(?\d*\)?\.?|\s*\([^()]{1,20}\)\.?)?"
)
# “P.CNTT”, “2.17.06”: these full stops end nothing.
_STOPS_WITHIN: Final = re.compile(r"\bP\.(?=[A-ZĐ])|(?<=\d)\.(?=\d)")
# “- Lưu: ……”: nothing is said yet; “- Lưu: TCKT; ……” leaves the archive out.
_KEPT_BLANK: Final = re.compile(r"[-–]?\s*Lưu\s*:?\W*")
_ARCHIVE: Final = re.compile(r"\bVT\b")
_AS_ABOVE: Final = re.compile(r"- ?Như trên ?(\([^()]{1,30}\))?[;,.]?$")
_NEARLY_AS_ABOVE: Final = re.compile(r"- ?Như (kính (gửi|gởi|trình)|k/g)", re.IGNORECASE)
_AS_ARTICLE: Final = re.compile(r"- ?Như (Điều|điều)\b")


@rule("ND30-NN-LAST", "must", _ITEM.clause)
def recipients_last(anatomy: Anatomy) -> Iterator[Fault]:
    """The last line: `- Lưu: VT, <đơn vị soạn thảo>.`

    Bad:  - Lưu VT; - Lưu: VP.
    Good: - Lưu: VT, CAH.
    """
    items = anatomy.closing.items
    listed = [piece for piece in items if piece.text.startswith(("-", "–")) or KEPT.match(piece.text)]
    if not listed:
        return
    last = next((piece for piece in listed if KEPT.match(piece.text)), listed[-1])
    if has_blank(last) and (_KEPT_BLANK.fullmatch(last.text) or _ARCHIVE.search(last.text)):
        return
    if not _LAST.fullmatch(_STOPS_WITHIN.sub("", last.text)):
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
    says_so = anatomy.title.addressee is not None and _NEARLY_AS_ABOVE.match(first.text) is not None
    if says_so or (anatomy.title.addressee is not None and kind in ("Tờ trình", "Công văn", "Báo cáo")):
        if not as_above and not has_blank(first):
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
            # Where “Kính gửi” itself is missing that is the fault.
            "should" if kind in KINDS_WITH_ADDRESSEE else None,
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
