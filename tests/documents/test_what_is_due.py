"""What the plan says of a district by name or number is in its documents; what it says of others is not."""

from __future__ import annotations

import re

import pytest

from .produce import DRUG_FREE, FORMS, REPORTS, TOWNS, UNITS, document, documents

# Exemplary communes due of all communes, counted by hand (II.5.b; units at 07/02/2024).
SHARES = {
    "vinh": "04/25",
    "cua-lo": "02/07",
    "thai-hoa": "02/09",
    "hoang-mai": "10/10",
    "anh-son": "04/21",
    "con-cuong": "02/13",
    "dien-chau": "06/37",
    "do-luong": "05/33",
    "hung-nguyen": "03/18",
    "ky-son": "04/21",
    "nam-dan": "10/19",
    "nghi-loc": "05/29",
    "nghia-dan": "04/23",
    "que-phong": "02/13",
    "quy-chau": "02/12",
    "quy-hop": "04/21",
    "quynh-luu": "05/33",
    "tan-ky": "04/22",
    "thanh-chuong": "06/38",
    "tuong-duong": "03/17",
    "yen-thanh": "06/39",
}


def percent(unit: str) -> str:
    return {"nam-dan": "50%", "hoang-mai": "100%"}.get(unit, "15%")


@pytest.mark.parametrize("form", ["ke-hoach", "bao-cao-6-thang", "phieu-kiem-tra"])
def test_the_share_of_exemplary_communes_is_a_number_with_its_base(form: str) -> None:
    for unit, share in SHARES.items():
        text = document(unit, form).text
        assert share in text, unit
        assert percent(unit) in text, unit


def test_phu_luc_i_shows_the_figure_and_how_it_was_counted() -> None:
    for unit, share in SHARES.items():
        figure, communes = share.split("/")
        row = document(unit, "ke-hoach").tables[2].entries[0]
        assert row[4] == figure, unit
        assert row[5].startswith(f"{percent(unit)} × {int(communes)} = "), unit
        assert percent(unit) in row[3], unit
        assert "“" in row[3], unit
        assert "(điểm b khoản 5 Mục II)" in row[3], unit


# Words of the plan that name units -> the units they name.
NAMED = {
    r"05 Công an phường": {"vinh"},
    r"02 Công an phường": {"hoang-mai"},
    r"Phan Bội Châu": {"vinh"},
    r"ít nhất 50% đơn vị cấp xã": {"nam-dan"},
    r"huyện điển hình[^.;]*vào năm 2025": {"nam-dan"},
    r"100% xã, phường điển hình": {"hoang-mai"},
    r"ít nhất 15% đơn vị cấp xã": set(UNITS) - {"nam-dan", "hoang-mai"},
    r"thị xã điển hình[^.;]* đã xây dựng năm 2023": {"thai-hoa", "cua-lo"},
    r"thị xã Hoàng Mai điển hình về phong trào toàn dân bảo vệ ANTQ năm 2024": {"hoang-mai"},
    r"Công an phường điển hình, kiểu mẫu[^.;]*đã xây dựng trong năm 2023": {"vinh", "cua-lo", "thai-hoa"},
    r"đạt “Điển hình, kiểu mẫu về ANTT và văn minh đô thị”": {"vinh", "hoang-mai"},
    r"(?<!Đề án xây dựng )Công an phường (điển hình|đạt)": TOWNS,
    r"trọng điểm phức tạp": set(UNITS) - TOWNS,
    r"nông thôn mới nâng cao": set(UNITS) - {"cua-lo"},
}


@pytest.mark.parametrize(("words", "units"), NAMED.items())
def test_a_duty_of_named_units_is_in_their_plans_alone(words: str, units: set[str]) -> None:
    found = {unit for unit in UNITS if re.search(words, document(unit, "ke-hoach").text)}
    assert found == units


def test_only_the_six_shall_be_drug_free_as_districts() -> None:
    found = set()
    for unit, name in UNITS.items():
        text = document(unit, "ke-hoach").text
        if re.search(rf"{name} (đạt tiêu chí )?sạch về ma túy|công nhận {name} sạch", text):
            found.add(unit)
    assert found == DRUG_FREE


# What must not be said of a district in any of its documents -> the units of which it may be.
FOREIGN = {
    r"\b50%": {"nam-dan"},
    r"\b15%": set(UNITS) - {"nam-dan", "hoang-mai"},
    r"Phan Bội Châu": {"vinh"},
    r"\b05 Công an phường": {"vinh"},
    r"\b02 Công an phường": {"hoang-mai"},
    r"huyện điển hình[^.;|\n]*năm 2025": {"nam-dan"},
    r"(100% xã, phường|100% phường|100% xã, thị trấn)[^.;|\n]{0,30}điển hình[^.;|\n]*2024": {"hoang-mai"},
}


@pytest.mark.parametrize(("words", "units"), FOREIGN.items())
def test_what_is_others_is_in_no_document_of_a_district(words: str, units: set[str]) -> None:
    found = {unit for unit, _form, made in documents() if re.search(words, made.text)}
    assert found == units


@pytest.mark.parametrize(
    "total",
    [
        r"\b105\b",
        r"\b48 (xã|đơn vị|phường)",
        r"\b42 (cơ quan|đơn vị)",
        r"\b16 Công an phường",
        r"\b07 Công an phường",
        r"\b04 xã (còn lại|trọng điểm|ra khỏi|trên)",
        r"\b08 đơn vị",
        r"\b06 (đơn vị cấp huyện|huyện|đơn vị)\b",
        r"\b02 mô hình nổi bật",
        r"\b460\b",
        r"\b21 (huyện|đơn vị cấp huyện)",
    ],
)
def test_no_total_of_the_province_is_in_any_document(total: str) -> None:
    found = [
        f"{form} {unit}: {match[0]}"
        for unit, form, made in documents()
        for match in re.finditer(total, made.text)
    ]
    assert found == []


def test_every_document_names_its_own_unit_and_no_other() -> None:
    """Vinh's year report has a place for Cửa Lò, Cửa Lò's says where its papers go (domain.md 2.2).

    Four communes of Nghi Lộc go to Vinh with it.
    """
    allowed = {("vinh", "cua-lo"), ("cua-lo", "vinh"), ("vinh", "nghi-loc"), ("nghi-loc", "vinh")}
    wrong = []
    for unit, form, made in documents():
        if UNITS[unit] not in made.text:
            wrong.append(f"{form} {unit}: not named")
        for other, name in UNITS.items():
            pair = (unit, other)
            if other != unit and name in made.text and not (form == "bao-cao-nam" and pair in allowed):
                wrong.append(f"{form} {unit}: {name}")
    assert wrong == []


@pytest.mark.parametrize(("unit", "other"), [("cua-lo", "thành phố Vinh"), ("vinh", "thị xã Cửa Lò")])
def test_the_merger_of_december_2024_is_in_the_year_report(unit: str, other: str) -> None:
    text = document(unit, "bao-cao-nam").text
    assert "ngày 01 tháng 12 năm 2024" in text
    assert other in text
    assert "nhập vào thành phố Vinh" in text


def test_what_everyone_owes_is_in_every_plan() -> None:
    everywhere = (
        "ít nhất 01 cơ quan, 01 doanh nghiệp",
        "02 cơ sở giáo dục thuộc thẩm quyền quản lý",
        "01 khu dân cư làm điểm",
        "01 mô hình tiêu biểu nhất",
        "ít nhất 01 mô hình",
        "diễn đàn “Công an lắng nghe ý kiến Nhân dân”",
        "treo cờ Tổ quốc",
        "Trung học phổ thông".lower(),
        "trước tháng 10 năm 2024",
        "trước ngày 14/6/2024",
        "trước ngày 14/12/2024",
    )
    for unit in UNITS:
        text = document(unit, "ke-hoach").text
        assert [words for words in everywhere if words not in text] == [], unit


@pytest.mark.parametrize("form", REPORTS)
def test_the_indicator_table_prints_the_district_s_own_target(form: str) -> None:
    for unit, share in SHARES.items():
        figure = share.split("/")[0]
        rows = {cells[1]: cells[3] for cells in document(unit, form).tables[2].entries}
        registered = next(target for label, target in rows.items() if "đăng ký xây dựng điển hình" in label)
        # What these two were given counts those that are kept; the row counts what is registered anew.
        assert (registered == "x") if unit in ("nam-dan", "hoang-mai") else (figure in registered), unit


def test_every_document_says_whose_plan_it_carries_out() -> None:
    for unit, form, made in documents(*FORMS):
        assert "Kế hoạch số 104/KH-UBND ngày 07 tháng 02 năm 2024" in made.text, (unit, form)
        assert made.properties["keywords"].startswith(f"kh-docs:104-kh-ubnd-2024:{unit}:"), (unit, form)
        assert made.properties["language"] == "vi-VN"
