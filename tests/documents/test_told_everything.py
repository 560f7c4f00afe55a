"""A district that has told everything: its words stand in its documents, which keep the decree as before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from kh_docs.pipeline.making import Workshop

from .nd30_by_hand import findings
from .nd30_text import text_findings
from .produce import FORMS, UNITS, local_data, order, workshop
from .test_wording import RESIDUE, TWICE
from .word import Document

# Nobody's names: all of them begin with “Mẫu”, so that a lost one is easy to see.
TOLD: dict[str, Any] = {
    "signer": {"name": "Mẫu Văn Ký", "deputy": "yes"},
    "proposal": {"number": "15/TTr-CAH", "issued_on": "19/02/2024"},
    "party_basis": "Chương trình số 20-CTr/HU ngày 10 tháng 01 năm 2024 của Huyện ủy về an ninh mẫu",
    "plan_issued": {"number": "31/KH-UBND", "issued_on": "23/02/2024"},
    "model_area": {"name": "Mẫu khu dân cư", "address": "Mẫu địa chỉ khu", "reason": "Mẫu lý do & đề nghị"},
    "own_targets": {"safe_areas": "87,5", "camera_communes": "13", "forums": "3", "training_classes": "4",
                    "drug_free_new": "6", "kept_communes": "2", "kept_bodies": "9"},
    "kept": [{"name": "Mẫu đơn vị giữ", "kind": "cơ quan", "decision": "Mẫu 12/QĐ-UBND", "note": "Mẫu giữ"}],
    "bodies": [
        {"name": "Mẫu cơ quan <A>", "kind": "cơ quan", "size": "Mẫu 40 người", "address": "Mẫu phố Một"},
        {"name": "Mẫu doanh nghiệp B", "kind": "doanh nghiệp", "size": "Mẫu vừa", "address": "Mẫu phố Hai"},
        {"name": "Mẫu trường C", "kind": "cơ sở giáo dục", "size": "Mẫu THCS", "address": "Mẫu phố Ba"},
        {"name": "Mẫu trường D", "kind": "cơ sở giáo dục", "size": "Mẫu GDNN", "address": "Mẫu phố Bốn"},
    ],
    "high_schools": [{"name": "Mẫu trường THPT E", "launched_on": "15/3/2024", "officer": "Mẫu cán bộ F"}],
    "models": [
        {"name": "Mẫu mô hình G", "kind": "Mẫu địa bàn dân cư", "points": "7", "teams": "21",
         "members": "215", "lead": "Mẫu cơ quan chủ trì", "year": "2019"},
    ],
    "communes": {
        "{0}": {"exemplary": "yes", "met": "28", "missing": "Mẫu tiêu chí 5, 9", "due": "Quý III năm 2024",
                "drugs": "giữ vững", "key_area": "yes"},
        "{1}": {"exemplary": "yes", "drugs": "làm sạch", "drugs_due": "30/9/2024",
                "drugs_note": "Mẫu ghi chú ma túy", "share": {"exemplary": "Mẫu giao 1", "safe_areas": "8"}},
    },
}  # fmt: skip


@cache
def told(unit: str) -> Workshop:
    """The workshop of a book in which `unit` has told everything."""
    book = workshop().book
    names = [commune.name for commune in book.units[unit].children]
    communes = {name.format(*names): value for name, value in TOLD["communes"].items()}
    local = local_data({**TOLD, "communes": communes})
    return Workshop(book.replace(local={**book.local, unit: local}), workshop().templates)


@cache
def document(unit: str, form: str) -> Document:
    made = told(unit).make(order(unit, form))
    assert made.content is not None, made.reason
    return Document(made.content)


DISTRICTS = ("nam-dan", "hoang-mai", "ky-son")


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str) and value.startswith("Mẫu"):
        yield value


@pytest.mark.parametrize("unit", DISTRICTS)
def test_nothing_told_is_lost(unit: str) -> None:
    """reliability.md, P4."""
    whole = "\n".join(document(unit, form).text for form in FORMS)
    assert [text for text in texts(TOLD) if text not in whole] == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("unit", DISTRICTS)
def test_the_decree_is_kept(unit: str, form: str) -> None:
    made = document(unit, form)
    assert findings(made, UNITS[unit].split(" ", 1 if unit != "hoang-mai" else 2)[-1]) == []
    assert text_findings(made) == []


@pytest.mark.parametrize("form", FORMS)
def test_no_residue_and_no_tag_twice(form: str) -> None:
    for unit in DISTRICTS:
        made = document(unit, form)
        for pattern in RESIDUE.values():
            for text in {paragraph.plain for paragraph in made.paragraphs}:
                found = [match[0] for match in re.finditer(pattern, text) if match[0] not in TWICE]
                assert found == [], (unit, text)
        counted = Counter(control.tag for control in made.controls)
        assert [tag for tag, count in counted.items() if count > 1] == []


def test_the_deputy_signs_for_the_chairman() -> None:
    for form in ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam"):
        table = next(t for t in document("nam-dan", form).tables if "Nơi nhận" in t.rows[0].texts[0])
        lines = table.rows[0].texts[1].split("\n")
        assert lines == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Mẫu Văn Ký"]


@pytest.mark.parametrize("unit", DISTRICTS)
def test_a_key_commune_switches_on_its_clause(unit: str) -> None:
    """II.7.a binds “các huyện có liên quan”: those that name a commune."""
    commune = told(unit).book.units[unit].children[0]
    text = document(unit, "ke-hoach").text
    assert f"{commune.type} {commune.name}" in text
    assert "ra khỏi diện trọng điểm phức tạp về ANTT" in text
    assert re.search(r"\b04 xã", text) is None


@pytest.mark.parametrize("unit", DISTRICTS)
def test_shares_make_a_fourth_annex(unit: str) -> None:
    made = document(unit, "ke-hoach")
    heads = [item.plain for item in made.body if item.style == "Phụ lục"]
    assert heads == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]
    names = [commune.name for commune in told(unit).book.units[unit].children]
    rows = made.tables[-1].entries
    assert [any(name in cells[1] for name in names) for cells in rows if cells[0].isdigit()] == [True] * len(
        names
    )


def test_phu_luc_iv_repeats_what_phu_luc_iii_says_of_a_commune() -> None:
    """Whom the district has ticked as registering need not be told of again in the columns of Phụ lục IV."""
    local = told("nam-dan").book.local["nam-dan"]
    rows = {cells[1].split(" ", 1)[1]: cells for cells in document("nam-dan", "ke-hoach").tables[-1].entries}
    ticked = local.communes_with("exemplary")
    assert ticked
    for name, values in ticked.items():
        commune = next(cells for shown, cells in rows.items() if shown.endswith(name))
        assert commune[2].strip() == values.get("share.exemplary", "Đăng ký")


@pytest.mark.parametrize("unit", DISTRICTS)
def test_figures_of_the_district_stand_in_phu_luc_i(unit: str) -> None:
    own = {cells[1]: cells[4] for cells in document(unit, "ke-hoach").tables[2].entries}
    assert next(figure for text, figure in own.items() if "Tỷ lệ khu dân cư" in text).startswith("87,5")
    assert next(figure for text, figure in own.items() if "mô hình camera" in text) == "13"


def test_the_report_cites_the_district_s_plan() -> None:
    text = document("nam-dan", "bao-cao-nam").text
    assert "Kế hoạch số 31/KH-UBND ngày 23 tháng 02 năm 2024" in text


def test_what_is_told_is_no_longer_missing() -> None:
    made = told("nam-dan").make(order("nam-dan", "ke-hoach"))
    bare = workshop().make(order("nam-dan", "ke-hoach"))
    missing, before = ({item.tag for item in result.missing} for result in (made, bare))
    assert "nguoi_ky.ho_ten" in before - missing
    assert not missing - before


def test_a_target_in_per_cent_is_measured_by_a_share() -> None:
    """Two of four schools are half of “100%”, not two hundredths of it."""
    figures = {
        "thpt_tong.ky_nay": "4",
        "thpt_da_ra_mat_mo_hinh.ky_nay": "2",
        "tong_khu_dan_cu.ky_nay": "200",
        "kdc_dat_an_toan.ky_nay": "140",
    }
    book = workshop().book
    local = local_data({"own_targets": {"safe_areas": "87,5"}, "answers": {"bao-cao-nam": figures}})
    made = Workshop(book.replace(local={**book.local, "nam-dan": local}), workshop().templates).make(
        order("nam-dan", "bao-cao-nam")
    )
    assert made.content is not None, made.reason
    tables = Document(made.content).tables
    rows = {cells[1]: cells for cells in tables[2].entries}
    schools = next(
        cells for label, cells in rows.items() if label.startswith("Số trường trung học phổ thông đã")
    )
    areas = rows["Số khu dân cư đạt tiêu chuẩn “An toàn về ANTT”"]
    assert (schools[3], schools[6]) == ("100%, Quý I/2024", "Đạt 50% kế hoạch")
    assert (areas[3], areas[6]) == ("87,5% số khu dân cư", "Đạt 80% kế hoạch")
