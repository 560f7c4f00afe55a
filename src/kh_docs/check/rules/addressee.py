"""Rules on Kính gửi."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece, cut
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import FIELD
from kh_docs.decree30 import KINDS_WITH_ADDRESSEE, PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re

_ADDRESSEE = PARTS["kinh_gui"]
# “… kính báo đến Bộ Tài chính”, “… kính báo cáo Ủy ban nhân dân tỉnh”, near the end.
_REPORTS: Final = re.compile(r"\bkính (báo|trình|gửi|đề nghị|mong)\b", re.IGNORECASE)
# “UBND tỉnh … báo cáo Bộ Nội vụ về … như sau:”, “Trung tâm … xin báo cáo lãnh đạo UBND tỉnh./.”
_REPORTS_TO: Final = re.compile(
    r"\bbáo cáo (?:[Ll]ãnh đạo |đồng chí |Chủ tịch )?(?:Bộ [A-ZĐ]|Thủ tướng|Chính phủ|Văn phòng Chính phủ|"
    r"(?:UBND|[ỦU][yỷ] ban nhân dân|HĐND) (?:tỉnh|thành phố|huyện|quận)|Tỉnh ủy|Tỉnh uỷ|Sở [A-ZĐ])"
)
# … but not what others are asked to report, or have reported.
_OTHERS_REPORT: Final = re.compile(
    r"\b(?:tổng hợp|đề nghị|yêu cầu|giao|thường xuyên|định kỳ)\b|"
    r"\b(?:để|phải|việc|kịp thời|trước khi|theo|đã|gửi),? (?:\S+ ){0,2}$"
)
_LAST: Final = 3
# A person's name has as many words.
_SHORT_NAME: Final = 4


@rule("ND30-KG-REQUIRED", "must", "PL I, P.I, II.9.b–d")
def addressee_required(anatomy: Anatomy) -> Iterator[Fault]:
    """Tờ trình and công văn say to whom; so does a báo cáo to a higher body; other types do not.

    Bad:  TỜ TRÌNH without "Kính gửi"
    Good: Kính gửi: Ủy ban nhân dân tỉnh Nghệ An
    """
    kind, title = anatomy.kind, anatomy.title
    if kind in KINDS_WITH_ADDRESSEE and title.addressee is None:
        named = anatomy.title.type_name or anatomy.header.number
        yield Fault(
            named.where if named else _("đầu trang 1"),
            _("không có “Kính gửi”"),
            _("Kính gửi: …"),
            _("{kind} ghi nơi kính gửi dưới trích yếu -> thêm dòng “Kính gửi: …”").format(kind=kind),
            "should" if kind == "Báo cáo" and not _is_sent_up(anatomy) else None,
        )
    elif title.addressee is not None and kind in (
        "Kế hoạch",
        "Quyết định",
        "Thông báo",
        "Nghị quyết",
        "Biên bản",
    ):
        yield Fault(
            title.addressee.where,
            _("có “Kính gửi”"),
            _("không có"),
            _("{kind} không ghi “Kính gửi” -> ghi nơi gửi ở “Nơi nhận”").format(kind=kind),
            "should",
        )


def _before_fields(piece: Piece) -> Piece:
    """The words before what a program fills in, in whose letters it shows its own name."""
    field = FIELD.search(piece.raw)
    return cut(piece, 0, field.start()) if field and piece.raw[: field.start()].strip() else piece


def _is_sent_up(anatomy: Anatomy) -> bool:
    """Whether a report says itself that it goes to a higher body."""
    last = [paragraph.text for paragraph in anatomy.body[-_LAST:]]
    if any(_REPORTS.search(text) for text in last):
        return True
    opening = [paragraph.text for paragraph in anatomy.body[:_LAST] if paragraph.text.endswith("như sau:")]
    return any(_reports_to(text) for text in (*opening, *last[-1:]))


def _reports_to(text: str) -> bool:
    """Whether the issuer says in a sentence to which higher body it reports."""
    sentence = text[text[:-3].rfind(". ") + 1 :]
    told = _REPORTS_TO.search(sentence)
    return told is not None and _OTHERS_REPORT.search(sentence, 0, told.start()) is None


@rule("ND30-KG-FMT", "must", _ADDRESSEE.clause)
def addressee_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Small letters, size 13 to 14, upright, not bold; a colon after "Kính gửi".

    Bad:  KÍNH GỬI in bold
    Good: Kính gửi: Công an tỉnh Nghệ An
    """
    title = anatomy.title
    if title.addressee is None:
        return
    for piece in (title.addressee, *title.addressee_items):
        if wrong := differences(_before_fields(piece), _ADDRESSEE, align=False):
            yield Fault(
                piece.where, *wrong, _("“Kính gửi” sai kiểu chữ -> chọn các dòng này và đặt lại như bên")
            )
    words, before = title.addressee.text[: len("Kính gửi")], _before_fields(title.addressee)
    if words.isupper() and not (before.upper and len(before.text.split()) > len(words.split())):
        yield Fault(
            title.addressee.where,
            words,
            "Kính gửi:",
            _("“Kính gửi” viết bằng chữ thường -> gõ lại “Kính gửi:”"),
        )
    named = before.raw.partition(":")[2]
    if named.isupper() and len(named.split()) > _SHORT_NAME and not words.isupper():
        yield Fault(
            title.addressee.where,
            _("in hoa"),
            _("chữ thường"),
            _("“Kính gửi” sai kiểu chữ -> chọn các dòng này và đặt lại như bên"),
        )
    if not re.match(r"kính gửi ?:", title.addressee.text, re.IGNORECASE):
        yield Fault(
            title.addressee.where,
            title.addressee.text[:30],
            "Kính gửi:",
            _("Sau “Kính gửi” có dấu hai chấm -> thêm “:”"),
        )
