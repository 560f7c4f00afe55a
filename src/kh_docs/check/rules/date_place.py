"""The place in the date line."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.date_line import place_and_date
from kh_docs.i18n import _
from kh_docs.patterns import re

_SHORT_PLACE: Final = re.compile(r"((TP|T|X|P|H|Q|TX|TT)\.|(TP|TX|TT) |TP ?HCM|HCM\b)", re.IGNORECASE)


@rule("ND30-DATE-PLACE", "must", "PL I, P.I, II.4.a")
def date_place(anatomy: Anatomy) -> Iterator[Fault]:
    """The place is an official name, spelt out.

    Bad:  TP. Vinh
    Good: Vinh; Thành phố Hồ Chí Minh
    """
    match = place_and_date(anatomy.header.date) if anatomy.header.date else None
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
    match = place_and_date(anatomy.header.date) if anatomy.header.date else None
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
