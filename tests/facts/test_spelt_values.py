"""What people write into cells, and what it says."""

from __future__ import annotations

import pytest

from kh_docs.facts.spelt_values import value_of


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("0", 0), ("00", 0), ("06", 6), ("12", 12), ("15.250", 15250), ("15 250", 15250),
        ("1.205.500", 1205500), ("……69.562", 69562), ("12 ...", 12),
        ("350,5", 350.5), ("0,125", 0.125), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1,205,500", 1205500),
        ("12 văn bản", 12), ("5 trạm y tế", 5), ("5 ti vi", 5), ("19 xã, phường", 19),
        (" 7 ", 7), ("412,75", 412.75),
    ],
)  # fmt: skip
def test_numbers(raw: str, number: float) -> None:
    assert value_of(raw, "n")[:3] == ("number", number, "")


@pytest.mark.parametrize(("raw", "number"), [("85%", 85), ("85,5 %", 85.5), ("100", 100)])
def test_percentages(raw: str, number: float) -> None:
    assert value_of(raw, "p", "%")[:3] == ("number", number, "")


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("1.205.500.000 đ", 1205.5), ("1.205.500.000 đồng", 1205.5), ("465,1", 465.1), ("465,1 triệu", 465.1),
        ("1,2 tỷ", 1200), ("500.000 nghìn đồng", 500), ("1 205 500 000 vnđ", 1205.5),
        ("350.000.000 đồng (ngân sách xã)", 350), ("50.000.000 đ (năm mươi triệu đồng)", 50),
        ("1.205.500.000 đồng, xã hội hóa", 1205.5), ("12 (nghìn đồng)", 0.012),
    ],
)  # fmt: skip
def test_money_is_taken_in_the_measure_of_the_form(raw: str, number: float) -> None:
    found = value_of(raw, "m", "triệu đồng")
    assert found[:3] == ("number", number, "")
    assert bool(found.note) == (raw[-1] not in "1u")


@pytest.mark.parametrize("raw", ["350.000.000", "1.000.000", "350.000.000 - ngân sách xã", "5.000 USD"])
def test_money_of_another_measure_is_asked_about(raw: str) -> None:
    """Nobody spends 350.000.000 triệu đồng: the measure was left out."""
    found = value_of(raw, "m", "triệu đồng")
    assert (found.state, found.value) == ("text", raw)
    assert "ghi rõ “đồng”" in found.question
    assert value_of("350 (ngân sách huyện)", "m", "triệu đồng")[:3] == ("number", 350, "")


@pytest.mark.parametrize("raw", ["1,120", "1.5", "15.25", "0.500"])
def test_what_can_be_read_in_two_ways_is_asked_about(raw: str) -> None:
    found = value_of(raw, "n")
    assert (found.state, found.value) == ("text", raw)
    assert f"“{raw}” đọc được hai cách" in found.question


@pytest.mark.parametrize(
    "raw",
    [
        "khoảng 12",
        "12-15",
        "6/21",
        "19 / 0",
        "12 (trong đó 3 nữ)",
        "1.2.3",
        "12,5,3",
        "85%",
        "12 nghìn lượt",
        "5 triệu",
        "1 tỷ rưỡi",
        "-5",
        "12 văn bản; 3 kế hoạch",
        # What stands behind a figure leaves it as open as what stands before it.
        "100+",
        "12?",
        "12 (ước)",
        "5 xã chưa có",
        "10 trở lên",
        "2 buổi/tháng",
        "3 mô hình mỗi xã",
        # Another number than its digits.
        "3 vạn",
        "12 (nghìn lượt)",
        "1½",
        "85 phần trăm",
        "21 (hai mươi hai)",
        # No figure, though somebody meant one.
        "mười hai",
        "như kỳ trước",
        "Đang thống kê",
        "O",
        "✓",
        "XII",
        # Crossed out, and what is no text.
        "2\u03362\u033623",
    ],
)
def test_what_is_no_number_is_asked_about(raw: str) -> None:
    found = value_of(raw, "n")
    assert (found.state, found.value) == ("text", raw)
    assert raw in found.question


def test_a_picture_in_a_cell_is_asked_about() -> None:
    found = value_of("\ufffc", "n")
    assert (found.state, "không đọc được" in found.question) == ("text", True)


@pytest.mark.parametrize(
    "raw", ["12 (mười hai)", "12¹", "12²", "12 (*)", "0 (không phát sinh)", "12 xã, phường"]
)
def test_what_only_names_a_figure_leaves_it(raw: str) -> None:
    assert value_of(raw, "n")[::2] == ("number", "")


@pytest.mark.parametrize("raw", ["-", "Không", "không có", "–", "x", "//", "chưa"])
def test_words_in_place_of_a_figure_stay_words(raw: str) -> None:
    assert value_of(raw, "n") == ("text", raw, "", "")


@pytest.mark.parametrize("raw", ["", "   ", "……", "......", "____", "\u00a0"])
@pytest.mark.parametrize("kind", "npmdbt")
def test_nothing_is_never_nought(raw: str, kind: str) -> None:
    assert value_of(raw, kind)[:2] == ("blank", None)


@pytest.mark.parametrize(
    ("raw", "state"),
    [
        ("Không áp dụng", "not_applicable"), ("KHÔNG ÁP DỤNG", "not_applicable"), ("Chưa đến kỳ", "not_due"),
        ("chưa đến hạn", "not_due"), ("Chưa có số liệu", "no_figure"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", "npmdbt")
def test_words_of_the_form(raw: str, state: str, kind: str) -> None:
    assert value_of(raw, kind)[:2] == (state, None)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("23/2", "2024-02-23"), ("ngày 05 tháng 3", "2024-03-05"), ("05/3/2024", "2024-03-05"),
        ("ngày 5 tháng 3 năm 2023", "2023-03-05"), ("14-02-2024", "2024-02-14"),
        ("2024-03-05", "2024-03-05"),
        ("19/2/23", "2023-02-19"), ("19.2.2024", "2024-02-19"),
        ("Ngày 19/02/2024, ký ngày 19/2", "2024-02-19"),
    ],
)  # fmt: skip
def test_days(raw: str, day: str) -> None:
    assert value_of(raw, "d", year=2024)[:3] == ("text", day, "")


@pytest.mark.parametrize(
    "raw", ["31/4", "30/02/2024", "tháng 3", "sớm", "tháng 3/2024", "15-20/5/2024", "từ 1/5 đến 3/5"]
)
def test_days_that_are_none_are_asked_about(raw: str) -> None:
    found = value_of(raw, "d", year=2024)
    assert (found.state, found.value) == ("text", raw)
    assert raw in found.question
