"""A list and a table that another plan declares in its data are read, asked, judged, printed and counted."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

Run = Callable[..., tuple[int, str, str]]
PLAN = "12-kh-ubnd-2027"
SHIPPED = Path(__file__).parent / "cay-xanh"
SECOND_TARGET = """
- id: C2
  clause: II.1
  words: 03 nơi trồng
  value: 3
  measure: nơi
  scope: unit
  kind: achieve
"""
PLACES = """\
places:
  - {name: Trường học A, trees: 1200, planted_on: 05/12/2027, species: keo}
  - {name: Nghĩa trang B, trees: 9000, planted_on: 11/12/2027, species: lim, ready: yes}
"""


@pytest.fixture
def plan(workspace: Path, run: Run) -> Path:
    """The plan on trees with a list of places and its table."""
    assert run("plan", "new", PLAN)[0] == 0
    folder = workspace / "data" / "plans" / PLAN
    for file in ("clauses.yaml", "deadlines.yaml", "targets.yaml", "indicators.yaml"):
        shutil.copy(SHIPPED / file, folder / file)
    for file in ("fields.yaml", "registers.yaml"):
        shutil.copy(SHIPPED / file, folder / file)
    with (folder / "targets.yaml").open("a", encoding="utf-8") as targets:
        targets.write(SECOND_TARGET)
    indicators = folder / "indicators.yaml"
    text = indicators.read_text(encoding="utf-8")
    indicators.write_text(
        text.replace("    core: yes", "    counted: {each: places, add: trees}\n    core: yes"),
        encoding="utf-8",
    )
    return folder


def told(workspace: Path, text: str) -> None:
    path = workspace / "data" / "districts" / PLAN / "kim-lien.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rows(run: Run, kind: str) -> list[list[str]]:
    """The rows of the table of places."""
    code, out, err = run("generate", "Kim Liên", "--plan", PLAN, "--kind", kind, "--json")
    assert code == 0, err
    (made,) = json.loads(out)["documents"]
    with zipfile.ZipFile(made["path"]) as archive:
        xml = archive.read("word/document.xml").decode()
    table = next(part.split("</w:tbl>")[0] for part in xml.split("<w:tbl>") if ">Nơi trồng<" in part)
    return [
        ["".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", cell)) for cell in row.split("</w:tc>")[:-1]]
        for row in table.split("</w:tr>")[:-1]
    ]


def test_its_table_is_printed_empty_and_listed_for_the_clerk(plan: Path, run: Run, workspace: Path) -> None:
    printed = rows(run, "ke-hoach")
    assert printed[0] == ["TT", "Nơi trồng", "Loài cây", "Số cây"]
    assert [row[0] for row in printed[1:]] == ["1", "2", "3", "", "./."]
    assert printed[4][1] == "Cộng"
    (missing,) = workspace.glob(f"out/{PLAN}/kim-lien/can-bo-sung-*.txt")
    assert "Danh sách nơi trồng cây" in missing.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["ke-hoach", "bao-cao-nam"])
def test_what_is_told_is_printed_and_added_up(kind: str, plan: Path, run: Run, workspace: Path) -> None:
    told(workspace, PLACES)
    assert rows(run, kind)[1:] == [
        ["1", "Trường học A", "Keo", "1.200"],
        ["2", "Nghĩa trang B", "Lim", "9.000"],
        ["", "Cộng", "", "10.200"],
        ["./."],
    ]


def test_an_indicator_counts_it(plan: Path, run: Run, workspace: Path) -> None:
    told(workspace, PLACES)
    rows(run, "bao-cao-nam")
    (path,) = workspace.glob(f"out/{PLAN}/kim-lien/bao-cao-nam-*.docx")
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    control = re.search(r'w:val="so_cay\.ky_nay".*?</w:sdt>', xml)
    assert control is not None
    assert ">10.200<" in control[0]


def test_it_is_judged(plan: Path, run: Run, workspace: Path) -> None:
    told(workspace, PLACES)
    code, _out, err = run("data", "check", "--plan", PLAN)
    assert code == 0
    said = [line.partition("kim-lien.yaml:")[2] for line in err.splitlines() if "kim-lien.yaml:" in line]
    assert [line.partition(": ")[2].partition(" ->")[0] for line in said] == [
        "places: mới có 02 nơi trồng, chỉ tiêu là 03 (khoản 1 Mục II)",
        "places.1.trees: Số cây: 9000 lớn hơn mức cao nhất có thể là 5000 (khoản 1 Mục II)",
        "places.1.planted_on: Nghĩa trang B: ngày 11/12/2027 sau ngày cuối 09/12/2027 của thời hạn "
        "“trước ngày 10/12/2027” (khoản 1 Mục II)",
        "places.1.name: “Nghĩa trang B” không trồng cây lấy gỗ (khoản 1 Mục II)",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "places:\n  - {name: A, tree: 5}\n",
            "kim-lien.yaml:2: places.0.tree: không biết trường “tree” -> có phải “trees”",
        ),
        ("places:\n  - {trees: 5}\n", "kim-lien.yaml:2: places.0.name: thiếu trường “name”"),
        (
            "places:\n  - name: A\n    trees: năm\n",
            "kim-lien.yaml:3: places.0.trees: “năm” phải là số nguyên",
        ),
        ("places:\n  - {name: A, species: thông}\n", "“thông” không dùng được -> chọn một trong: “"),
        ("places:\n  - {name: A, planted_on: 31/2/2027}\n", "“31/2/2027” là ngày không có thật"),
        ("nurserry: Vườn A\n", "không biết trường “nurserry” -> có phải “nursery”"),
        ("exemplary: yes\n", "không biết trường “exemplary”"),
    ],
)
def test_what_is_wrong_with_it_is_told_by_line(
    text: str, said: str, plan: Path, run: Run, workspace: Path
) -> None:
    told(workspace, text)
    code, out, _err = run("data", "check", "--plan", PLAN)
    assert code == 1
    assert said in out


def test_the_workbook_asks_for_it_and_gives_it_back(plan: Path, run: Run, workspace: Path) -> None:
    told(workspace, PLACES)
    assert run("data", "export", "bang.xlsx", "--plan", PLAN, "--district", "Kim Liên")[0] == 0
    book = load_workbook(workspace / "bang.xlsx")
    assert [name for name in book.sheetnames if name in ("Mô hình", "Kinh phí", "Phiếu kiểm tra")] == []
    sheet = book["Nơi trồng cây"]
    assert [cell.value for cell in sheet[3]] == [
        "Đơn vị",
        "Nơi trồng",
        "Số cây",
        "Ngày trồng",
        "Loài cây",
        "Đã đào hố",
    ]
    sheet["C4"] = 1300
    book.save(workspace / "bang.xlsx")
    code, out, err = run("data", "import", "bang.xlsx", "--plan", PLAN)
    assert (code, out.count("\n")) == (0, 1), err
    assert rows(run, "ke-hoach")[1] == ["1", "Trường học A", "Keo", "1.300"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "registers.yaml",
            "{each: places}",
            "{each: place}",
            "registers.yaml:6: 0.rows.0.each: không biết “place” -> có phải “places”",
        ),
        (
            "registers.yaml",
            "field: trees",
            "field: treees",
            "registers.yaml:12: 0.columns.2.field: không biết “treees” -> có phải “trees”",
        ),
        ("fields.yaml", "deadline: H1", "deadline: H9", "lists.0.fields.2.deadline: không biết “H9”"),
        ("fields.yaml", "target: C2", "target: C3", "enough.0.target: không biết “C3”"),
        ("fields.yaml", "id: nursery", "id: answers", "trùng mã “answers”"),
        ("fields.yaml", ", choices: [keo, lim]", "", "“choices” đi cùng “type: choice”"),
        ("indicators.yaml", "add: trees", "add: tree", "counted.add: không biết “tree”"),
    ],
)
def test_a_name_that_means_nothing_stops_the_plan(
    file: str, old: str, new: str, said: str, plan: Path, run: Run
) -> None:
    text = (plan / file).read_text(encoding="utf-8")
    assert old in text
    (plan / file).write_text(text.replace(old, new), encoding="utf-8")
    code, _out, err = run("generate", "Kim Liên", "--plan", PLAN)
    assert code == 2
    assert said in err
