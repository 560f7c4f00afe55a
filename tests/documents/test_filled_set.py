"""A district that has filled in everything: figures that follow from others agree with them, on paper."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from kh_docs.pipeline.making import Workshop

from .produce import local_data, order, workshop
from .word import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNITS = ("nam-dan", "hoang-mai")
KINDS = ("bao-cao-6-thang", "bao-cao-nam")
BODIES = ("cơ quan", "doanh nghiệp", "cơ sở giáo dục", "cơ sở giáo dục")


def answers(unit: str, kind: str) -> dict[str, str]:
    """What the clerk types: of the communes in turn, each its own figures."""
    found = {
        "tong_khu_dan_cu.ky_truoc": "120",
        "xa_dien_hinh_duy_tri.ky_nay": "02",
        "ca_phuong_dat_moi.ky_nay": "02",
        "xa_to_chuc_ngay_hoi.ky_nay": "9",
    }
    for number, commune in enumerate(workshop().book.units[unit].children):
        found |= {
            f"xa_dat_dien_hinh_moi.xa.{commune.code}": ("Đạt", "Chưa đạt", "Không đăng ký")[number % 3],
            f"xa_giu_sach_ma_tuy.xa.{commune.code}": "Không" if number == 4 else "Có",
            f"xa_co_mo_hinh_phong_chong_ma_tuy.xa.{commune.code}": "Không" if number < 2 else "Có",
            f"xa_co_mo_hinh_camera.xa.{commune.code}": "Có" if number % 2 else "Không",
            f"kdc_dat_an_toan.xa.{commune.code}": str(number),
            f"tong_khu_dan_cu.xa.{commune.code}": str(number + 7),
            f"to_bao_ve_antt.xa.{commune.code}": str(number + 3),
            f"xa_phan_loai.xa.{commune.code}": "Khá",
        }
    if kind == "bao-cao-nam":
        for row in range(1, 6):
            money = {"huyen": f"{row}5,5", "xa": f"{row}", "ntm": "0", "xhh": "1.250"}
            praise = {"tap_the": f"{row}", "ca_nhan": f"1{row}"}
            found |= {f"kinh_phi.{column}.0{row}": text for column, text in money.items()}
            found |= {f"khen_thuong.{column}.0{row}": text for column, text in praise.items()}
    return found


@cache
def filled(unit: str) -> Workshop:
    book = workshop().book
    names = [commune.name for commune in book.units[unit].children]
    kinds = {kind: answers(unit, kind) for kind in KINDS}
    told = {
        "bodies": [
            {
                "name": f"Mẫu {number}",
                "kind": kind,
                "size": "vừa",
                "decision": "12/QĐ-UBND" if number < 3 else "",
            }
            for number, kind in enumerate(BODIES)
        ],
        "models": [
            {"name": f"Mẫu mô hình {n}", "points": f"{n}", "teams": "3", "members": "20"} for n in range(1, 6)
        ],
        "high_schools": [{"name": f"Mẫu trường {n}", "launched_on": "15/3/2024"} for n in range(3)],
        "communes": {
            name: {
                "exemplary": "yes" if number < 6 else "no",
                "drugs": "làm sạch" if number < 5 else "giữ vững",
            }
            for number, name in enumerate(names)
        },
        "answers": kinds,
    }
    return Workshop(book.replace(local={**book.local, unit: local_data(told)}), workshop().templates)


@cache
def document(unit: str, kind: str) -> Document:
    made = filled(unit).make(order(unit, kind))
    assert made.content is not None, made.reason
    return Document(made.content)


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").removesuffix("%"))


def columns(unit: str, kind: str, word: str) -> dict[str, list[str]]:
    """The table with `word` in its head, column by column, the row of totals last."""
    table = next(t for t in document(unit, kind).tables if any(word in " ".join(r.texts) for r in t.rows[:2]))
    heads = table.rows[0].texts
    return {head: [cells[at] for cells in table.entries] for at, head in enumerate(heads)}


def indicators(unit: str, kind: str) -> dict[str, list[str]]:
    """Phụ lục I by code: plan, period before, this period, note."""
    return {cells[0]: cells[3:] for cells in document(unit, kind).tables[2].entries}


def locked_in(content: bytes) -> set[str | None]:
    """The tags of the controls in which nobody can type."""
    body = etree.fromstring(ZipFile(BytesIO(content)).read("word/document.xml"))
    return {
        lock.getparent().find(f"{W}tag").get(f"{W}val")
        for lock in body.iter(f"{W}lock")
        if lock.get(f"{W}val") in ("contentLocked", "sdtContentLocked")
    }


def counted(texts: list[str], *words: str) -> int:
    return sum(text in words for text in texts[:-1])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("unit", UNITS)
def test_what_communes_tell_adds_up_everywhere(unit: str, kind: str) -> None:
    shown, told = indicators(unit, kind), columns(unit, kind, "Mô hình camera")
    registered = told["Đăng ký điển hình mới"]
    clean, aim = told["Được công nhận sạch về ma túy"], told["Đăng ký sạch về ma túy"]
    expected = {
        "A5": sum(map(number, told["Tổng số khu dân cư"][:-1])),
        "D1": counted(clean, "Có"),
        "D2": sum(pair == ("Có", "Làm sạch") for pair in zip(clean, aim, strict=True)),
        "D7": counted(told["Mô hình phòng, chống ma túy"], "Có"),
        "H6": counted(registered, "Có"),
        "H7": counted(told["Công nhận mới trong kỳ"], "Đạt"),
        "K1": counted(told["Mô hình camera"], "Có"),
    }
    if kind == "bao-cao-nam":
        expected |= {
            "M6": sum(map(number, told["Khu dân cư “An toàn về ANTT”"][:-1])),
            "N3": sum(map(number, told["Số Tổ bảo vệ ANTT"][:-1])),
        }
    assert {code: number(shown[code][2]) for code in expected} == expected
    # The row of totals says the same.
    for head, code in (
        ("Tổng số khu dân cư", "A5"),
        ("Mô hình camera", "K1"),
        ("Công nhận mới trong kỳ", "H7"),
    ):
        assert told[head][-1] == shown[code][2]
    whole = number(shown["A3"][2])
    assert shown["H8"][2] == f"{100 * (2 + expected['H7']) / whole:.1f}".removesuffix(".0").replace(".", ",")
    percent = f"{100 * expected['D7'] / whole:.1f}".removesuffix(".0").replace(".", ",")
    assert f"Đạt {percent}% kế hoạch" in shown["D7"][3]
    assert [number(shown[code][2]) for code in ("I1", "I2", "I3", "I4", "L1", "L2")] == [5, 15, 15, 100, 3, 3]


@pytest.mark.parametrize("unit", UNITS)
def test_money_praise_and_new_bodies_add_up(unit: str) -> None:
    """Worked out by hand: 15,5 + … + 55,5; 1 + … + 5; 5 x 1.250; 11 + … + 15."""
    shown = indicators(unit, "bao-cao-nam")
    figures = {code: shown[code][2] for code in ("O1", "O2", "O3", "O4", "O6", "H9", "H10", "H11")}
    assert figures == {"O1": "15", "O2": "65", "O3": "177,5", "O4": "15", "O6": "6.250",
                       "H9": "01", "H10": "01", "H11": "01"}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("unit", UNITS)
def test_what_follows_from_a_list_cannot_be_typed_twice(unit: str, kind: str) -> None:
    """Empty or filled, the cell of the sum is locked: two figures cannot stand in one form."""
    locked = [
        "tong_khu_dan_cu",
        "xa_co_mo_hinh_camera",
        "xa_dat_dien_hinh_moi",
        "xa_da_cong_nhan_sach_ma_tuy",
    ]
    if kind == "bao-cao-nam":
        locked += [
            "kinh_phi_ngan_sach_huyen",
            "tap_the_khen_thuong",
            "co_quan_dien_hinh_moi",
            "to_bao_ve_antt",
        ]
    empty = workshop().make(order(unit, kind)).content
    assert empty is not None
    filled_in = filled(unit).make(order(unit, kind)).content
    assert filled_in is not None
    for made in (empty, filled_in):
        free = {name for name in locked if f"{name}.ky_nay" not in locked_in(made)}
        assert free == set()


def test_a_figure_told_beside_its_list_does_not_stand() -> None:
    """`answers` of an older workbook: what the communes tell is printed."""
    unit, kind = "nam-dan", "bao-cao-nam"
    book = filled(unit).book
    local = book.local[unit]
    both = {**local.answers, kind: {**local.answers[kind], "xa_co_mo_hinh_camera.ky_nay": "18"}}
    shop = Workshop(book.replace(local={unit: local.replace(answers=both)}), workshop().templates)
    made = shop.make(order(unit, kind)).content
    assert made is not None
    (row,) = [cells for cells in Document(made).tables[2].entries if cells[0] == "K1"]
    assert row[5] == "09"


def test_the_plan_counts_what_its_lists_say() -> None:
    made = document("nam-dan", "ke-hoach")
    table = next(t for t in made.tables if "Năm đăng ký" in " ".join(t.rows[0].texts))
    assert len([cells for cells in table.entries if cells[1].strip("…")]) == 6
