"""Rules on the place and date."""

import re
from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph

_DATE = PARTS["dia_danh_ngay"]
_DATE_LINE: Final = re.compile(
    r"(?P<place>[^,]+), ?ngày ?(?P<day>\d+|[.…_ ]+)? ?tháng ?(?P<month>\d+|"
    r"[.…_ ]+)? ?năm ?(?P<year>\d+[.…_]*|[.…_ ]+)?\.?"
)
_SHORT_PLACE: Final = re.compile(r"(TP|T|X|P|H|Q|TX|TT)\.", re.IGNORECASE)
_NUMBERED_PLACE: Final = re.compile(r"\d")
# The unit word of a place named in full: only its first syllable is capital.
_UNIT_WORD: Final = re.compile(r"(Thành phố|Thị xã|Thị trấn|Đặc khu|Thủ đô) ")
_NO_DATE_LINE: Final = frozenset({"Biên bản", "Giấy mời"})


@rule("ND30-DATE-FMT", "must", _DATE.clause)
def date_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Place and date: size 13 to 14, italic, not bold, centred, on the line of the number.

    Bad:  upright; one row below the number
    Good: size 14, italic, in the row of the number
    """
    piece, number = anatomy.header.date, anatomy.header.number
    if piece is None:
        return
    if wrong := differences(piece, _DATE):
        yield Fault(piece.where, *wrong, _("Địa danh, ngày sai kiểu chữ -> chọn dòng này và đặt lại như bên"))
    if number is not None and piece.container.kind == number.container.kind == "cell":
        same_table = piece.container.number == number.container.number
        first = _is_first(piece.paragraph) and _is_first(number.paragraph)
        if same_table and first and piece.container.row != number.container.row:
            yield Fault(
                piece.where,
                _("khác hàng với dòng số"),
                _("cùng hàng với dòng số"),
                _("Địa danh, ngày trên cùng một dòng với số, ký hiệu -> chuyển vào cùng hàng của bảng"),
            )


def _is_first(paragraph: Paragraph) -> bool:
    before = paragraph.element.getprevious()
    return before is None or not str(before.tag).endswith("}p")


@rule("ND30-DATE-SYNTAX", "must", "PL I, P.I, II.4.b–c")
def date_syntax(anatomy: Anatomy) -> Iterator[Fault]:
    """A comma after the place; a zero before days under 10 and months 1 and 2, before no other month.

    Bad:  Yên Hòa ngày 5 tháng 1 năm 2026; tháng 03
    Good: Yên Hòa, ngày 05 tháng 01 năm 2026; blank in a draft
    """
    piece = anatomy.header.date
    if piece is None:
        has_line = anatomy.kind in _NO_DATE_LINE or anatomy.kind is None or anatomy.is_attachment
        if anatomy.header.quoc_hieu and not has_line:
            yield Fault(
                _("đầu trang 1"),
                _("không có"),
                _("Yên Hòa, ngày … tháng … năm …"),
                _("Thiếu địa danh và thời gian -> gõ dưới Tiêu ngữ, cùng hàng với số, ký hiệu"),
            )
        return
    match = _DATE_LINE.fullmatch(piece.text)
    mend = _("Địa danh, ngày tháng sai cách viết -> “Địa danh, ngày 05 tháng 01 năm 2026”")
    if match is None:
        yield Fault(piece.where, piece.text[:60], _("Địa danh, ngày … tháng … năm …"), mend)
        return
    day, month, year = match["day"] or "", match["month"] or "", match["year"] or ""
    if day.isdigit() and (len(day) != 2 or not 1 <= int(day) <= 31):
        yield Fault(piece.where, _("ngày {day}").format(day=day), _("hai chữ số: ngày 05"), mend)
    if month.isdigit() and (month in ("1", "2") or not 1 <= int(month) <= 12 or len(month) > 2):
        yield Fault(piece.where, _("tháng {month}").format(month=month), _("tháng 01, tháng 02"), mend)
    elif month.isdigit() and month.startswith("0") and int(month) > 2:
        yield Fault(
            piece.where,
            _("tháng {month}").format(month=month),
            _("tháng {month}").format(month=int(month)),
            _("Chỉ tháng 1 và tháng 2 thêm số 0 -> bỏ số 0"),
            "should",
        )
    if year.isdigit() and len(year) != 4:
        yield Fault(piece.where, _("năm {year}").format(year=year), _("năm có bốn chữ số"), mend)
    place = match["place"]
    unit = found[0] if (found := _UNIT_WORD.match(place)) else ""
    name = place.removeprefix(unit)
    if any(word[:1].islower() for word in name.split() if word.isalpha()) and not _NUMBERED_PLACE.search(
        name
    ):
        yield Fault(
            piece.where, place, unit + name.title(), _("Địa danh viết hoa chữ cái đầu mỗi âm tiết -> sửa lại")
        )


@rule("ND30-DATE-PLACE", "must", "PL I, P.I, II.4.a")
def date_place(anatomy: Anatomy) -> Iterator[Fault]:
    """The place is an official name, spelt out.

    Bad:  TP. Vinh
    Good: Vinh; Thành phố Hồ Chí Minh
    """
    match = _DATE_LINE.fullmatch(anatomy.header.date.text) if anatomy.header.date else None
    if match and anatomy.header.date and anatomy.profile == "ubnd" and _SHORT_PLACE.match(match["place"]):
        yield Fault(
            anatomy.header.date.where,
            match["place"],
            _("không viết tắt"),
            _("Địa danh ghi tên chính thức -> bỏ “TP.”, “TX.”, hoặc viết đầy đủ"),
        )


@rule("ND30-DATE-PLACE-LEVEL", "should", "PL I, P.I, II.4.a")
def date_place_level(anatomy: Anatomy) -> Iterator[Fault]:
    """A local body writes the name of its unit without the unit word, unless the name is a number.

    Bad:  Huyện Yên Hòa, ngày …
    Good: Yên Hòa, ngày …
    """
    match = _DATE_LINE.fullmatch(anatomy.header.date.text) if anatomy.header.date else None
    if (
        match
        and anatomy.header.date
        and re.match(r"(huyện|xã|thị xã|thị trấn|tỉnh) \D", match["place"], re.I)
    ):
        yield Fault(
            anatomy.header.date.where,
            match["place"],
            match["place"].split(" ", 1)[-1],
            _("Địa danh thường chỉ ghi tên riêng -> bỏ chữ chỉ cấp hành chính"),
        )


@rule("ND30-BB-NODATE", "info", "Mẫu 1.9")
def minutes_without_date(anatomy: Anatomy) -> Iterator[Fault]:
    """Minutes after Mẫu 1.9 carry no date line: the time stands in the text.

    Bad:  BIÊN BẢN with "Yên Hòa, ngày 05 tháng 6 năm 2026" in its header
    Good: "Thời gian bắt đầu: …"
    """
    if anatomy.kind == "Biên bản" and anatomy.header.date is not None:
        yield Fault(
            anatomy.header.date.where,
            _("có dòng địa danh, ngày"),
            _("không có"),
            _("Mẫu 1.9 ghi thời gian trong nội dung biên bản -> có thể bỏ dòng này"),
        )
