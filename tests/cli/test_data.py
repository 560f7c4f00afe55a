"""`kh-docs data`: what it accepts and says, what the plan says of the data, the province's overview."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kh_docs.facts.order_vi import order_of

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


def write(workspace: Path, unit: str, text: str) -> None:
    path = workspace / "data" / "districts" / f"{unit}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_no_district_ships_with_data() -> None:
    assert list((ROOT / "data").glob("districts/*.yaml")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "bang.xls"], "tệp xuất ra phải có đuôi .xlsx"),
        (["export", "bang.xlsx", "--district", "Nam Đà"], "không có đơn vị “Nam Đà”"),
        (["import", "khong-co.xlsx"], "khong-co.xlsx: không đọc được tệp"),
    ],
)
def test_wrong_use_is_2(arguments: list[str], said: str, run: Run) -> None:
    code, out, err = run("data", *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_workbook_of_several_districts_has_the_communes_of_each(run: Run, workspace: Path) -> None:
    assert run("data", "export", "bang.xlsx", "--district", "nam dan", "--district", "TX. Hoàng Mai")[0] == 0
    sheet = load_workbook(workspace / "bang.xlsx")["Xã, phường"]
    units = [sheet.cell(row, 1).value for row in range(4, sheet.max_row + 1)]
    assert [units.count(name) for name in ("Nam Đàn", "Hoàng Mai")] == [19, 10]


def test_check_names_file_and_line(run: Run, workspace: Path) -> None:
    write(workspace, "nam-dan", "communes:\n  Nam Hưn:\n    exemplary: yes\n")
    write(workspace, "vinh", "signer:\n  name: Nguyễn Văn A\nanswers:\n  bao-cao-nam:\n    sai.ky_nay: 4\n")
    write(workspace, "nam-dam", "signer: {}\n")
    code, out, err = run("data", "check")
    assert code == 1
    assert out.startswith(
        "data/districts/nam-dan.yaml:2: communes.Nam Hưn: không có xã, phường, thị trấn “Nam Hưn”"
    )
    assert "có phải “Nam Hưng”" in out
    assert (
        "data/districts/vinh.yaml:5: answers.bao-cao-nam.sai.ky_nay: văn bản không có ô “sai.ky_nay”" in err
    )
    assert "data/districts/nam-dam.yaml: không có đơn vị “nam-dam”" in err


def test_a_fault_in_one_file_refuses_that_district_only(run: Run, workspace: Path) -> None:
    write(workspace, "nam-dan", "own_targets:\n  forums: vài\n")
    code, out, err = run("generate", "--district", "Nam Đàn", "--district", "Vinh", "--kind", "ke-hoach")
    assert code == 1
    assert out == "out/104-kh-ubnd-2024/vinh/ke-hoach-vinh-2024.docx\n"
    assert "data/districts/nam-dan.yaml:2: own_targets.forums: “vài” phải là số nguyên" in err


def test_the_same_fault_is_told_once_for_a_unit(run: Run, workspace: Path) -> None:
    write(workspace, "nam-dan", "own_targets:\n  forums: vài\ncommunes:\n  Kim Lien:\n    drugs: sạch\n")
    code, _out, err = run("generate", "nam-dan")
    assert code == 1
    assert err.count("“vài” phải là số nguyên") == 1
    assert err.count("-> có phải “Kim Liên”?") == 1
    assert "“sạch” không dùng được -> chọn một trong: “giữ vững” hoặc “làm sạch”\n" in err
    assert err.count("-nam-dan-2024.docx: lý do như trên\n") == 3
    _code, out, _err = run("generate", "nam-dan", "--json")
    warnings = [document["warnings"] for document in json.loads(out)["documents"]]
    assert [len(each) for each in warnings] == [3, 3, 3, 3]
    assert not [text for each in warnings for text in each if "\n" in text]


KNOWS = """\
plan_issued: {number: 45/KH-UBND, issued_on: 26/02/2024}
communes:
  Nam Hưng: {exemplary: yes, met: 40, year: quý IV}
bodies:
  - {name: Trường Tiểu học A, kind: cơ sở giáo dục}
  - {name: Công ty B, kind: doanh nghiệp, size: siêu nhỏ}
  - {name: Công an xã C, kind: cơ quan}
high_schools:
  - {name: Trường THPT D, launched_on: 05/4/2024}
models:
  - {name: Mô hình E, reviewed_on: 16/02/2024}
assignments:
  N41: {due: Trước ngày 20/10/2024}
answers:
  bao-cao-6-thang: {thpt_da_ra_mat_mo_hinh.ky_nay: 3}
own_targets: {safe_areas: "850", camera_communes: "20"}
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (1, "ngày 26/02/2024 sau ngày cuối 24/02/2024"),
        (3, "mới có 01 đơn vị cấp xã điển hình, chỉ tiêu là 10 (điểm b khoản 5 Mục II)"),
        (3, "Số tiêu chí đạt/34: 40 lớn hơn mức cao nhất có thể là 34 -> kiểm tra lại số"),
        (4, "mới có 01 cơ sở giáo dục, chỉ tiêu là 02 (điểm b khoản 5 Mục II)"),
        (
            5,
            "“Trường Tiểu học A” là trường tiểu học, mầm non; Thông tư số 124/2021/TT-BCA không áp dụng (G11",
        ),
        (6, "“Công ty B” là doanh nghiệp nhỏ, siêu nhỏ"),
        (7, "“Công an xã C” là đơn vị lực lượng vũ trang"),
        (9, "ngày 05/4/2024 sau ngày cuối 31/3/2024"),
        (11, "ngày 16/02/2024 sau ngày cuối 14/02/2024 của thời hạn “trước ngày 15/02/2024”"),
        (13, "N41: ngày 20/10/2024 sau ngày cuối 30/9/2024"),
        (15, "số liệu là 3 và 1 (điểm c khoản 6 Mục II)"),
        (16, "An toàn về ANTT” (%): 850 lớn hơn mức cao nhất có thể là 100 (điểm c khoản 7 Mục II)"),
        (16, "mô hình camera: 20 lớn hơn mức cao nhất có thể là 19 (điểm b khoản 6 Mục II)"),
        (3, "Năm đăng ký: “quý IV” không phải là năm -> ghi bốn chữ số, ví dụ 2024"),
    ],
)
def test_it_knows_the_plan(run: Run, workspace: Path, line: int, said: str) -> None:
    write(workspace, "nam-dan", KNOWS)
    code, out, err = run("data", "check")
    assert (code, out) == (0, "")
    assert any(f"data/districts/nam-dan.yaml:{line}: " in told and said in told for told in err.splitlines())


def test_the_overview_of_the_province(run: Run, workspace: Path) -> None:
    write(workspace, "nam-dan", "own_targets:\n  forums: vài\n")
    assert run("generate", "--all")[0] == 1
    path = workspace / "out" / "104-kh-ubnd-2024" / "tong-hop-2024.xlsx"
    sheet = load_workbook(path).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    names = [
        str(row[1]).removeprefix("huyện ").removeprefix("thị xã ").removeprefix("thành phố ") for row in rows
    ]
    assert len(rows) == 22
    assert names[:-1] == sorted(names[:-1], key=order_of)
    assert names[:5] == ["Anh Sơn", "Con Cuông", "Cửa Lò", "Diễn Châu", "Đô Lương"]
    nam_dan = rows[names.index("Nam Đàn")]
    heads = {cell.value: at for at, cell in enumerate(sheet[4])}
    columns = ("Xã điển hình: mới", "Cơ quan điển hình", "Doanh nghiệp điển hình", "Cơ sở giáo dục điển hình")
    assert [nam_dan[heads[name]] for name in columns] == ["10 gồm cả duy trì", 1, 1, 2]
    assert nam_dan[2] == 19
    assert nam_dan[10:14] == ["chưa lập được"] * 4
    before = path.read_bytes()
    run("generate", "--all")
    run("generate", "--district", "Vinh")
    assert path.read_bytes() == before
    # One that somebody has written on is kept, and the run says so by its code too.
    path.write_bytes(b"hers")
    code, _out, err = run("generate", "--all")
    assert (code, path.read_bytes()) == (3, b"hers")
    *_others, last = err.splitlines()
    assert last.startswith("Bảng tổng hợp các đơn vị: out/104-kh-ubnd-2024/tong-hop-2024.xlsx (giữ nguyên): ")


def test_a_workbook_for_each_unit(run: Run, workspace: Path) -> None:
    asked = ("data", "export", "so-lieu.xlsx", "--each", "--district", "Vinh", "--district", "Nam Đàn")
    assert run(*asked)[:2] == (0, "so-lieu-vinh.xlsx\nso-lieu-nam-dan.xlsx\n")
    units = load_workbook("so-lieu-vinh.xlsx")["Đơn vị"]
    assert {row[0] for row in units.iter_rows(min_row=2, values_only=True)} & {"Vinh", "Nam Đàn"} == {"Vinh"}
    # What somebody filled in is kept, and the others are made all the same.
    (workspace / "so-lieu-vinh.xlsx").write_bytes(b"hers")
    code, out, _err = run(*asked)
    assert (code, out) == (3, "so-lieu-nam-dan.xlsx\n")
    assert (workspace / "so-lieu-vinh.xlsx").read_bytes() == b"hers"


def test_vietnamese_order() -> None:
    words = ["Quỳnh Lưu", "Đô Lương", "Quỳ Hợp", "Diễn Châu", "Quế Phong", "Anh Sơn", "Cửa Lò", "Con Cuông"]
    assert sorted(words, key=order_of) == [
        "Anh Sơn", "Con Cuông", "Cửa Lò", "Diễn Châu", "Đô Lương", "Quế Phong", "Quỳ Hợp", "Quỳnh Lưu",
    ]  # fmt: skip


@pytest.mark.parametrize("met", ["²", "٣", "①", "-1", "1e3", "NaN", "9" * 400])
def test_what_is_no_number_in_the_data_is_exported_as_it_stands(met: str, workspace: Path, run: Run) -> None:
    """B5: she mends it where she sees it."""
    path = workspace / "data/districts/104-kh-ubnd-2024/nam-dan.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"communes:\n  Kim Liên:\n    met: {met}\n", encoding="utf-8")
    code, _out, err = run("data", "export", "so-lieu.xlsx", "--unit", "Nam Đàn")
    assert code == 0, err


def test_a_figure_of_thousands_is_multiplied(workspace: Path, run: Run) -> None:
    """Each commune holds 1.200 forums: a printed number has a dot."""
    path = workspace / "data/districts/104-kh-ubnd-2024/nam-dan.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("own_targets:\n  forums: 1200\n", encoding="utf-8")
    code, _out, err = run("generate", "Nam Đàn", "--kind", "bao-cao-nam")
    assert code == 0, err
    (made,) = workspace.rglob("bao-cao-nam-nam-dan-2024.docx")
    with zipfile.ZipFile(made) as archive:
        assert "22.800" in archive.read("word/document.xml").decode()
