"""Any spelling of a unit that a clerk would type finds it; anything else names the nearest."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_docs.facts.finding import UnknownUnit, unit_by_name, units_of
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
        ("Nam Đàn, Nghệ An", "nam-dan"),
        ("huyện Nam Đàn, tỉnh Nghệ An", "nam-dan"),
        ("nam dan nghe an", "nam-dan"),
        ("UBND huyện Nam Đàn", "nam-dan"),
        ("ỦY BAN NHÂN DÂN HUYỆN NAM ĐÀN", "nam-dan"),
        ("Uỷ ban nhân dân thị xã Thái Hoà", "thai-hoa"),
    ],
)
def test_spellings(asked: str, unit: str, book: Book) -> None:
    assert unit_by_name(book, asked).id == unit


PREFIXES = {
    "huyện": ["huyện ", "Huyện ", "H. ", "H."],
    "thị xã": ["thị xã ", "TX. ", "TX.", "tx "],
    "thành phố": ["thành phố ", "TP. ", "TP.", "tp "],
    "xã": ["xã ", "Xã ", "X. ", "X.", "x "],
    "phường": ["phường ", "P. ", "P.", "p "],
}


@pytest.mark.parametrize("year", ["2024", "2026"])
@given(data=st.data())
def test_every_unit_in_every_disguise(year: str, data: st.DataObject) -> None:
    """The 21 districts and the 130 communes."""
    book = _BOOKS[year]
    unit = data.draw(st.sampled_from(units_of(book)))
    committee = data.draw(st.sampled_from(["", "UBND ", "Ủy ban nhân dân "]))
    prefix = data.draw(st.sampled_from(["", *PREFIXES[unit.type]]))
    name = data.draw(st.sampled_from([unit.name, unit.id, *unit.aliases]))
    place = data.draw(st.sampled_from(["", ", Nghệ An", ", tỉnh Nghệ An", " , nghe an"]))
    text = f"{committee}{prefix}{name}{place}"
    text = data.draw(st.sampled_from([text, text.upper(), text.lower(), plain(text), old_tones(text)]))
    composed = data.draw(st.booleans())
    written = unicodedata.normalize("NFC" if composed else "NFD", text)
    assert unit_by_name(book, written).id == unit.id


def old_tones(text: str) -> str:
    """The other style of tone marks: Hòa as Hoà, Thúy as Thuý."""
    return text.replace("òa", "oà").replace("óa", "oá").replace("úy", "uý")


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
    groups = [[unit.name for unit in units_of(book)]]
    groups += [[commune.name for commune in unit.children] for unit in units_of(book)]
    plain = [{slug(name) for name in names} for names in groups]
    assert [names for names in plain if len({spelt_alike(name) for name in names}) != len(names)] == []


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "   ",
        "huyện",
        "Hà Nội",
        "Quỳ",
        "Nam",
        "namdan",
        "xã Nam Đàn",
        "12",
        "Nam Đàn, Hà Tĩnh",
        ",",
        "UBND",
    ],
)
def test_it_never_guesses(asked: str, book: Book) -> None:
    """A commune is no district, even one of the same name (since 01/7/2025 there is a xã Nam Đàn)."""
    with pytest.raises(UnknownUnit):
        unit_by_name(book, asked)


@pytest.mark.parametrize("asked", ["Hanoi", "Hà Nội", "Sài Gòn", "???", "Đà Nẵng"])
def test_nothing_is_offered_where_nothing_is_near(asked: str, book: Book, book_of_2026: Book) -> None:
    for each in (book, book_of_2026):
        with pytest.raises(UnknownUnit, match=f"không có đơn vị “{re.escape(asked)}” -> xem tên các đơn vị"):
            unit_by_name(each, asked)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("phường Kim Liên", "có phải xã Kim Liên?"),
        ("P. Nam Đàn", "có phải xã Nam Đàn?"),
        ("xã Cửa Lò", "có phải phường Cửa Lò?"),
        ("đặc khu Vinh Phú", "có phải phường Vinh Phú?"),
        ("thị xã Cửa Lò", "thị xã Cửa Lò nay thuộc phường Cửa Lò"),
        (
            "huyện Nam Đàn",
            "huyện Nam Đàn nay thuộc xã Vạn An, xã Nam Đàn, xã Đại Huệ, xã Thiên Nhẫn, xã Kim Liên",
        ),
        ("TP Vinh", "thành phố Vinh nay thuộc phường Thành Vinh, "),
        ("Nam Cát", "xã Nam Cát nay thuộc xã Kim Liên"),
        ("Kim Lin", "có phải xã Kim Liên?"),
    ],
)
def test_the_right_unit_is_named(asked: str, said: str, book_of_2026: Book) -> None:
    """A type that contradicts, a unit that is no more, a slip of the finger: exit 2 with the right one."""
    with pytest.raises(UnknownUnit) as caught:
        unit_by_name(book_of_2026, asked)
    assert str(caught.value).startswith(f"không có đơn vị “{asked}” -> ")
    assert set(said.replace(",", "").split()) <= set(str(caught.value).replace(",", "").split())


def test_a_commune_of_a_district_is_said_to_be_its(book: Book) -> None:
    with pytest.raises(UnknownUnit, match="thuộc huyện Nam Đàn, kế hoạch giao đơn vị này"):
        unit_by_name(book, "xã Kim Liên")


def test_two_units_of_one_name_need_their_type(book_of_2026: Book) -> None:
    units = dict(book_of_2026.units)
    units["phuong-kim-lien"] = units["kim-lien"].replace(id="phuong-kim-lien", type="phường")
    book = book_of_2026.replace(units=units)
    with pytest.raises(UnknownUnit, match="ghi rõ xã Kim Liên hoặc phường Kim Liên"):
        unit_by_name(book, "Kim Liên")
    assert unit_by_name(book, "P. Kim Liên").id == "phuong-kim-lien"
    assert unit_by_name(book, "xa kim lien").id == "kim-lien"


def test_what_a_unit_belonged_to_may_follow_its_name(book_of_2026: Book) -> None:
    assert unit_by_name(book_of_2026, "xã Kim Liên, huyện Nam Đàn, tỉnh Nghệ An").id == "kim-lien"
    with pytest.raises(UnknownUnit):
        unit_by_name(book_of_2026, "xã Kim Liên, huyện Đô Lương")


_BOOKS: dict[str, Book] = {}


@pytest.fixture(autouse=True)
def remembered(book: Book, book_of_2026: Book) -> None:
    _BOOKS.update({"2024": book, "2026": book_of_2026})
