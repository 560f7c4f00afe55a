"""What is pasted into “Lời văn” never keeps a report back: it is made plain or told of, with its cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from .clerk import put, row_of
from .test_whole_way import text_of

Run = Callable[..., tuple[int, str, str]]
PASTED = {
    "i_1": "I. ĐẶC ĐIỂM TÌNH HÌNH\n1. Thuận lợi\n•\tĐược sự quan tâm của tỉnh.\n1.1. Kết quả",
    "i_2": "từ chữ nhỏ, theo Kế hoạch số 12/KH-UBND.\nĐiều 1. Phạm vi\nPhần thứ nhất",
    "i_3": unicodedata.normalize("NFD", "“Trích” – từ\u00adngữ\u200b mềm_x000B_dòng sau"),
    "ii_1_a": "STT\tNội dung\tSố liệu\n1\tTuyên truyền\t12",
    "ii_1_b": "TM. ỦY BAN NHÂN DÂN\nNơi nhận:\nKính gửi: UBND tỉnh\nPHỤ LỤC I\nSố: 12/BC-UBND",
}


def test_a_report_of_pasted_words_is_made(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    sheet = book["Lời văn"]
    rows = {name: row_of(sheet, f"bao-cao-6-thang:{name}.noi_dung") for name in PASTED}
    for name, text in PASTED.items():
        put(sheet, rows[name], "Nội dung", text)
    book.save(workspace / "bang.xlsx")
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 0, err
    for name, said in {
        "i_1": "số thứ tự “I.” ở đầu dòng đã bỏ",
        "i_3": "ký tự vô hình U+00AD ở vị trí 1",
        "ii_1_a": "bảng dán từ Word thành chữ",
    }.items():
        lines = [line for line in err.splitlines() if f"Lời văn!E{rows[name]}: " in line]
        assert any(said in line for line in lines), (name, lines)
    code, _out, err = run("generate", "nam-dan", "--kind", "bao-cao-6-thang")
    assert code == 0, err
    place = "nam-dan: answers.bao-cao-6-thang.i_2.noi_dung: "
    assert f"{place}12/KH-UBND không có ngày: " in err
    text = text_of(workspace / "out/104-kh-ubnd-2024/nam-dan/bao-cao-6-thang-nam-dan-2024.docx")
    assert "\nĐẶC ĐIỂM TÌNH HÌNH\nThuận lợi\n- Được sự quan tâm của tỉnh.\n" in text
    assert "\n“Trích” – từngữ mềm\ndòng sau\n" in text
    assert "\n1; Tuyên truyền; 12\n" in text
