"""A table stays aligned with Vietnamese letters and wraps only its last column."""

from kh_docs.cli.table import table


def test_columns_align_and_the_last_one_wraps() -> None:
    rows = [
        ("nam-dan", "huyện Nam Đàn", "một hai ba bốn năm sáu bảy tám chín mười"),
        ("vinh", "thành phố Vinh", ""),
    ]
    assert table(("Mã", "Đơn vị", "Ghi chú"), rows, width=55) == [
        "Mã       Đơn vị          Ghi chú",
        "-------  --------------  ------------------------------",
        "nam-dan  huyện Nam Đàn   một hai ba bốn năm sáu bảy tám",
        "                         chín mười",
        "vinh     thành phố Vinh",
    ]


def test_a_path_is_never_cut_and_lines_stay_lines() -> None:
    assert table(("Mục", "Chi tiết"), [("mẫu", f"dòng một\n{'x' * 40}")], width=20) == [
        "Mục  Chi tiết",
        "---  ------------------------------",
        "mẫu  dòng một",
        f"     {'x' * 40}",
    ]
