"""What the province gets: tracker with its decisions, workbook that can be followed, report, letters."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ..documents.word import Document
from .clerk import Form

Run = Callable[..., tuple[int, str, str]]
FOLDER = Path("out/104-kh-ubnd-2024/_tong-hop/bao-cao-6-thang")
TRACKER = FOLDER / "theo-doi-bao-cao-6-thang-2024.xlsx"
REPORT = FOLDER / "bao-cao-tong-hop-bao-cao-6-thang-2024.docx"
BOOK = FOLDER / "tong-hop-bao-cao-6-thang-2024.xlsx"
F1 = "so_buoi_tuyen_truyen.ky_nay"


@pytest.fixture
def returned(run: Run, workspace: Path) -> None:
    """Nam Đàn and Vinh sent their forms; one figure of Nam Đàn can be read in two ways."""
    for unit, figure in (("nam-dan", "1,120"), ("vinh", "1.205")):
        assert run("generate", unit, "--kind", "bao-cao-6-thang")[0] == 0
        made = workspace / f"out/104-kh-ubnd-2024/{unit}/bao-cao-6-thang-{unit}-2024.docx"
        form = Form(made.read_bytes())
        form.fill(F1, figure)
        form.fill("luot_nguoi_tuyen_truyen.ky_nay", "100")
        (workspace / "in").mkdir(exist_ok=True)
        (workspace / "in" / f"{unit}.docx").write_bytes(form.saved())


def collect(run: Run, *more: str) -> dict[str, Any]:
    code, out, err = run(
        "collect", "in", "--kind", "bao-cao-6-thang", "--as-of", "20/6/2024", "--json", *more
    )
    assert code in (1, 3), err
    found: dict[str, Any] = json.loads(out)
    return found


def text_of(path: Path) -> str:
    document = Document(path.read_bytes())
    return "\n".join(item.plain for item in document.body)


def all_text(path: Path) -> str:
    """What stands in tables too."""
    with zipfile.ZipFile(path) as package:
        return re.sub(r"<[^>]*>", "", package.read("word/document.xml").decode())


@pytest.mark.usefixtures("returned")
def test_the_outputs_and_their_names(run: Run) -> None:
    outputs = collect(run)["outputs"]
    assert outputs[:3] == [str(TRACKER), str(BOOK), str(REPORT)]
    letters = {Path(path).name for path in outputs[3:]}
    assert len(letters) == 21
    assert "don-doc-ky-son-bao-cao-6-thang.docx" in letters
    assert all(Path(path).is_file() for path in outputs)


@pytest.mark.usefixtures("returned")
def test_a_rehearsal_writes_nothing(run: Run) -> None:
    assert collect(run, "--dry-run")["outputs"] == []
    assert not FOLDER.exists()


@pytest.mark.usefixtures("returned")
def test_the_documents_are_in_the_decrees_form(run: Run) -> None:
    collect(run)
    letter = FOLDER / "don-doc-nam-dan-bao-cao-6-thang.docx"
    code, out, _err = run("check", str(REPORT), str(letter), "--json")
    assert (code, [file["ok"] for file in json.loads(out)["files"]]) == (0, [True, True])


@pytest.mark.usefixtures("returned")
def test_the_report_says_of_how_many_and_leaves_doubtful_figures_out(run: Run) -> None:
    collect(run)
    text = text_of(REPORT)
    assert "đã nhận được báo cáo của 02/21 đơn vị (chi tiết tại Phụ lục I" in text
    assert "1.205 buổi (01/21 đơn vị)" in text
    assert "200 lượt (02/21 đơn vị)" in text
    assert (
        "Đơn vị có số liệu cần làm rõ: Nam Đàn. Số ghi không rõ, số ghi hai nơi khác nhau chưa cộng" in text
    )
    assert "chưa cộng vào Báo cáo này (01 số)" in text


@pytest.mark.usefixtures("returned")
def test_a_letter_names_the_cell_and_both_readings(run: Run) -> None:
    collect(run)
    asked = text_of(FOLDER / "don-doc-nam-dan-bao-cao-6-thang.docx")
    assert "- F1 " in asked
    assert "“1,120” đọc được hai cách, là 1120 hay 1,12?" in asked
    missing = text_of(FOLDER / "don-doc-ky-son-bao-cao-6-thang.docx")
    assert "chưa nhận được báo cáo của huyện Kỳ Sơn (quá hạn 07 ngày)." in missing
    assert "- Lưu: VT, NC." in all_text(FOLDER / "don-doc-ky-son-bao-cao-6-thang.docx")


@pytest.mark.usefixtures("returned")
def test_the_report_cites_each_annex_by_its_number(run: Run) -> None:
    collect(run)
    text = text_of(REPORT)
    heads = re.findall(r"^Phụ lục [IVX]+$", text, re.MULTILINE)
    assert len(heads) > 1
    for head in heads:
        assert re.search(rf"\(.*{head}\b", text), head
    assert "(Phụ lục)" not in text
    assert "- Lưu: VT, NC." in all_text(REPORT)


@pytest.mark.usefixtures("returned")
def test_the_workbook_can_be_followed(run: Run) -> None:
    collect(run)
    workbook = load_workbook(BOOK)
    asked = ["Tổng hợp", "Hai kỳ", "Biểu đồ", "Nguồn", "Câu hỏi"]
    assert workbook.sheetnames == [*asked, "Lời văn", "Đã quyết định"]
    rows = {row[0].value: row for row in workbook["Tổng hợp"].iter_rows(min_row=5)}
    at = rows["F1"][0].row
    assert rows["F1"][24].value == f'=IF(COUNT(D{at}:X{at})=0,"",SUM(D{at}:X{at}))'
    assert {cell.value for cell in rows["F1"][3:24]} == {None, 1205, "1,120 (?)"}
    # A preview that does not calculate shows the same.
    shown = {
        row[0].value: row for row in load_workbook(BOOK, data_only=True)["Tổng hợp"].iter_rows(min_row=5)
    }
    assert [shown["F1"][at].value for at in (24, 25)] == [1205, 1]
    assert [shown["F2"][at].value for at in (24, 25)] == [200, 2]
    sources = [[cell.value for cell in row] for row in workbook["Nguồn"].iter_rows(min_row=5)]
    assert ["Vinh", F1, 1205, "1.205", "in/vinh.docx"] in [row[:5] for row in sources]
    assert [row[0].value for row in workbook["Câu hỏi"].iter_rows(min_row=5)] == ["Nam Đàn"]


@pytest.mark.usefixtures("returned")
def test_what_the_officer_decides_is_taken_up_by_the_next_run(run: Run) -> None:
    collect(run)
    workbook = load_workbook(TRACKER)
    days = {row[0].value: row[3] for row in workbook["Theo dõi"].iter_rows(min_row=5)}
    days["nam-dan"].value = "15/6/2024"
    correction = next(workbook["Sửa số"].iter_rows(min_row=5, max_col=4))
    told: tuple[str | int, ...] = ("nam-dan", F1, 1120, "hỏi lại ngày 18/6")
    for cell, value in zip(correction, told, strict=True):
        cell.value = value
    workbook.save(TRACKER)
    hers = TRACKER.read_bytes()

    found = collect(run)
    nam_dan = next(unit for unit in found["units"] if unit["unit"] == "nam-dan")
    assert (nam_dan["received_on"], nam_dan["days_late"], nam_dan["questions"]) == ("2024-06-15", 2, [])
    assert nam_dan["values"][F1]["value"] == 1120
    assert "hỏi lại ngày 18/6" in nam_dan["values"][F1]["where"]
    assert found["totals"][F1] == {"value": 2325, "units": 2, "of": 21}
    # Her own file is still there, and the new one holds her decisions.
    beside = [path for path in FOLDER.glob("theo-doi-*.xlsx") if path != TRACKER]
    assert [path.read_bytes() for path in beside] == [hers]
    assert collect(run)["totals"][F1]["value"] == 2325


@pytest.mark.usefixtures("returned")
def test_an_edited_report_is_kept(run: Run) -> None:
    collect(run)
    REPORT.write_bytes(b"hers")
    code, _out, err = run("collect", "in", "--kind", "bao-cao-6-thang", "--as-of", "20/6/2024")
    assert (code, REPORT.read_bytes()) == (3, b"hers")
    assert str(REPORT) in err


def test_a_letter_about_an_indicator_named_after_an_act_is_in_the_decrees_form(
    run: Run, workspace: Path
) -> None:
    """“Tổng kết … Nghị định số 06/2014/NĐ-CP” names a row; the letter does not cite that act."""
    assert run("generate", "vinh", "--kind", "bao-cao-6-thang")[0] == 0
    made = workspace / "out/104-kh-ubnd-2024/vinh/bao-cao-6-thang-vinh-2024.docx"
    form = Form(made.read_bytes())
    form.fill(F1, "12")
    form.fill("tinh_trang_tong_ket_ct26.ky_nay", "Đã tổng kết")
    form.delete_row("tinh_trang_tong_ket_nd06.ky_nay")
    (workspace / "in").mkdir()
    (workspace / "in" / "vinh.docx").write_bytes(form.saved())
    outputs = collect(run)["outputs"]
    asked = text_of(next(Path(path) for path in outputs if "don-doc-vinh" in path))
    assert "- C1 Tổng kết" in asked
    assert "06/2014" not in asked
