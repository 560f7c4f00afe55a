"""A year in a workbook may be a number: no zero before it can be lost. Codes may not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook

from .clerk import HEAD_ROW, put

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("head", "value", "said"),
    [
        ("Năm xây dựng", 2022, ""),
        ("Năm xây dựng", "2022", ""),
        ("Số điểm", 3, ""),
        ("Mã mô hình", 7, "Excel có thể đã bỏ số 0 ở đầu"),
    ],
)
def test_of_a_model(run: Run, workspace: Path, head: str, value: object, said: str) -> None:
    assert run("data", "export", "a.xlsx", "--district", "nam-dan")[0] == 0
    book = load_workbook(workspace / "a.xlsx")
    sheet = book["Mô hình"]
    put(sheet, HEAD_ROW + 1, "Tên mô hình", "Camera an ninh")
    put(sheet, HEAD_ROW + 1, head, value)
    book.save(workspace / "a.xlsx")
    code, _out, err = run("data", "import", "a.xlsx")
    assert (code, said in err) == (2 if said else 0, True), err
    if not said:
        file = workspace / "data" / "districts" / "104-kh-ubnd-2024" / "nam-dan.yaml"
        (model,) = yaml.safe_load(file.read_text(encoding="utf-8"))["models"]
        assert str(value) in map(str, model.values())
