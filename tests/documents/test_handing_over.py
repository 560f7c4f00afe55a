"""A unit that ceases hands over: by the data of units, whichever unit it is."""

from __future__ import annotations

from datetime import date

import pytest

from kh_docs.documents.given import Given
from kh_docs.model.kinds import recipe
from kh_docs.model.units import Ceasing, Moving
from kh_docs.pipeline.making import Order, Workshop

from .produce import document, workshop
from .word import Document


def text_of(shop: Workshop, unit: str, kind: str = "bao-cao-nam") -> str:
    made = shop.make(Order(shop.book.units[unit], recipe(kind), Given()))
    assert made.content is not None, made.reason
    return Document(made.content).text


def test_units_that_are_gone_by_the_year_report() -> None:
    """Nghị quyết số 1243/NQ-UBTVQH15: 21 units become 20 on 01/12/2024 (data/units)."""
    found = workshop().book.ceasing
    assert {unit: (each.day, each.into, each.into_id) for unit, each in found.items()} == {
        "cua-lo": (date(2024, 12, 1), "thành phố Vinh", "vinh")
    }


def test_the_unit_that_ceases_reports_to_the_one_that_takes_over() -> None:
    text = document("cua-lo", "bao-cao-nam").text
    for words in (
        "Bàn giao kết quả xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc",
        "Kính gửi: Ủy ban nhân dân thành phố Vinh",
        "đến ngày 30/11/2024; từ ngày ký báo cáo đến hết kỳ là số ước thực hiện",
        "IV. NỘI DUNG BÀN GIAO",
        "1. Với UBND thành phố Vinh",
    ):
        assert words in text
    for words in ("Kính gửi: Ủy ban nhân dân tỉnh", "PHƯƠNG HƯỚNG", "năm 2025"):
        assert words not in text


@pytest.mark.parametrize(("unit", "kind"), [("cua-lo", "bao-cao-6-thang"), ("vinh", "bao-cao-nam")])
def test_others_report_to_the_province(unit: str, kind: str) -> None:
    text = document(unit, kind).text
    assert "Kính gửi: Ủy ban nhân dân tỉnh Nghệ An (qua Phòng Tham mưu, Công an tỉnh)" in text
    assert "BÀN GIAO" not in text


def test_any_unit_may_cease() -> None:
    shop = workshop()
    gone = {"hoang-mai": Ceasing(day=date(2024, 12, 1), into="huyện Quỳnh Lưu", into_id="quynh-luu")}
    other = Workshop(shop.book.replace(ceasing=gone), shop.templates)
    assert "Kính gửi: Ủy ban nhân dân huyện Quỳnh Lưu" in text_of(other, "hoang-mai")
    taking = text_of(other, "quynh-luu")
    assert "Kết quả trên địa bàn thị xã Hoàng Mai (trước ngày 01 tháng 12 năm 2024)" in taking
    assert "chỉ tiêu 10/10" in taking
    # Before that day it is there as ever.
    assert "Bàn giao" not in text_of(other, "hoang-mai", "bao-cao-6-thang")
    assert "Bàn giao" not in text_of(other, "cua-lo")


def test_who_reports_what_lies_in_another_unit_by_then() -> None:
    """Nghị quyết số 1243/NQ-UBTVQH15 takes four communes of Nghi Lộc to Vinh, beside all of Cửa Lò."""
    names = "xã Nghi Phong, xã Nghi Xuân, xã Phúc Thọ, xã Nghi Thái"
    leaves, takes = (document(unit, "bao-cao-nam").text for unit in ("nghi-loc", "vinh"))
    assert f"{names} nhập vào thành phố Vinh theo Nghị quyết số 1243/NQ-UBTVQH15 ngày 24" in leaves
    assert f"số liệu của {names} đến hết ngày 30/11/2024 tính trong Báo cáo này" in leaves
    assert f"12. Về địa bàn {names} của huyện Nghi Lộc" in takes
    assert "do UBND huyện Nghi Lộc báo cáo, các phụ lục của Báo cáo này không cộng" in takes
    for unit in ("nghi-loc", "vinh"):
        assert "Nghi Phong, xã Nghi Xuân" not in document(unit, "bao-cao-6-thang").text
    for unit in ("nam-dan", "cua-lo"):
        assert "không cộng" not in document(unit, "bao-cao-nam").text


def test_any_commune_may_move() -> None:
    shop = workshop()
    moved = Moving(day=date(2024, 6, 1), names=("xã Mường Típ",), out_of="ky-son", into="tuong-duong")
    other = Workshop(shop.book.replace(moving=(moved,)), shop.templates)
    assert "11. Về địa bàn xã Mường Típ của huyện Kỳ Sơn" in text_of(other, "tuong-duong", "bao-cao-6-thang")
    assert "xã Mường Típ nhập vào huyện Tương Dương; kết quả" in text_of(other, "ky-son", "bao-cao-6-thang")
    assert "nhập vào" not in text_of(other, "nghi-loc")


def test_the_form_says_by_which_day_it_is_handed_over_and_what_is_expected_only() -> None:
    text = document("cua-lo", "bao-cao-nam").text
    assert "Chậm nhất ngày 30/11/2024, UBND thị xã Cửa Lò bàn giao" in text
    assert "từ ngày ký báo cáo đến hết kỳ là số ước thực hiện" in text
    assert "31/12" not in text
    taking = document("vinh", "bao-cao-nam")
    (control,) = [each for each in taking.controls if each.tag == "da_gom_cua_lo.noi_dung"]
    assert control.text == "ghi riêng, không cộng"
