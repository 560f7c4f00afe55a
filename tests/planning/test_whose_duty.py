"""Plans of other subjects: what one unit, some units or the province has to do is no other's duty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
Read = Callable[..., dict[str, Any]]
Written = Callable[[str], str]
HEAD = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 77/KH-UBND
Nghệ An, ngày 10 tháng 01 năm {year}
KẾ HOẠCH
Xây dựng nông thôn mới năm {year}
"""


@pytest.fixture
def imported(typed: Callable[[str], dict[str, Any]]) -> Read:
    return lambda body, year=2026: typed(f"{HEAD.format(year=year)}{body}")


@pytest.fixture
def written(run: Run, workspace: Path, words_of: Callable[[Path], str]) -> Written:
    def text_of(unit: str) -> str:
        code, out, err = run("generate", unit, "--plan", "thu")
        assert code == 0, err
        return words_of(workspace / out.split("\n")[0])

    return text_of


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Huyện Nam Đàn hoàn thiện hồ sơ.", "hoàn thiện hồ sơ"),
        ("Các huyện đồng bằng: Nam Đàn, Yên Thành hoàn thiện hồ sơ.", "hoàn thiện hồ sơ"),
        ("Các huyện đi đầu (Nam Đàn, Yên Thành) hoàn thiện hồ sơ.", "hoàn thiện hồ sơ"),
        ("Giao các huyện: Kỳ Sơn 02 mô hình; Nam Đàn 07 mô hình.", "07 mô hình"),
        ("Giao các huyện: Kỳ Sơn 02 mô hình; Nam Đàn phấn đấu 07 mô hình, 5 tổ.", "07 mô hình"),
    ],
)
def test_what_names_one_unit_is_not_printed_for_another(
    sentence: str, words: str, imported: Read, written: Written
) -> None:
    """“1. Huyện Nam Đàn hoàn thiện hồ sơ …” stood in the plan of another as its own task."""
    imported(f"I. NHIỆM VỤ\n1. {sentence}\n2. UBND các huyện, thành phố, thị xã trồng cây.", 2024)
    # In the text too, not in the annex alone.
    assert words in written("Nam Đàn").split("Phụ lục I\n")[0].split("CHỈ TIÊU THỰC HIỆN")[0]
    assert words not in written("Tương Dương")


def test_names_behind_a_description_of_units(imported: Read) -> None:
    found = imported(
        "I. NHIỆM VỤ\n1. UBND các xã miền núi: Keng Đu, Mỹ Lý kiểm đếm, xong trước ngày 31/5/2026.\n"
        "2. UBND các xã, phường: Thực hiện trước ngày 30/6/2026."
    )
    bound = [each["units"] for each in with_units(found)]
    assert bound == [{"keng-du", "my-ly"}, set()]
    assert found["questions"] == []


def with_units(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The deadlines of a plan with the units that their clauses name."""
    return [
        {**each, "units": {unit["id"] for unit in found["units"] if unit["clause"] == each["clause"]}}
        for each in found["deadlines"]
    ]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Hồ sơ trực tuyến đạt từ 60% đến 70%.", "khoảng số"),
        ("Giảm từ 5% đến 10% số vụ.", "khoảng số"),
        ("Nâng tỷ lệ từ 60% lên 70%.", "khoảng số"),
        ("Mỗi lớp không quá 50 người.", "tối đa"),
        ("Giữ tỷ lệ hộ nghèo dưới 3%.", "tối đa"),
        ("Có 12.000 hộ (chiếm 91,16%) dùng nước sạch.", "con số đứng trước"),
        ("Có 130/130 xã, phường có tổ công nghệ số.", "phân số"),
        ("Các xã đồng bằng đạt 75%.", "nhóm đơn vị"),
        ("Xã loại II có tối thiểu 50 người.", "nhóm đơn vị"),
        ("Các xã còn lại mỗi xã 10 mô hình.", "nhóm đơn vị"),
    ],
)
def test_figures_that_no_unit_was_given_are_asked_about(sentence: str, asked: str, imported: Read) -> None:
    """60 was the target of every unit, and 50 people what a course should reach."""
    found = imported(f"I. MỤC TIÊU\n1. {sentence}\nII. NHIỆM VỤ\n1. UBND các xã, phường thực hiện.")
    assert any(asked in each["message"] for each in found["questions"])
    # The last of “from … to …” stays, and that of which the share is.
    kept = [70] if "lên" in sentence else [12000] if "chiếm" in sentence else []
    assert [each["value"] for each in found["figures"]] == kept


@pytest.mark.parametrize(
    ("sentence", "printed", "left_out"),
    [
        ("Trên 95% hồ sơ tại cấp tỉnh và tối thiểu 80% hồ sơ tại cấp xã được số hóa.", "80%", "95%"),
        ("Kinh tế số chiếm 20% GRDP của tỉnh, 45% số hộ dùng nền tảng số.", "45%", "20%"),
        ("Đối với cấp tỉnh: xử lý 77% điểm đen.", "", "77%"),
        ("Có ít nhất 130 khu dân cư kiểu mẫu.", "", "130"),
        ("Các phường đạt 91%.", "", "91%"),
        ("Xóa 66% vùng lõm sóng tại các xã Keng Đu, Mỹ Lý.", "", "66%"),
    ],
)
def test_what_the_province_or_others_reach_is_no_row_of_the_annex(
    sentence: str, printed: str, left_out: str, imported: Read, written: Written
) -> None:
    imported(
        f"I. MỤC TIÊU\n1. {sentence}\n2. 33% cán bộ được tập huấn.\n"
        "II. NHIỆM VỤ\n1. UBND các xã, phường thực hiện."
    )
    annex = written("Kim Liên").split("CHỈ TIÊU THỰC HIỆN")[1]
    assert "33%" in annex
    assert printed in annex
    assert left_out not in annex


TABLE = """I. MỤC TIÊU
1. Chỉ tiêu của các đơn vị:
{}
II. NHIỆM VỤ
1. UBND các xã, phường thực hiện."""


def test_a_table_of_shares_gives_each_unit_its_own(imported: Read) -> None:
    """“90% | 12.500” were the words of a target."""
    found = imported(
        TABLE.format(
            "TT\tĐơn vị\tTỷ lệ nộp trực tuyến\tSố lượt thanh toán\n1\tP. Cửa Lò\t85%\t6.000\n"
            "2\tXã Kim Liên\t70%\t3 - 5"
        )
    )
    told = [(each["value"], each["measure"], each["units"]) for each in found["figures"]]
    assert told == [
        (None, "%", ["cua-lo", "kim-lien"]), (85, "%", ["cua-lo"]), (70, "%", ["kim-lien"]),
        (None, "lượt", ["cua-lo"]), (6000, "lượt", ["cua-lo"]),
    ]  # fmt: skip
    assert [each["literal"] for each in found["questions"]] == ["3 - 5"]


@pytest.mark.parametrize("reached", ["Luỹ kế đến 2025", "Hiện có", "Kết quả năm 2025"])
def test_what_was_reached_is_not_what_is_to_be_reached(
    reached: str, imported: Read, written: Written
) -> None:
    """Of “Đến 2024 | Năm 2025” under one head the first was every unit's target."""
    found = imported(
        TABLE.format(
            f"TT\tĐơn vị\tSố thôn đạt chuẩn\tSố thôn đạt chuẩn\nTT\tĐơn vị\t{reached}\tNăm 2026\n"
            "1\tPhường Cửa Lò\t14\t15\n2\tXã Kim Liên\t16\t27"
        )
    )
    assert [each["literal"] for each in found["questions"]] == [reached]
    annex = written("Kim Liên").split("CHỈ TIÊU THỰC HIỆN")[1]
    assert "Số thôn đạt chuẩn Năm 2026" in annex
    assert "27" in annex
    assert "16" not in annex


@pytest.mark.parametrize(
    "body",
    [
        "Sở Y tế", "Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Nông nghiệp và Môi trường",
        "Công ty TNHH MTV Thủy lợi Bắc", "Báo và phát thanh, truyền hình Nghệ An", "Bộ đội Biên phòng tỉnh",
    ],
)  # fmt: skip
def test_bodies_of_the_province_by_their_whole_names(body: str, imported: Read, workspace: Path) -> None:
    """“Sở Khoa” had to act, and for “Sở Y tế” and a company every commune."""
    imported(
        f"I. NHIỆM VỤ\n1. {body} rà soát 55 hồ sơ, xong trước ngày 30/6/2026.\n"
        f"2. {body}, Sở Nội vụ rà soát xong trước ngày 31/7/2026."
    )
    deadlines = (workspace / "data/plans/thu/deadlines.yaml").read_text(encoding="utf-8")
    assert deadlines.count(f"who: {body}\n") == 2
    assert deadlines.count("acts: province") == 2


@pytest.mark.parametrize(
    ("cited", "numbers"),
    [
        (
            "Quyết định số 263/QĐ-TTg ngày 22/02/2022, số 318/QĐ-TTg, 319/QĐ-TTg ngày 08/3/2022",
            (263, 318, 319),
        ),
        ("Quyết định số 318/QĐ-TTg và 319/QĐ-TTg ngày 08/3/2022", (318, 319)),
        ("Quyết định số 318/QĐ-TTg, số 319/QĐ-TTg và số 320/QĐ-TTg ngày 08/3/2022", (318, 319, 320)),
    ],
)
def test_several_acts_of_one_kind_in_a_row(cited: str, numbers: tuple[int, ...], imported: Read) -> None:
    """319 was lost, 318 a “văn bản”, and 263 had no issuer."""
    found = imported(f"Căn cứ {cited} của Thủ tướng Chính phủ;\nI. NHIỆM VỤ\n1. Rà soát.\n2. Trồng cây.")
    told = [(each["number"], each["kind"], each["issuer"]) for each in found["legal_bases"][:-1]]
    assert told == [(f"{one}/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ") for one in numbers]


@pytest.mark.parametrize(
    "words", ["hằng tháng (trước ngày 18)", "tháng, chậm nhất ngày 20; báo cáo năm", "tháng trước ngày 25"]
)
def test_a_day_of_no_month_is_asked_about(words: str, imported: Read) -> None:
    found = imported(f"I. NHIỆM VỤ\n1. UBND các xã, phường báo cáo {words}.\n2. Trồng cây.")
    assert [each["clause"] for each in found["questions"]] == ["I.1"]
    assert found["deadlines"] == []
