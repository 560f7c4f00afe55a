"""Each indicator adds up by its own rule and says of how many units; the province's own totals beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from kh_docs.facts.spelt_values import value_of
from kh_docs.model.book import Book
from kh_docs.model.registers import Register
from kh_docs.returns.adding import Total, totals_of
from kh_docs.returns.matrix import Matrix
from kh_docs.returns.provincial import number_of, provincial
from kh_docs.returns.returned import Return
from kh_docs.returns.targets import figures_of, number_in, unit_targets
from kh_docs.returns.values import Figure


def sent(book: Book, unit: str, values: dict[str, str], models: tuple[str, ...] = ()) -> Return:
    """A return that says so in this period, with a list of models."""
    items = {item.id: item for item in book.indicators.indicators}
    figures = {}
    for key, raw in values.items():
        name, _dot, column = key.partition(".")
        value = value_of(raw, items[name].type, items[name].measure, 2024)
        doubtful = bool(value.question) and column != "chi_tieu"
        figures[f"{name}.{column or 'ky_nay'}"] = Figure(
            value.state, value.value, raw, "bảng 3", "tag", doubtful
        )
    rows = [{"ten": (name, "bảng 5")} for name in models]
    day = date(2024, 6, 10)
    return Return(
        unit, f"{unit}.docx", "", day, 0.0, (), "", None, figures, [], {}, (), {"mo_hinh": rows}, {}, ()
    )


def total(
    book: Book, key: str, *returns: Return, of: int = 21, registers: Sequence[Register] | None = None
) -> Total:
    matrix = Matrix(book.units)
    if registers is None:
        registers = [register for register in book.registers if "bao-cao-6-thang" in register.kinds]
    for each in returns:
        matrix.add(each, registers)
    return totals_of(book, {key: of}, matrix)[key]


def two(book: Book, indicator: str, one: str, other: str) -> Total:
    found = [sent(book, unit, {indicator: text}) for unit, text in (("vinh", one), ("nam-dan", other))]
    return total(book, f"{indicator}.ky_nay", *found)


def test_a_sum_and_of_how_many(book: Book) -> None:
    assert two(book, "so_buoi_tuyen_truyen", "1.200", "40") == Total(1240, 2, 21)
    # A blank is nothing, a nought a number.
    assert two(book, "so_buoi_tuyen_truyen", "", "0") == Total(0, 1, 21)
    assert two(book, "so_buoi_tuyen_truyen", "1,120", "40") == Total(40, 1, 21)
    assert two(book, "so_buoi_tuyen_truyen", "-", "Không") == Total(None, 0, 21)


def test_a_ratio_from_its_parts_never_the_mean_of_ratios(book: Book) -> None:
    """5 of 25 and 19 of 19 are 24 of 44: 54,5%, not the mean of 20% and 100%."""
    parts = ("xa_co_mo_hinh_phong_chong_ma_tuy", "tong_don_vi_cap_xa")
    ratio = "ty_le_xa_co_mo_hinh_ma_tuy"
    vinh = sent(book, "vinh", dict(zip((*parts, ratio), ("5", "25", "20"), strict=True)))
    nam_dan = sent(book, "nam-dan", dict(zip((*parts, ratio), ("19", "19", "100"), strict=True)))
    # One that gave only a part is left out of both sides.
    ky_son = sent(book, "ky-son", {parts[0]: "7"})
    assert total(book, f"{ratio}.ky_nay", vinh, nam_dan, ky_son) == Total(54.5, 2, 21)


def test_a_table_of_what_changed_says_nothing_of_all_there_is(book: Book) -> None:
    """40 models kept of which two changed are 40, not the two that the table names."""
    vinh = sent(book, "vinh", {"mo_hinh_loai": "40"}, ("Camera an ninh", "Tổ tự quản"))
    nam_dan = sent(book, "nam-dan", {"mo_hinh_loai": "32"}, ("Camera an ninh",))
    ky_son = sent(book, "ky-son", {}, ("Tiếng kẻng",))
    for kind in ("bao-cao-6-thang", "bao-cao-nam"):
        tables = [register for register in book.registers if kind in register.kinds]
        found = total(book, "mo_hinh_loai.ky_nay", vinh, nam_dan, ky_son, registers=tables)
        assert found == Total(72, 2, 21)


def test_a_model_that_two_units_name_is_one(book: Book) -> None:
    """Where a table prints the whole list."""
    (changed,) = (register for register in book.registers if register.id == "mo_hinh")
    whole = [changed.replace(rows=tuple(rows.replace(where={}) for rows in changed.rows))]

    vinh = sent(book, "vinh", {"mo_hinh_loai": "2"}, ("Camera an ninh", "Tổ tự quản"))
    nam_dan = sent(book, "nam-dan", {"mo_hinh_loai": "2"}, ("Mô hình “Camera an ninh”", "Tiếng kẻng"))
    assert total(book, "mo_hinh_loai.ky_nay", vinh, nam_dan, registers=whole) == Total(3, 2, 21)
    # What was counted beyond the list cannot be matched and is counted with it.
    ky_son = sent(book, "ky-son", {"mo_hinh_loai": "4"}, ("TỔ TỰ QUẢN",))
    found = total(book, "mo_hinh_loai.ky_nay", vinh, nam_dan, ky_son, registers=whole)
    assert found == Total(6, 3, 21)


def test_days_are_counted_as_kept_and_answers_as_yes(book: Book) -> None:
    """The review was due before 15/02/2024: on the 15th it is late."""
    assert two(book, "ngay_hoan_thanh_ra_soat", "14/02/2024", "15/02/2024") == Total(1, 2, 21)
    assert two(book, "huyen_sach_ma_tuy", "Đạt", "Chưa đạt") == Total(1, 2, 21)
    assert two(book, "huyen_sach_ma_tuy", "Giữ vững", "Đạt") == Total(2, 2, 21)
    assert two(book, "huyen_sach_ma_tuy", "Không giao", "Chưa đạt") == Total(0, 2, 21)
    assert two(book, "tinh_trang_tong_ket_nd06", "Đã tổng kết", "Chưa") == Total(None, 2, 21)


@pytest.mark.parametrize(
    ("indicator", "words", "number"),
    [
        # “105 đơn vị cấp xã”, “06 đơn vị cấp huyện”, “07 Công an phường”, “48 xã, phường, thị trấn”,
        # “42 cơ quan, doanh nghiệp, cơ sở giáo dục”, “04 xã còn lại” of Kế hoạch 104.
        ("xa_sach_ma_tuy_moi_2024", "105", 105),
        ("huyen_sach_ma_tuy", "06", 6),
        ("ca_phuong_dat_moi", "07", 7),
        ("ca_phuong_duy_tri", "16", 16),
        ("xa_dien_hinh_duy_tri", "48", 48),
        ("cq_dn_csgd_dien_hinh_duy_tri", "42", 42),
        ("xa_trong_diem_antt_ra_khoi", "04", 4),
    ],
)
def test_the_provinces_own_totals(indicator: str, words: str, number: int, book: Book) -> None:
    item = next(item for item in book.indicators.indicators if item.id == indicator)
    target = provincial(book, item)
    assert target is not None
    assert (target.value, number_of(target)) == (words, number)


def test_what_binds_each_unit_by_itself_has_no_total_of_the_province(book: Book) -> None:
    items = {item.id: item for item in book.indicators.indicators}
    for name in ("xa_dat_dien_hinh_moi", "co_quan_dien_hinh_moi", "xa_da_cong_nhan_sach_ma_tuy"):
        assert provincial(book, items[name]) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ít nhất 10 (gồm số duy trì)", 10),
        ("Ít nhất 01", 1),
        ("1.205", 1205),
        ("100% số trường, trong Quý I/2024", None),
        ("Không giao", None),
    ],
)
def test_targets_in_words(text: str, number: float | None, book: Book) -> None:
    item = next(item for item in book.indicators.indicators if item.id == "xa_dat_dien_hinh_moi")
    assert number_in(text, item) == number


def test_a_target_of_nothing_is_none(book: Book) -> None:
    """Who wrote 0 as target and 0 as figure has reached nothing, and missed nothing."""
    item = next(item for item in book.indicators.indicators if item.id == "co_quan_dien_hinh_moi")
    matrix = Matrix(book.units)
    for unit, target in (("vinh", "Ít nhất 01"), ("nam-dan", "0"), ("ky-son", "")):
        told = {"co_quan_dien_hinh_moi.chi_tieu": target, "co_quan_dien_hinh_moi": "0"}
        matrix.add(sent(book, unit, told), ())
    assert unit_targets(matrix, item) == {"vinh": 1}


def test_a_rate_is_always_that_of_its_parts(book: Book) -> None:
    """12 kept and 7 new of 19 are 100%, whatever somebody typed; without a part there is no rate."""
    item = next(item for item in book.indicators.indicators if item.id == "ty_le_xa_dien_hinh")
    parts = ("xa_dien_hinh_duy_tri", "xa_dat_dien_hinh_moi", "tong_don_vi_cap_xa", "ty_le_xa_dien_hinh")
    matrix = Matrix(book.units)
    for unit, values in (("nam-dan", ("12", "7", "19", "1")), ("vinh", ("3", "", "25", "100"))):
        matrix.add(sent(book, unit, dict(zip(parts, values, strict=True))), ())
    assert figures_of(matrix, item) == {"nam-dan": 100}


def test_every_figure_that_a_form_asks_has_a_rule_by_which_it_is_added(book: Book) -> None:
    """Nothing that 21 units typed is left without a total; rates follow from their parts."""
    without = [
        item.code
        for item in book.indicators.indicators
        if item.type in ("n", "m") and item.aggregate not in ("sum", "union", "max", "weighted_mean")
    ]
    assert without == []
