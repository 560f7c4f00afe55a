"""What bodies and children of a unit are called, by its type and by the date."""

from __future__ import annotations

from datetime import date

import pytest

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.names import role_names
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book
from kh_docs.model.units import Unit

PLAN_DAY = date(2024, 2, 23)


def names_of(book: Book, unit: str, day: date = PLAN_DAY) -> dict[str, str]:
    return role_names(UnitPlan(book, book.units[unit], day))


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
        ("commune_committees", "UBND các xã, thị trấn", "UBND các xã, phường", "UBND các phường, xã"),
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
        ("vinh", "thành phố Vinh", "các phường, xã", "xã", "25"),
    ],
)
def test_words_for_the_unit(unit: str, full: str, children: str, child: str, count: str, book: Book) -> None:
    """The more numerous type first: 16 phường and 9 xã in Vinh; five and five in Hoàng Mai."""
    words = UnitPlan(book, book.units[unit], PLAN_DAY).words
    assert (words.full, words.children, words.child, words.n) == (full, children, child, count)


@pytest.mark.parametrize(("unit", "short"), [("nam-dan", "CAH"), ("hoang-mai", "CATX"), ("vinh", "CATP")])
def test_the_abbreviation_for_the_file_copy(unit: str, short: str, book: Book) -> None:
    assert UnitPlan(book, book.units[unit], PLAN_DAY).role_short("police") == short


COMMUNE = Unit(id="cat-ngan", code="17728", name="Cát Ngạn", type="xã", level="xã")


@pytest.mark.parametrize(
    ("role", "xa", "phuong"),
    [
        ("issuer", "UBND xã", "UBND phường"),
        ("office", "Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND phường"),
        ("finance", "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("infrastructure", "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("education", "Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội"),
        ("justice", "Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND phường"),
        ("public_service", *(f"Trung tâm Phục vụ hành chính công {kind}" for kind in ("xã", "phường"))),
        ("police", "Công an xã", "Công an phường"),
        ("military", "Ban Chỉ huy Quân sự xã", "Ban Chỉ huy Quân sự phường"),
        ("health", "Trạm Y tế xã", "Trạm Y tế phường"),
        ("party", "Đảng ủy xã", "Đảng ủy phường"),
        ("party_building", "Ban Xây dựng Đảng xã", "Ban Xây dựng Đảng phường"),
        ("front", *(f"Ủy ban Mặt trận Tổ quốc Việt Nam {kind}" for kind in ("xã", "phường"))),
        ("labour_union", "Công đoàn xã", "Công đoàn phường"),
        ("court", "Tòa án nhân dân khu vực", "Tòa án nhân dân khu vực"),
        ("residential_areas", "các khối, xóm, bản", "các khối, xóm"),
    ],
)
def test_names_of_the_two_tier_government(role: str, xa: str, phuong: str, book_of_2026: Book) -> None:
    """Nghị định 150/2025/NĐ-CP: the departments of a xã and those of a phường."""
    found = [names_of(book_of_2026, unit, date(2026, 1, 15))[role] for unit in ("kim-lien", "vinh-phu")]
    assert found == [xa, phuong]


def test_whom_a_commune_orders_and_whom_it_asks(book_of_2026: Book) -> None:
    plan = UnitPlan(book_of_2026, book_of_2026.units["kim-lien"], date(2026, 1, 15))
    held = [role for role in map(plan.role, dict.fromkeys(role.id for role in plan.book.roles)) if role]
    ordered = {role.id for role in held if role.command == "order"}
    assert {"office", "finance", "education", "public_service", "police", "military", "health", "schools",
            "residential_heads"} <= ordered  # fmt: skip
    asked = {role.id for role in held if role.command == "request"}
    assert {"party", "party_building", "front", "women", "youth", "labour_union", "court", "high_schools",
            "enterprises"} <= asked  # fmt: skip


def test_every_lead_of_a_district_but_those_below_it_has_one_in_a_commune(book_of_2026: Book) -> None:
    names = {role.id for role in book_of_2026.roles if role.level == "huyện"}
    for unit in ("kim-lien", "cua-lo"):
        missing = names - names_of(book_of_2026, unit, date(2026, 1, 15)).keys()
        assert missing - {"border_guard"} == {
            "police_wards", "commune_police", "commune_committees", "ward_committees", "rural_committees",
            "media_centre",
            "economic_zone_board",
        }  # fmt: skip


def test_the_border_and_the_sea_have_their_posts(book_of_2026: Book) -> None:
    posts = {
        unit for unit in book_of_2026.units
        if "border_guard" in names_of(book_of_2026, unit, date(2026, 1, 15))
    }  # fmt: skip
    assert {"cua-lo", "my-ly", "quynh-mai"} <= posts
    assert not posts & {"kim-lien", "vinh-phu", "huu-kiem"}


@pytest.mark.parametrize(
    ("unit", "day", "top", "line", "place", "signs"),
    [
        ("nam-dan", date(2024, 2, 23), "ỦY BAN NHÂN DÂN", "HUYỆN NAM ĐÀN", "Nam Đàn", "CHỦ TỊCH"),
        ("kim-lien", date(2026, 1, 15), "ỦY BAN NHÂN DÂN", "XÃ KIM LIÊN", "Kim Liên", "CHỦ TỊCH"),
        ("vinh-phu", date(2026, 1, 15), "ỦY BAN NHÂN DÂN", "PHƯỜNG VINH PHÚ", "Vinh Phú", "CHỦ TỊCH"),
    ],
)
def test_the_issuer_s_lines(
    unit: str, day: date, top: str, line: str, place: str, signs: str, book: Book, book_of_2026: Book
) -> None:
    of_day = book_of_2026 if day.year == 2026 else book
    plan = UnitPlan(of_day, of_day.units[unit], day)
    issuer = plan.issuer
    assert (issuer.agency_top, issuer.agency, issuer.place, issuer.symbol) == (top, line, place, "UBND")
    assert issuer.signs == ("TM. ỦY BAN NHÂN DÂN", signs)
    assert issuer.name == f"Ủy ban nhân dân {plan.unit.full_name}"


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
        ("PHAN2", "Phần thứ hai"),
        ("PHAN2.I.1.a", "điểm a khoản 1 Mục I Phần thứ hai"),
        ("PHAN3.1", "khoản 1 Phần thứ ba"),
        ("PHANII.I", "Mục I Phần II"),
        ("A.I.1.a", "điểm a khoản 1 Mục I Phần A"),
        ("A.1.a", "điểm a khoản 1 Mục A"),
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
