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
    assert table(("Mục", "Chi tiết"), [("mẫu", f"dòng một\n{'x' * 40}")], width=35) == [
        "Mục  Chi tiết",
        "---  ------------------------------",
        "mẫu  dòng một",
        f"     {'x' * 40}",
    ]


def test_a_narrow_screen_gets_the_cells_one_below_the_other() -> None:
    rows = [("nam-dan", "huyện Nam Đàn", "19", ""), ("vinh", "thành phố Vinh", "25", "có phường")]
    assert table(("Mã", "Đơn vị", "Xã", "Đặc điểm của đơn vị này"), rows, width=30) == [
        "nam-dan",
        "  Đơn vị: huyện Nam Đàn",
        "  Xã: 19",
        "vinh",
        "  Đơn vị: thành phố Vinh",
        "  Xã: 25",
        "  Đặc điểm của đơn vị này:",
        "    có phường",
    ]


def test_a_screen_that_says_it_has_one_column_is_not_believed() -> None:
    assert table(("Mã", "Tên"), [("a", "b c")], width=1) == ["Mã  Tên", "--  ---", "a   b c"]
