"""Rules on the place and date."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import is_date_field, unbracketed, without_fields
from kh_docs.i18n import _
from kh_docs.patterns import re

DATE_LINE: Final = re.compile(
    r"(?P<place>[^,]+), ?ngày ?(?P<day>\d+|[.…_ ]+)? ?tháng ?(?P<month>\d+|"
    r"[.…_ ]+)? ?năm ?(?P<year>\d+[.…_]*|[.…_ ]+)?\.?"
)
_NUMBERED_PLACE: Final = re.compile(r"\d")
# The unit word of a place named in full: only its first syllable is capital.
_UNIT_WORD: Final = re.compile(r"(Thành phố|Thị xã|Thị trấn|Đặc khu|Thủ đô) ")
_NO_DATE_LINE: Final = frozenset({"Biên bản", "Giấy mời"})


def place_and_date(piece: Piece) -> re.Match[str] | None:
    """The parts of a date line that is written as the decree wants it, what a program fills in left blank."""
    return DATE_LINE.fullmatch(unbracketed(without_fields(piece.text)))


@rule("ND30-DATE-SYNTAX", "must", "PL I, P.I, II.4.b–c")
def date_syntax(anatomy: Anatomy) -> Iterator[Fault]:
    """A comma after the place; a zero before days under 10 and months 1 and 2, before no other month.

    Bad:  Yên Hòa ngày 5 tháng 1 năm 2026; tháng 03
    Good: Yên Hòa, ngày 05 tháng 01 năm 2026; blank in a draft
    """
    piece = anatomy.header.date
    if piece is None:
        has_line = anatomy.kind in _NO_DATE_LINE or anatomy.kind is None or anatomy.is_attachment
        if anatomy.is_whole and not has_line:
            yield Fault(
                _("đầu trang 1"),
                _("không có"),
                _("Yên Hòa, ngày … tháng … năm …"),
                _("Thiếu địa danh và thời gian -> gõ dưới Tiêu ngữ, cùng hàng với số, ký hiệu"),
            )
        return
    # What a program will fill in is a blank, and “99” where it has no other.
    if is_date_field(piece.text) or "ngày 99 tháng 99" in piece.text:
        return
    match = place_and_date(piece)
    mend = _("Địa danh, ngày tháng sai cách viết -> “Địa danh, ngày 05 tháng 01 năm 2026”")
    if match is None:
        yield Fault(piece.where, piece.text[:60], _("Địa danh, ngày … tháng … năm …"), mend)
        return
    day, month, year = match["day"] or "", match["month"] or "", match["year"] or ""
    if day.isdecimal() and (len(day) != 2 or not 1 <= int(day) <= 31):
        yield Fault(piece.where, _("ngày {day}").format(day=day), _("hai chữ số: ngày 05"), mend)
    if month.isdecimal() and (month in ("1", "2") or not 1 <= int(month) <= 12 or len(month) > 2):
        yield Fault(piece.where, _("tháng {month}").format(month=month), _("tháng 01, tháng 02"), mend)
    elif month.isdecimal() and month.startswith("0") and int(month) > 2:
        yield Fault(
            piece.where,
            _("tháng {month}").format(month=month),
            _("tháng {month}").format(month=int(month)),
            _("Chỉ tháng 1 và tháng 2 thêm số 0 -> bỏ số 0"),
            "should",
        )
    begun = not day.isdecimal() and year in ("20", "201", "202", "203")
    if year.isdecimal() and len(year) != 4 and not begun:
        # Of a blank day the year may be begun too: “ngày … tháng … năm 20”.
        yield Fault(piece.where, _("năm {year}").format(year=year), _("năm có bốn chữ số"), mend)
    place = match["place"].rstrip()
    capitals = place.isupper() and " " in place and "." not in place
    ended = piece.text.endswith(".") and len(year.rstrip(".")) == 4 and year[:4].isdecimal()
    if capitals or ended:
        yield Fault(piece.where, piece.text[:60], _("Địa danh, ngày … tháng … năm …"), mend)
    if f"{place},ngày" in piece.text:
        yield Fault(piece.where, f"{place},ngày", f"{place}, ngày", mend)
    # Behind a row of dots nobody knows yet what stands before the comma.
    if place != match["place"] and any(map(str.isalnum, place)):
        yield Fault(piece.where, f"{match['place']},", f"{place},", mend)
    unit = found[0] if (found := _UNIT_WORD.match(place)) else ""
    name = place.removeprefix(unit)
    if any(word[:1].islower() for word in name.split() if word.isalpha()) and not _NUMBERED_PLACE.search(
        name
    ):
        yield Fault(
            piece.where, place, unit + name.title(), _("Địa danh viết hoa chữ cái đầu mỗi âm tiết -> sửa lại")
        )
