"""Random figures in people's spellings, by way of the workbook: what follows from them agrees on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.documents.word import Document, Table

from .clerk import heads, put, row_of, rows

Run = Callable[..., tuple[int, str, str]]
PLAN = "104-kh-ubnd-2024"
SPANS = {"6 tháng": "bao-cao-6-thang", "Năm": "bao-cao-nam"}
UNITS = [("Nam Đàn", "nam-dan"), ("Vinh", "vinh"), ("Hoàng Mai", "hoang-mai")]


class Spelt(NamedTuple):
    """A value, and one of the ways in which somebody types it."""

    value: float
    typed: str | int | float


def whole(chance: Random, most: int, measure: str) -> Spelt:
    number = chance.randint(0, most)
    dotted = f"{number:,}".replace(",", ".")
    spaced = dotted.replace(".", " ")
    ways = [number, str(number), f"{number:02d}", dotted, spaced, f"{dotted} {measure}", f" {number} "]
    return Spelt(number, chance.choice(ways))


def money(chance: Random) -> Spelt:
    """Triệu đồng."""
    tenths = chance.randint(0, 90_000)
    text = f"{tenths // 10},{tenths % 10}"
    dong = f"{tenths * 100_000:,}".replace(",", ".")
    return Spelt(tenths / 10, chance.choice([tenths / 10, text, f"{text} triệu", f"{dong} đ"]))


def day(chance: Random) -> tuple[date, str]:
    given = date(2024, 1, chance.randint(2, 28))
    ways = ["{0.day}/{0.month}/{0.year}", "{0:%d/%m/%Y}", "{0.day}-{0.month}-{0.year}", "{0:%Y-%m-%d}",
            "ngày {0:%d} tháng {0:%m} năm {0.year}"]  # fmt: skip
    return given, chance.choice(ways).format(given)


def column(sheet: Worksheet, head: str) -> int:
    return heads(sheet)[head]


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".") or "nan")


def shown(path: Path) -> dict[str, str]:
    """Phụ lục I of a report by code: this period."""
    table = next(t for t in document(path).tables if t.rows[0].texts[:2] == ["Mã", "Chỉ tiêu"])
    return {cells[0]: cells[5] for cells in table.entries}


def document(path: Path) -> Document:
    return Document(path.read_bytes())


def totals(path: Path, word: str) -> list[str]:
    """The row of totals of the table with this word in its head."""
    table: Table = next(t for t in document(path).tables if word in " ".join(t.rows[0].texts))
    return next(cells for cells in table.entries if "Tổng cộng" in cells)


def fill_communes(chance: Random, sheet: Worksheet, span: str) -> dict[str, float]:
    """What each commune tells, and what it adds up to, by code."""
    sums = {"A5": 0.0, "D1": 0, "D7": 0, "H7": 0, "K1": 0, **({"M6": 0, "N3": 0} if span == "Năm" else {})}
    yes_no = {
        "được công nhận sạch về ma túy": "D1",
        "mô hình phòng, chống ma túy": "D7",
        "mô hình camera": "K1",
    }
    counts = {"tổng số khu dân cư": "A5"}
    if span == "Năm":
        counts |= {"khu dân cư đạt An toàn": "M6", "số Tổ bảo vệ ANTT": "N3"}
    for row in rows(sheet):
        for head, code in yes_no.items():
            said = chance.choice(["Có", "Không"])
            put(sheet, row, f"{span}: {head}", said)
            sums[code] += said == "Có"
        result = chance.choice(["Đạt", "Chưa đạt", "Không đăng ký"])
        put(sheet, row, f"{span}: kết quả điển hình", result)
        sums["H7"] += result == "Đạt"
        for head, code in counts.items():
            told = whole(chance, 40, "khu dân cư")
            put(sheet, row, f"{span}: {head}", told.typed)
            sums[code] += told.value
    return sums


def fill_lines(chance: Random, sheet: Worksheet, told: dict[str, str], measure: str) -> dict[str, float]:
    sums = dict.fromkeys(told.values(), 0.0)
    for row in rows(sheet):
        for head, code in told.items():
            said = whole(chance, 1500, measure) if measure else money(chance)
            put(sheet, row, head, said.typed)
            sums[code] += said.value
    return sums


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("name", "unit"), UNITS)
def test_whatever_is_typed_every_sum_agrees(
    run: Run, workspace: Path, name: str, unit: str, seed: int
) -> None:
    chance = Random(f"{unit} {seed}")
    assert run("data", "export", "bang.xlsx", "--district", name)[0] == 0
    book = load_workbook(workspace / "bang.xlsx")
    expected = {span: fill_communes(chance, book["Số liệu theo xã"], span) for span in SPANS}
    budget = {"Ngân sách cấp huyện": "O3", "Ngân sách cấp xã": "O4", "Chương trình nông thôn mới": "O5",
              "Xã hội hóa": "O6"}  # fmt: skip
    for row in rows(book["Kinh phí"]):
        put(book["Kinh phí"], row, "Nội dung", book["Kinh phí"].cell(row, 3).value or "Chi khác")
    expected["Năm"] |= fill_lines(chance, book["Kinh phí"], budget, "")
    expected["Năm"] |= fill_lines(chance, book["Khen thưởng"], {"Tập thể": "O1", "Cá nhân": "O2"}, "lượt")
    figures = book["Số liệu"]
    kept = whole(chance, 5, "đơn vị")
    given, typed = day(chance)
    for span in SPANS:
        put(figures, row_of(figures, "xa_dien_hinh_duy_tri"), f"{span}: kỳ này", kept.typed)
        put(figures, row_of(figures, "ngay_gui_ke_hoach_huyen"), f"{span}: kỳ này", typed)
    book.save(workspace / "bang.xlsx")
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 0, err
    assert run("generate", "--district", name, "--kind", "bao-cao-6-thang", "--kind", "bao-cao-nam")[0] == 0
    communes = len(list(rows(book["Số liệu theo xã"])))
    for span, kind in SPANS.items():
        path = workspace / "out" / PLAN / unit / f"{kind}-{unit}-2024.docx"
        made = shown(path)
        sums = expected[span]
        assert {code: number(made[code]) for code in sums} == {
            code: pytest.approx(value) for code, value in sums.items()
        }, kind
        # The rows of totals say the same as Phụ lục I.
        assert totals(path, "Mô hình camera").count(made["A5"]) >= 1
        share = 100 * (kept.value + sums["H7"]) / communes
        assert number(made["H8"].removesuffix("%")) == pytest.approx(share, abs=0.05)
        assert [int(part) for part in made["B3"].split("/")] == [given.day, given.month, given.year]
        assert int(made["A3"]) == communes


@pytest.mark.parametrize("typed", [18, "18", "18 đơn vị"])
def test_a_sum_cannot_be_typed_beside_its_parts(run: Run, workspace: Path, typed: object) -> None:
    """K1 follows from the communes: a figure in its cell is told of, and the data keep none of it."""
    assert run("data", "export", "bang.xlsx", "--district", "Nam Đàn")[0] == 0
    book = load_workbook(workspace / "bang.xlsx")
    sheet = book["Số liệu theo xã"]
    for at, row in enumerate(rows(sheet)):
        put(sheet, row, "Năm: mô hình camera", "Có" if at < 3 else "Không")
    figures = book["Số liệu"]
    put(figures, row_of(figures, "xa_co_mo_hinh_camera"), "Năm: kỳ này", typed)
    book.save(workspace / "bang.xlsx")
    code, _out, err = run("data", "import", "bang.xlsx")
    cell = figures.cell(row_of(figures, "xa_co_mo_hinh_camera"), column(figures, "Năm: kỳ này"))
    place = f"Số liệu!{cell.coordinate}"
    assert place in err, (code, err)
    for path in (workspace / "data").rglob("nam-dan.yaml"):
        assert "xa_co_mo_hinh_camera.ky_nay" not in path.read_text(encoding="utf-8")
