"""The head of page 1 (PL I, P.I, II.2-II.4): who issues, number and symbol, place and date."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.decree30 import PARTS
from kh_docs.documents.controls import Controls
from kh_docs.documents.given import Frame, Given
from kh_docs.documents.speech import Speech
from kh_docs.facts.dates_vi import long_date
from kh_docs.render.values import Run, Slot
from kh_docs.word.widths import text_width_mm

# Of the names of issuers under this width each has the shorter line under it (layout.header).
NARROW_MM = 35.0


class Header(NamedTuple):
    """`header` of a context; minutes have no `place_date`."""

    agency_top: str
    agency_top_bold: bool
    agency: str
    agency_narrow: bool
    number: Slot
    place_date: Slot = ()


def header(speech: Speech, frame: Frame, given: Given) -> Header:
    """The head of a document that the unit issues."""
    issuer, controls = speech.unit_plan.issuer, speech.controls
    return Header(
        agency_top=issuer.agency_top,
        agency_top_bold=True,
        agency=issuer.agency,
        agency_narrow=is_narrow(issuer.agency),
        number=number_line(controls, frame, given),
        place_date=place_date(controls, issuer.place, str(speech.unit_plan.book.head.year), given),
    )


def is_narrow(agency: str) -> bool:
    """Whether the line that is drawn under most names would be more than half as long as this one."""
    return text_width_mm(agency, PARTS["co_quan_ban_hanh"].size_pt.ours, bold=True) < NARROW_MM


def number_line(controls: Controls, frame: Frame, given: Given) -> Slot:
    """`Số:       /KH-UBND`."""
    return [
        Run("text", "Số: "),
        controls.space("so_van_ban.gia_tri", "Số văn bản", two_digits(given.number)),
        Run("text", f"/{frame.symbol}"),
    ]


def two_digits(number: str | None) -> str:
    """A number under 10 gets its zero (PL I, P.I, II.3.a)."""
    return number.zfill(2) if number else ""


def place_date(controls: Controls, place: str, year: str, given: Given) -> Slot:
    """`Nam Đàn, ngày      tháng      năm 2024`, or the date once it is given."""
    if given.issued_on:
        return [Run("text", f"{place}, {long_date(given.issued_on)}")]
    return [
        Run("text", f"{place}, ngày "),
        controls.space("ngay_ban_hanh.ngay", "Ngày ban hành", width=4),
        Run("text", " tháng "),
        controls.space("ngay_ban_hanh.thang", "Tháng ban hành", width=4),
        Run("text", f" năm {year}"),
    ]
