"""The inspection forms: what is preset follows from traits and deadlines, and the counts agree."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kh_docs.documents.given import Given

from .produce import (
    BORDER,
    COAST,
    COMMUNE_FORM,
    DRUG_FREE,
    RURAL,
    TOWNS,
    UNITS,
    document,
)
from .word import Document, Table

# Items that do not bind everyone -> the units they bind (domain.md 7.3). What only the district knows
# (religious areas KT19 and KT20) is never preset.
BINDS = {
    "KT12": DRUG_FREE,
    "KT21": BORDER | COAST,
    "KT40": RURAL,
    "KT48": {"vinh", "cua-lo", "thai-hoa"},
    "KT49": {"vinh", "hoang-mai"},
    "KT50": {"thai-hoa", "cua-lo", "hoang-mai"},
    "KT51": {"nam-dan"},
    # “UBND các huyện có liên quan”: no town, no city.
    "KT52": set(UNITS) - TOWNS,
    "KT53": RURAL,
}
# Item -> the last day of the deadline it asks about: before it nobody can have failed.
LAST_DAYS = {
    "KT36": date(2024, 9, 30),
    "KT37": date(2024, 9, 30),
    "KT41": date(2024, 3, 31),
    "KT42": date(2024, 5, 14),
    "KT61": date(2024, 6, 13),
}
ALL = [f"KT{number:02d}" for number in range(1, 63)]
# domain.md 7.1: what can be judged at a commune.
AT_COMMUNES = [
    *("KT03", "KT04", "KT05", "KT08", "KT10", "KT11"),
    *(f"KT{number}" for number in range(13, 24)),
    *(f"KT{number}" for number in range(25, 36)),
    # Upper secondary schools (KT41-KT43) are none of a commune's.
    *("KT38", "KT39", "KT40"),
    *(f"KT{number}" for number in range(44, 48)),
    "KT49",
    *(f"KT{number}" for number in range(52, 63)),
]
CRITICAL = ["KT01", "KT03", "KT24", "KT25", "KT26", "KT35", "KT41", "KT44", "KT46"]


def checklist(made: Document) -> list[list[str]]:
    """The rows of Phụ lục I, without their running number."""
    table = next(table for table in made.tables if table.rows[0].texts[:2] == ["TT", "Mã"])
    assert [cells[0] for cells in table.entries] == [str(n) for n in range(1, len(table.entries) + 1)]
    return [cells[1:] for cells in table.entries]


def left_out(made: Document) -> str:
    """The line below the criteria."""
    table = next(table for table in made.tables if table.rows[0].texts[:2] == ["TT", "Mã"])
    told = table.rows[-1].texts[0]
    return told.partition("\n")[0] if told.startswith("Nội dung không kiểm tra") else ""


def presets(made: Document, value: str) -> set[str]:
    """Items that are preset to `value` for the unit; the team judges by itself."""
    found = set()
    for cells in checklist(made):
        own, team = (text.replace("…", "") for text in cells[4:6])
        assert team == "", cells
        assert own in ("", "Không áp dụng", "Chưa đến hạn"), cells
        if own == value:
            found.add(cells[0])
    return found


def test_all_62_items_and_the_models_first() -> None:
    for unit in UNITS:
        codes = [cells[0] for cells in checklist(document(unit, "phieu-kiem-tra"))]
        none_of_its = {code for code, units in BINDS.items() if unit not in units}
        assert sorted(codes) == [code for code in ALL if code not in none_of_its], unit
        # Group E, what the province's team comes for (II.6.a.1).
        assert codes[:16] == [f"KT{number}" for number in range(23, 39)], unit


def test_the_commune_form_holds_what_can_be_judged_there() -> None:
    for unit in UNITS:
        codes = [cells[0] for cells in checklist(document(unit, COMMUNE_FORM))]
        none_of_its = {code for code, units in BINDS.items() if unit not in units}
        assert sorted(codes) == [code for code in AT_COMMUNES if code not in none_of_its], unit


@pytest.mark.parametrize("form", ["phieu-kiem-tra", COMMUNE_FORM])
def test_what_binds_others_is_left_out_and_named_below_with_the_reason(form: str) -> None:
    for unit in UNITS:
        made = document(unit, form)
        possible = ALL if form == "phieu-kiem-tra" else AT_COMMUNES
        expected = {code for code, units in BINDS.items() if unit not in units} & set(possible)
        assert set(re.findall(r"KT\d\d", left_out(made))) == expected, unit
        assert presets(made, "Không áp dụng") == set(), unit
    inland = left_out(document("nam-dan", "phieu-kiem-tra"))
    assert "tuyến biển (KT21): địa bàn không có tuyến biên giới đất liền, tuyến biển" in inland


def test_the_core_stands_first_and_the_rest_is_part_two() -> None:
    for form in ("phieu-kiem-tra", COMMUNE_FORM):
        made = document("nam-dan", form)
        table = next(table for table in made.tables if table.rows[0].texts[:2] == ["TT", "Mã"])
        heads = [row.texts[0] for row in table.rows if len(set(row.texts)) == 1][:4]
        assert heads[0] == "PHẦN 1. NỘI DUNG TRỌNG TÂM", form
        assert heads[1].startswith("A. Rà soát, đánh giá mô hình"), form
        assert heads[2] == "PHẦN 2. CÁC NỘI DUNG KHÁC", form


@pytest.mark.parametrize(
    ("day", "not_due"),
    [(date(2024, 3, 1), {"KT03", "KT61"}), (date(2024, 4, 1), {"KT61"}), (date(2024, 6, 5), set())],
)
def test_at_a_commune_the_unit_s_own_days_count(day: date, not_due: set[str]) -> None:
    """Plan by 04/3, half-year report by 04/6 (proposed in plan.yaml)."""
    assert presets(document("nam-dan", COMMUNE_FORM, day, Given(day)), "Chưa đến hạn") == not_due


def test_findings_have_lines_to_write_on_and_no_prompts() -> None:
    for form in ("phieu-kiem-tra", COMMUNE_FORM):
        made = document("nam-dan", form)
        lines = [item for item in made.body if re.fullmatch("…{20,}", item.text.strip())]
        assert len(lines) == 19
        assert "Nêu " not in made.text
        assert "Biên bản được lập thành 04 bản" in made.text
        assert "không quy định mức điểm" not in made.text


@pytest.mark.parametrize(
    ("day", "not_due"),
    [
        (None, {"KT36", "KT37"}),
        (date(2024, 2, 26), {"KT36", "KT37", "KT41", "KT42", "KT61"}),
        (date(2024, 4, 10), {"KT36", "KT37", "KT42", "KT61"}),
        (date(2024, 5, 20), {"KT36", "KT37", "KT61"}),
        (date(2024, 6, 14), {"KT36", "KT37"}),
        (date(2024, 10, 1), set()),
    ],
    ids=["no date", "plan", "April", "May", "June", "October"],
)
def test_not_due_is_what_lies_after_the_day_of_the_inspection(day: date | None, not_due: set[str]) -> None:
    """Without a date: 28/6/2024, the last working day of Quý II (interface.md)."""
    reference = day or date(2024, 6, 28)
    assert not_due == {code for code, last in LAST_DAYS.items() if last > reference}
    for unit in ("nam-dan", "vinh", "ky-son"):
        made = document(unit, "phieu-kiem-tra", day, Given(day))
        assert presets(made, "Chưa đến hạn") == not_due, unit


def summary(made: Document) -> Table:
    return next(table for table in made.tables if "Nhóm tiêu chí" in table.rows[0].texts)


@pytest.mark.parametrize("form", ["phieu-kiem-tra", COMMUNE_FORM])
def test_the_summary_counts_what_the_list_holds(form: str) -> None:
    for unit in UNITS:
        made = document(unit, form)
        rows = summary(made).entries
        counts = [int(row[2]) for row in rows]
        assert counts[-1] == len(checklist(made)) == sum(counts[:-1]), unit
        # Both sides count when they have judged: before that nothing is filled in for them, no nought either.
        assert {text for row in rows for text in row[3:]} == {"…"}, unit


def test_every_item_has_clause_and_evidence() -> None:
    for form in ("phieu-kiem-tra", COMMUNE_FORM):
        for unit in UNITS:
            for cells in checklist(document(unit, form)):
                assert "Mục I" in cells[2], (form, unit, cells)
                assert len(cells[1]) > 25, (form, unit, cells)
                assert len(cells[3]) > 5, (form, unit, cells)


def test_results_are_drop_downs_of_four() -> None:
    results = ("Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn")
    for form in ("phieu-kiem-tra", COMMUNE_FORM):
        made = document("nam-dan", form)
        columns = [control for control in made.controls if control.tag.endswith((".tu_cham", ".doan_cham"))]
        judged = [control for control in columns if control.tag.startswith("KT")]
        assert len(judged) == 2 * len(checklist(made))
        assert {(control.kind, control.choices) for control in judged} == {("dropDownList", results)}


def test_critical_items_are_named_by_their_numbers() -> None:
    for unit in UNITS:
        made = document(unit, "phieu-kiem-tra")
        codes = [cells[0] for cells in checklist(made)]
        numbers = ", ".join(str(number) for number, code in enumerate(codes, 1) if code in CRITICAL)
        assert f"Các tiêu chí có số thứ tự {numbers} nếu “Không đạt” thì phải có kiến nghị" in made.text, unit


def test_three_sides_sign() -> None:
    for form in ("phieu-kiem-tra", COMMUNE_FORM):
        made = document("nam-dan", form)
        table = next(table for table in made.tables if table.rows[0].texts[0] == "THƯ KÝ")
        assert table.rows[0].texts == ["THƯ KÝ", "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", "TRƯỞNG ĐOÀN"]
        assert table.rows[1].texts == ["…", "…", "…"]
        assert table.rows[2].texts[0].split("\n")[-1] == "- Lưu: VT, Hồ sơ."


def test_the_two_teams() -> None:
    for unit, name in UNITS.items():
        province, district = document(unit, "phieu-kiem-tra"), document(unit, COMMUNE_FORM)
        heads = [made.tables[0].rows[0].texts[0].split("\n")[:2] for made in (province, district)]
        assert heads[0] == ["CÔNG AN TỈNH NGHỆ AN", "ĐOÀN KIỂM TRA"], unit
        assert " ".join(heads[1][:-1]).startswith("ỦY BAN NHÂN DÂN"), unit
        assert f"tại {name}" in province.text.replace("\n", " "), unit


def test_the_day_of_the_inspection_is_in_the_text_not_in_the_head() -> None:
    """Mẫu 1.9 has no place and date line; --date is the day on which the inspection starts."""
    day = date(2024, 6, 5)
    made = document("nam-dan", "phieu-kiem-tra", day, Given(day, "7"))
    assert made.tables[0].rows[1].texts == ["Số: 07/BB-ĐKT", ""]
    start = next(item.plain for item in made.body if item.plain.startswith("Thời gian bắt đầu"))
    assert start.endswith("ngày 05 tháng 6 năm 2024.")


def test_one_sheet_for_judging_a_model() -> None:
    """domain.md 7.4."""
    made = document("nam-dan", "phieu-kiem-tra")
    titles = [paragraph.plain for paragraph in made.body if paragraph.style == "Tên bảng"]
    assert titles == [
        "1. Thông tin về mô hình",
        "2. Hồ sơ mô hình",
        "3. Kết quả hoạt động trong 06 tháng gần nhất",
        "4. Đánh giá",
        "5. Kết luận",
    ]
    group = next(
        control
        for control in made.controls
        if len(control.choices) == 4 and "Nhân rộng" in control.choices[0]
    )
    assert [choice[0] for choice in group.choices] == ["1", "2", "3", "4"]
