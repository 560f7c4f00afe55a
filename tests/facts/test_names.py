"""What bodies and children of a unit are called, by its type and by the date."""

from __future__ import annotations

from datetime import date

import pytest

from kh_docs.facts import UnitPlan
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.names import role_names, unit_words
from kh_docs.model.book import Book
from kh_docs.model.units import Unit

PLAN_DAY = date(2024, 2, 23)


def names_of(book: Book, unit: str, day: date = PLAN_DAY) -> dict[str, str]:
    district = book.units[unit]
    return role_names(UnitPlan(book, district, day), unit_words(district))


@pytest.mark.parametrize(
    ("role", "huyen", "thi_xa", "thanh_pho"),
    [
        ("police", "Công an huyện", "Công an thị xã", "Công an thành phố"),
        ("party", "Huyện ủy", "Thị ủy", "Thành ủy"),
        ("party_propaganda", "Ban Tuyên giáo Huyện ủy", "Ban Tuyên giáo Thị ủy", "Ban Tuyên giáo Thành ủy"),
        ("youth", "Huyện đoàn", "Thị đoàn", "Thành đoàn"),
        (
            "military",
            "Ban Chỉ huy Quân sự huyện",
            "Ban Chỉ huy Quân sự thị xã",
            "Ban Chỉ huy Quân sự thành phố",
        ),
        ("agriculture", "Phòng Nông nghiệp và Phát triển nông thôn", "Phòng Kinh tế", "Phòng Kinh tế"),
        ("infrastructure", "Phòng Kinh tế và Hạ tầng", "Phòng Quản lý đô thị", "Phòng Quản lý đô thị"),
        ("education", "Phòng Giáo dục và Đào tạo", "Phòng Giáo dục và Đào tạo", "Phòng Giáo dục và Đào tạo"),
        ("front", *(f"Ủy ban Mặt trận Tổ quốc Việt Nam {kind}" for kind in ("huyện", "thị xã", "thành phố"))),
        ("commune_committees", "UBND các xã, thị trấn", "UBND các xã, phường", "UBND các xã, phường"),
    ],
)
def test_names_by_type(role: str, huyen: str, thi_xa: str, thanh_pho: str, book: Book) -> None:
    found = [names_of(book, unit)[role] for unit in ("nam-dan", "thai-hoa", "vinh")]
    assert found == [huyen, thi_xa, thanh_pho]


@pytest.mark.parametrize(
    ("role", "units"),
    [
        # Đồn Biên phòng: at the border with Laos or at the sea.
        ("border_guard", "ky-son tuong-duong con-cuong que-phong anh-son thanh-chuong "
                         "quynh-luu hoang-mai dien-chau nghi-loc cua-lo"),
        ("ethnic", "anh-son con-cuong ky-son nghia-dan que-phong quy-chau quy-hop tan-ky thanh-chuong "
                   "tuong-duong thai-hoa"),
        ("economic_zone_board", "vinh cua-lo nghi-loc dien-chau quynh-luu hoang-mai hung-nguyen"),
        ("ward_committees", "vinh cua-lo thai-hoa hoang-mai"),
        ("police_wards", "vinh cua-lo thai-hoa hoang-mai"),
    ],
)  # fmt: skip
def test_a_body_exists_only_where_it_does(role: str, units: str, book: Book) -> None:
    assert {unit for unit in book.units if role in names_of(book, unit)} == set(units.split())


def test_the_rural_office_is_wherever_there_is_a_commune(book: Book) -> None:
    assert {unit for unit in book.units if "rural_office" not in names_of(book, unit)} == {"cua-lo"}


@pytest.mark.parametrize(
    ("unit", "full", "children", "child", "count"),
    [
        ("nam-dan", "huyện Nam Đàn", "các xã, thị trấn", "xã", "19"),
        ("cua-lo", "thị xã Cửa Lò", "các phường", "phường", "07"),
        ("thai-hoa", "thị xã Thái Hòa", "các xã, phường", "xã", "09"),
        ("hoang-mai", "thị xã Hoàng Mai", "các xã, phường", "xã", "10"),
        ("vinh", "thành phố Vinh", "các xã, phường", "xã", "25"),
    ],
)
def test_words_for_the_unit(unit: str, full: str, children: str, child: str, count: str, book: Book) -> None:
    words = unit_words(book.units[unit])
    assert (words.full, words.children, words.child, words.n) == (full, children, child, count)


@pytest.mark.parametrize(("unit", "short"), [("nam-dan", "CAH"), ("hoang-mai", "CATX"), ("vinh", "CATP")])
def test_the_abbreviation_for_the_file_copy(unit: str, short: str, book: Book) -> None:
    assert UnitPlan(book, book.units[unit], PLAN_DAY).role_short("police") == short


COMMUNE = Unit(
    id="cat-ngan",
    code="17728",
    name="Cát Ngạn",
    type="xã",
    children=(Unit(code="1", name="Thôn 1", type="xã", id="thon-1"),),
)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("police", "Công an xã"),
        ("party", "Đảng ủy xã"),
        ("education", "Phòng Văn hóa - Xã hội"),
        ("finance", "Phòng Kinh tế"),
        ("issuer", "UBND xã"),
    ],
)
def test_from_july_2025_the_commune_s_bodies_hold_the_roles(role: str, name: str, book: Book) -> None:
    plan = UnitPlan(book, COMMUNE, date(2025, 7, 1))
    held = plan.role(role)
    assert held is not None
    assert plan.role_name(held) == name


@pytest.mark.parametrize("day", [date(2025, 7, 1), date(2026, 11, 23)])
def test_no_district_body_outlives_the_district(day: date, book: Book) -> None:
    named = names_of(book, "nam-dan", day)
    assert [name for name in named.values() if "huyện" in name.lower()] == []


def test_no_commune_body_before_its_day(book: Book) -> None:
    plan = UnitPlan(book, COMMUNE, date(2025, 6, 30))
    assert [role for role in ("issuer", "police", "party", "front", "military") if plan.role(role)] == []


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("II.5.b.2", "điểm b khoản 5 Mục II"),
        ("II.6.c", "điểm c khoản 6 Mục II"),
        ("III.1", "khoản 1 Mục III"),
        ("III.end", "đoạn cuối Mục III"),
        ("II", "Mục II"),
        ("opening", "phần mở đầu"),
    ],
)
def test_clauses_are_cited_with_the_capitals_of_the_decree(clause: str, name: str) -> None:
    """PL II, V.7: Mục has a capital, khoản and điểm have none."""
    assert clause_name(clause) == name
