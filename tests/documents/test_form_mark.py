"""A form that comes back can be read by a program: hidden part, codes, unique aliases, typed controls."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pytest
from lxml import etree

from kh_docs.layout.form_part import FORM_NS
from kh_docs.pipeline.making import Order

from .produce import FORMS, documents, workshop

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def content(unit: str, kind: str) -> dict[str, bytes]:
    from kh_docs.model.kinds import recipe

    shop = workshop()
    made = shop.make(Order(shop.book.units[unit], recipe(kind)))
    assert made.content is not None
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def mark(unit: str, kind: str) -> dict[str, str]:
    root = etree.fromstring(content(unit, kind)["customXml/item1.xml"])
    return {str(item.tag).removeprefix(f"{{{FORM_NS}}}"): item.text or "" for item in root}


def test_the_hidden_part_says_which_form_it_is() -> None:
    found = mark("nam-dan", "bao-cao-6-thang")
    assert re.fullmatch("[0-9a-f]{16}", found.pop("digest"))
    assert found == {
        "plan": "104-kh-ubnd-2024",
        "unit": "nam-dan",
        "kind": "bao-cao-6-thang",
        "from": "2023-12-01",
        "to": "2024-05-31",
        "version": "2",
    }
    plan = mark("vinh", "ke-hoach")
    assert (plan["unit"], plan["kind"], plan["from"], plan["to"]) == ("vinh", "ke-hoach", "", "")


def test_the_digest_tells_forms_that_ask_otherwise() -> None:
    assert mark("nam-dan", "bao-cao-nam") == mark("nam-dan", "bao-cao-nam")
    forms = [("nam-dan", "bao-cao-nam"), ("vinh", "bao-cao-nam"), ("vinh", "ke-hoach")]
    assert len({mark(unit, kind)["digest"] for unit, kind in forms}) == len(forms)


def test_word_keeps_the_part_when_it_saves() -> None:
    parts = content("nam-dan", "bao-cao-nam")
    assert b'Target="../customXml/item1.xml"' in parts["word/_rels/document.xml.rels"]
    assert b"itemProps1.xml" in parts["customXml/_rels/item1.xml.rels"]
    assert b"/customXml/itemProps1.xml" in parts["[Content_Types].xml"]


@pytest.mark.parametrize("form", FORMS)
def test_tags_and_aliases_are_unique(form: str) -> None:
    for unit, _form, made in documents(form):
        for names in ([each.tag for each in made.controls], [each.title for each in made.controls]):
            assert [name for name, count in Counter(names).items() if count > 1] == [], unit
        assert max(len(each.title) for each in made.controls) <= 64


def rows(unit: str, kind: str) -> dict[str, list[str]]:
    made = next(made for name, _form, made in documents(kind) if name == unit)
    return {cells[0]: cells for cells in made.tables[2].entries}


def test_a_row_has_the_same_code_in_both_periods() -> None:
    half, year = rows("nam-dan", "bao-cao-6-thang"), rows("nam-dan", "bao-cao-nam")
    assert half["D2"][1] == year["D2"][1]
    assert "sạch về ma túy" in half["D2"][1]
    assert all(re.fullmatch(r"[A-P]\d{1,2}", code) for code in (*half, *year))
    both = half.keys() & year.keys()
    assert [code for code in both if half[code][1] != year[code][1]] == []


def controls(unit: str, kind: str) -> dict[str, etree._Element]:
    root = etree.fromstring(content(unit, kind)["word/document.xml"])
    found = {}
    for sdt in root.iter(f"{W}sdt"):
        tag = sdt.find(f"{W}sdtPr/{W}tag")
        if tag is not None:
            found[str(tag.get(f"{W}val"))] = sdt
    return found


def test_what_cannot_be_is_locked_and_days_and_lists_are_typed() -> None:
    half = controls("nam-dan", "bao-cao-6-thang")
    wards = half["ca_phuong_dat_moi.ky_nay"]
    assert "".join(map(str, wards.itertext())) == "Không áp dụng"
    assert wards.find(f"{W}sdtPr/{W}lock").get(f"{W}val") == "contentLocked"
    team = half["to_bao_ve_antt.ky_nay"]
    assert "".join(map(str, team.itertext())) == "Chưa đến kỳ"
    assert half["ngay_gui_ke_hoach_huyen.ky_nay"].find(f"{W}sdtPr/{W}date") is not None
    listed = half["tinh_trang_tong_ket_nd06.ky_nay"].find(f"{W}sdtPr/{W}dropDownList")
    assert listed is not None
    words = [item.get(f"{W}value") for item in listed]
    assert words == ["Chưa thực hiện", "Đang thực hiện", "Đã hoàn thành"]
