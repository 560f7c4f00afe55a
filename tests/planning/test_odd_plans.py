"""Plans written in ways that ours is not: what is read wrong would be printed as a unit's own duty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
HEAD = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 77/KH-UBND
Nghệ An, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
{title}
"""


@pytest.fixture
def imported(typed: Callable[[str], dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    return lambda body, title="Trồng cây xanh năm 2026": typed(f"{HEAD.format(title=title)}{body}")


@pytest.mark.parametrize(
    ("sentence", "is_own"),
    [
        ("Toàn tỉnh trồng ít nhất 1.500.000 cây xanh.", False),
        ("Phấn đấu có ít nhất 50 xã, phường không có ma túy.", False),
        ("Trên địa bàn tỉnh có ít nhất 200 mô hình.", False),
        ("Tỉnh Nghệ An thành lập tối thiểu 10 đội.", False),
        ("Mỗi xã, phường trồng ít nhất 3.000 cây.", True),
        ("Ít nhất 80% khu dân cư trong tỉnh đạt chuẩn.", True),
    ],
)
def test_what_all_reach_together_is_no_units_own(
    sentence: str, is_own: bool, imported: Callable[..., dict[str, Any]], run: Run, workspace: Path
) -> None:
    """“Toàn tỉnh” at the head of a sentence was printed as the commune's: at least 1.500.000."""
    imported(f"I. MỤC TIÊU\n1. {sentence}\nII. NHIỆM VỤ\n1. UBND các xã, phường trồng cây.")
    targets = (workspace / "data/plans/thu/targets.yaml").read_text(encoding="utf-8")
    assert (f"scope: {'unit' if is_own else 'shared'}" in targets) is True


def test_numerals_with_a_dash_behind_them(imported: Callable[..., dict[str, Any]]) -> None:
    found = imported(
        "I - MỤC TIÊU\n1) Giảm 5% số vụ.\nII- NHIỆM VỤ\n1) UBND các xã, phường rà soát.\n"
        "III – BÁO CÁO\nBáo cáo quý."
    )
    assert found["title"] == "Trồng cây xanh năm 2026"
    assert [each["id"] for each in found["clauses"]] == ["I", "I.1", "II", "II.1", "III"]
    assert found["questions"] == []


def test_a_mark_that_is_not_understood_is_asked_about(imported: Callable[..., dict[str, Any]]) -> None:
    found = imported("I. NHIỆM VỤ\n1. Tuần tra.\nĐiều 2. UBND các xã, phường\n- Rà soát điểm đen.")
    (question,) = found["questions"]
    assert (question["clause"], question["literal"]) == ("I.1", "Điều 2. UBND các xã, phường")
    # What is cited at the head of a line is none.
    assert imported("I. NHIỆM VỤ\n1. Thực hiện\nĐiều 2 Luật Đất đai và các quy định.")["questions"] == []


@pytest.mark.parametrize(
    ("cited", "name"),
    [
        ("Luật Chuyển đổi số;", "Luật Chuyển đổi số"),
        ("Luật Công nghiệp công nghệ số ngày 14/6/2025;", "Luật Công nghiệp công nghệ số ngày 14/6/2025"),
        ("Pháp lệnh Dân số và các văn bản hướng dẫn;", "Pháp lệnh Dân số"),
    ],
)
def test_laws_called_after_a_number(cited: str, name: str, imported: Callable[..., dict[str, Any]]) -> None:
    found = imported(f"Căn cứ {cited} UBND tỉnh ban hành Kế hoạch:\nI. NHIỆM VỤ\n1. Thực hiện.")
    assert found["legal_bases"][0]["literal"] == name


@pytest.mark.parametrize(
    ("lead", "acts"),
    [
        ("UBND xã", "unit"), ("Các xã, phường", "unit"), ("Cấp xã", "unit"), ("Địa phương", "unit"),
        ("Sở Nông nghiệp và Môi trường", "province"), ("UBND tỉnh", "province"),
    ],
)  # fmt: skip
def test_who_leads_a_task_of_a_table(
    lead: str, acts: str, imported: Callable[..., dict[str, Any]], workspace: Path
) -> None:
    imported(
        "I. NHIỆM VỤ\n1. Trồng cây.\nNơi nhận:\n- Lưu: VT.\nPhụ lục I\nPHÂN CÔNG NHIỆM VỤ\n"
        f"TT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian\n1\tBan hành kế hoạch\t{lead}\tTrước 28/02/2026"
    )
    deadlines = (workspace / "data/plans/thu/deadlines.yaml").read_text(encoding="utf-8")
    assert f"acts: {acts}" in deadlines


def test_a_plan_that_amends_another_says_where_to_change_it(
    imported: Callable[..., dict[str, Any]],
) -> None:
    title = "Sửa đổi, bổ sung Kế hoạch số 35/KH-UBND ngày 15 tháng 01 năm 2026"
    found = imported(
        "Điều 1. Nội dung sửa đổi\n1. Sửa điểm a: “trước ngày 31/3/2026”.\n2. Bãi bỏ điểm d.", title
    )
    assert found["title"] == title
    assert any("sửa thẳng dữ liệu của kế hoạch ấy" in each["message"] for each in found["questions"])


EACH_TYPE = "Mỗi xã có 02 mô hình; mỗi phường có 05 mô hình."


@pytest.mark.parametrize(
    ("unit", "folder", "own", "other"),
    [("xã Kim Liên", "kim-lien", "02", "05"), ("phường Vinh Phú", "vinh-phu", "05", "02")],
)
def test_what_each_unit_of_a_type_has_to_do(
    unit: str,
    folder: str,
    own: str,
    other: str,
    imported: Callable[..., dict[str, Any]],
    words_of: Callable[[Path], str],
    run: Run,
    workspace: Path,
) -> None:
    """“Xã Kim Liên có 02 mô hình; xã Kim Liên có 05 mô hình” was printed, and both as its targets."""
    imported(
        f"I. MỤC TIÊU\n1. {EACH_TYPE}\n2. Phường trồng ít nhất 5.000 cây, xã trồng ít nhất 2.000 cây."
        "\n3. 50% các xã đạt chuẩn.\nII. NHIỆM VỤ\n1. UBND các xã, phường thực hiện."
    )
    assert run("generate", unit, "--plan", "thu")[0] == 0
    text = words_of(workspace / f"out/thu/{folder}/ke-hoach-{folder}-2026.docx")
    assert f"có {own} mô hình" in text
    assert f"có {other} mô hình" not in text
    table = text[text.index("CHỈ TIÊU THỰC HIỆN") :]
    trees = {"02": "2.000", "05": "5.000"}
    assert (f"{trees[own]} cây" in table, f"{trees[other]} cây" in table) == (True, False)
    assert "50%" not in table


def test_a_list_of_units_with_a_figure_each(imported: Callable[..., dict[str, Any]]) -> None:
    found = imported(
        "I. MỤC TIÊU\n1. Xã Kim Liên 10 cây, xã Vạn An 20 cây, phường Vinh Phú 30 cây.\n"
        "II. NHIỆM VỤ\n1. Trồng cây."
    )
    assert [(each["value"], each["measure"], each["units"]) for each in found["figures"]] == [
        (10, "cây", ["kim-lien"]), (20, "cây", ["van-an"]), (30, "cây", ["vinh-phu"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Mỗi xã, phường có từ 02 đến 03 mô hình.", "khoảng số"),
        ("Mỗi xã, phường có 01-02 tổ.", "khoảng số"),
        ("Giảm 10-15% số vụ.", "khoảng số"),
        ("Tối thiểu 1/3 số khu dân cư đạt chuẩn.", "phân số"),
        ("Mỗi xã, phường có hai mô hình.", "bằng chữ"),
    ],
)
def test_figures_that_are_no_number_are_asked_about(
    sentence: str, asked: str, imported: Callable[..., dict[str, Any]]
) -> None:
    found = imported(f"I. MỤC TIÊU\n1. {sentence}\nII. NHIỆM VỤ\n1. UBND các xã, phường thực hiện.")
    assert [asked in each["message"] for each in found["questions"]] == [True]
    assert found["figures"] == []


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("trong Quý I, II năm 2026", ["2026-06-30"]),
        ("trong Quý II và III/2026", ["2026-09-30"]),
        ("trước 15/6 và 15/11/2026", ["2026-06-14", "2026-11-14"]),
        ("trước ngày 15/3, 15/6, 15/9 hằng năm", ["2026-03-14", "2026-06-14", "2026-09-14"]),
    ],
)
def test_times_that_are_told_together(
    words: str, days: list[str], imported: Callable[..., dict[str, Any]]
) -> None:
    found = imported(f"I. NHIỆM VỤ\n1. UBND các xã, phường hoàn thành {words}.\n2. Trồng cây.")
    assert [each["last_day"] for each in found["deadlines"]] == days


@pytest.mark.parametrize(
    "words",
    [
        "trong 15 ngày kể từ ngày ban hành Kế hoạch", "trước Tết Nguyên đán", "trước ngày 25 hằng quý",
        "chậm nhất vào ngày 05 tháng đầu quý sau", "trong 6 tháng đầu năm", "trước ngày 05/01/2026",
    ],
)  # fmt: skip
def test_times_without_a_day_are_asked_about(words: str, imported: Callable[..., dict[str, Any]]) -> None:
    found = imported(f"I. NHIỆM VỤ\n1. UBND các xã, phường hoàn thành {words}.\n2. Trồng cây.")
    assert [each["clause"] for each in found["questions"]] == ["I.1"]
    assert found["deadlines"] == []


@pytest.mark.parametrize(
    ("sentence", "of_commune", "of_ward"),
    [
        ("UBND các phường thành lập đội dân phòng.", "", "UBND phường thành lập đội dân phòng."),
        # Of every unit of the level, whatever its type.
        ("UBND cấp xã báo cáo.", "UBND xã báo cáo.", "UBND phường báo cáo."),
        # Only a person can tell whether it is one.
        ("UBND các xã biên giới tuần tra.", "“UBND các xã biên giới tuần tra.”", ""),
        ("UBND các xã, phường (trừ phường Vinh Phú) trồng cây.",
         "“UBND các xã, phường (trừ phường Vinh Phú) trồng cây.”", ""),
    ],
)  # fmt: skip
def test_what_is_not_asked_of_a_unit_is_not_printed_for_it(
    sentence: str,
    of_commune: str,
    of_ward: str,
    imported: Callable[..., dict[str, Any]],
    words_of: Callable[[Path], str],
    run: Run,
    workspace: Path,
) -> None:
    words = sentence.rstrip(".")
    imported(
        f"I. NHIỆM VỤ\n1. {words} trước ngày 20/3/2026.\n2. {sentence}\n3. UBND các xã, phường thực hiện."
    )
    for unit, folder, said in (
        ("xã Kim Liên", "kim-lien", of_commune),
        ("phường Vinh Phú", "vinh-phu", of_ward),
    ):
        assert run("generate", unit, "--plan", "thu")[0] == 0
        text = words_of(workspace / f"out/thu/{folder}/ke-hoach-{folder}-2026.docx")
        ends = " ".join(words.split()[-3:])
        if said:
            assert said in text
        else:
            assert ends not in text
        # Nor is its deadline.
        assert ("20/3/2026" in text) is bool(said)


def test_a_plan_that_names_one_type_only_means_all(
    imported: Callable[..., dict[str, Any]], words_of: Callable[[Path], str], run: Run, workspace: Path
) -> None:
    imported("I. MỤC TIÊU\n1. Mỗi xã có 02 mô hình.\nII. NHIỆM VỤ\n1. UBND các xã trồng cây.")
    assert run("generate", "phường Vinh Phú", "--plan", "thu")[0] == 0
    text = words_of(workspace / "out/thu/vinh-phu/ke-hoach-vinh-phu-2026.docx")
    assert "có 02 mô hình" in text
    assert "UBND phường trồng cây" in text
