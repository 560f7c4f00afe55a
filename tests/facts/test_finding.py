"""Any spelling of a district that a clerk would type finds it; anything else names the nearest."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_docs.facts import UnknownUnit, unit_by_name, units_of
from kh_docs.model.book import Book
from kh_docs.text import slug, spelt_alike


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("Nam Đàn", "nam-dan"),
        ("nam-dan", "nam-dan"),
        ("NAM ĐÀN", "nam-dan"),
        ("nam dan", "nam-dan"),
        ("  Nam   Đàn ", "nam-dan"),
        ("huyện Nam Đàn", "nam-dan"),
        ("Huyen Nam Dan", "nam-dan"),
        ("H. Nam Đàn", "nam-dan"),
        ("H.Nam Đàn", "nam-dan"),
        ("H.Nam-Dan", "nam-dan"),
        (unicodedata.normalize("NFD", "Huyện Nam Đàn"), "nam-dan"),
        ("Thái Hòa", "thai-hoa"),
        ("Thái Hoà", "thai-hoa"),
        (unicodedata.normalize("NFD", "TX. Thái Hoà"), "thai-hoa"),
        ("THỊ XÃ THÁI HOÀ", "thai-hoa"),
        ("tx thai hoa", "thai-hoa"),
        ("TX.Thái Hòa", "thai-hoa"),
        ("Vinh", "vinh"),
        ("TP. Vinh", "vinh"),
        ("TP Vinh", "vinh"),
        ("thành phố vinh", "vinh"),
        ("t.p. Vinh", "vinh"),
        ("Thi xa Hoang Mai", "hoang-mai"),
        ("cửa lò", "cua-lo"),
        ("Cua Lo", "cua-lo"),
        ("Quỳ Hợp", "quy-hop"),
        ("Quì Hợp", "quy-hop"),
        ("Qùy Hợp", "quy-hop"),
        ("Quỳ Châu", "quy-chau"),
        ("Quì Châu", "quy-chau"),
        ("Kỳ Sơn", "ky-son"),
        ("Đô Lương", "do-luong"),
        ("Ðô Lương", "do-luong"),
    ],
)
def test_spellings(asked: str, unit: str, book: Book) -> None:
    assert unit_by_name(book, asked).id == unit


@given(st.data())
def test_every_district_in_every_disguise(data: st.DataObject) -> None:
    book = _BOOK[0]
    district = data.draw(st.sampled_from(units_of(book)))
    prefix = data.draw(st.sampled_from(["", *PREFIXES[district.type]]))
    text = f"{prefix}{district.name}"
    text = data.draw(st.sampled_from([text, text.upper(), text.lower(), plain(text)]))
    form = data.draw(st.sampled_from(["NFC", "NFD"]))
    assert unit_by_name(book, unicodedata.normalize(form, text)).id == district.id


PREFIXES = {
    "huyện": ["huyện ", "Huyện ", "H. ", "H."],
    "thị xã": ["thị xã ", "TX. ", "TX.", "tx "],
    "thành phố": ["thành phố ", "TP. ", "TP.", "tp "],
}


def plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("Nam Đà", "huyện Nam Đàn"),
        ("Thái Hò", "thị xã Thái Hòa"),
        ("Hoàng May", "thị xã Hoàng Mai"),
        ("Quynh Luuu", "huyện Quỳnh Lưu"),
        ("Nghi Dàn", "huyện Nghĩa Đàn"),
        ("TP. Vin", "thành phố Vinh"),
    ],
)
def test_an_unknown_name_gives_the_nearest(asked: str, nearest: str, book: Book) -> None:
    with pytest.raises(UnknownUnit) as caught:
        unit_by_name(book, asked)
    assert caught.value.nearest[0] == nearest
    assert str(caught.value).startswith(f"không có đơn vị “{asked}” -> có phải {nearest}")


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("Kì Sơn", "ky-son"),
        ("huyện Tân Kì", "tan-ky"),
        ("Qui Châu", "quy-chau"),
        ("QUÌ HỢP", "quy-hop"),
        ("quinh luu", "quynh-luu"),
    ],
)
def test_i_and_y_are_one_sound(asked: str, unit: str, book: Book) -> None:
    assert unit_by_name(book, asked).id == unit


def test_i_and_y_tell_no_two_units_apart(book: Book) -> None:
    """Districts of the plan, and communes of one district; some differ by their marks alone."""
    groups = [[district.name for district in units_of(book)]]
    groups += [[commune.name for commune in district.children] for district in units_of(book)]
    plain = [{slug(name) for name in names} for names in groups]
    assert [names for names in plain if len({spelt_alike(name) for name in names}) != len(names)] == []


@pytest.mark.parametrize("asked", ["", "   ", "huyện", "Hà Nội", "Quỳ", "Nam", "namdan", "xã Nam Đàn", "12"])
def test_it_never_guesses(asked: str, book: Book) -> None:
    """A commune is no district, even one of the same name (since 01/7/2025 there is a xã Nam Đàn)."""
    with pytest.raises(UnknownUnit):
        unit_by_name(book, asked)


_BOOK: list[Book] = []


@pytest.fixture(autouse=True)
def remembered(book: Book) -> None:
    _BOOK[:] = [book]
