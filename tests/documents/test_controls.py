"""Every blank is a content control that a clerk understands and a program finds again."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kh_docs.model.book import Book

from .produce import CHECKLISTS, COMMUNE_FORM, REPORTS, UNITS, document, documents

# <indicator or field>.<column>[.<commune code or row>]
TAG = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+){1,2}")
DOTS = re.compile("…+")


def test_tags_and_titles() -> None:
    wrong = []
    for unit, form, made in documents():
        counted = Counter(control.tag for control in made.controls)
        for control in made.controls:
            if not TAG.fullmatch(control.tag):
                wrong.append(f"{form} {unit}: form of tag {control.tag!r}")
            if counted[control.tag] > 1:
                wrong.append(f"{form} {unit}: tag twice {control.tag}")
            if len(control.tag) > 64 or len(control.title) > 64:
                wrong.append(f"{form} {unit}: longer than 64: {control.tag} / {control.title}")
            if not control.title.strip() or control.title == control.tag or "_" in control.title:
                wrong.append(f"{form} {unit}: title {control.title!r} of {control.tag}")
    assert sorted(set(wrong))[:40] == []


def test_a_control_says_what_it_is() -> None:
    """A blank shows dots, white space or a hint until one types; a known value does not vanish."""
    wrong = []
    for unit, form, made in documents():
        for control in made.controls:
            blank = DOTS.fullmatch(control.text) or not control.text.strip("\u00a0")
            if control.kind not in ("text", "richText", "dropDownList", "date"):
                wrong.append(f"{form} {unit}: {control.tag}: kind {control.kind!r}")
            if control.kind != "richText" and bool(blank) != control.placeholder:
                wrong.append(
                    f"{form} {unit}: {control.tag}: {control.text!r} placeholder={control.placeholder}"
                )
            if control.kind == "richText" and not control.placeholder:
                wrong.append(f"{form} {unit}: {control.tag}: the hint stays")
    assert wrong == []


def test_drop_downs_offer_their_own_preset() -> None:
    for unit, form, made in documents(*CHECKLISTS):
        for control in made.controls:
            if control.kind == "dropDownList" and not control.placeholder:
                assert control.text in control.choices, (unit, form, control.tag)


def test_dots_stand_in_controls_only() -> None:
    """What cannot be clicked is no blank; “…” inside quotation marks marks what was left out."""
    wrong = []
    for unit, form, made in documents():
        for paragraph in made.paragraphs:
            text = "".join(run.text for run in paragraph.runs if not run.tag)
            if DOTS.search(re.sub("“[^”]*”", "", text)):
                wrong.append(f"{form} {unit}: {text}")
    assert sorted(set(wrong)) == []


def test_signer_number_and_date_are_left_open() -> None:
    """Never an invented value (issue 2, part 2)."""
    for unit, form, made in documents("ke-hoach", *REPORTS):
        controls = {control.tag: control for control in made.controls}
        for tag in ("so_van_ban.gia_tri", "ngay_ban_hanh.ngay", "ngay_ban_hanh.thang"):
            assert controls[tag].placeholder, (unit, form, tag)
            assert not controls[tag].text.strip("\u00a0"), (unit, form, tag)
        assert DOTS.fullmatch(controls["nguoi_ky.ho_ten"].text), (unit, form)


@pytest.mark.parametrize("form", REPORTS)
def test_every_commune_by_name_in_the_table_of_communes(form: str, book: Book) -> None:
    columns = {"xa_dang_ky_dien_hinh", "xa_dat_dien_hinh_moi", "xa_co_mo_hinh_camera", "tong_khu_dan_cu"}
    # What cannot be by 31/5 has no column then (R15).
    columns |= {"kdc_dat_an_toan", "to_bao_ve_antt"} if form == "bao-cao-nam" else set()
    for unit in UNITS:
        made = document(unit, form)
        communes = book.units[unit].children
        expected = [f"{commune.type.capitalize()} {commune.name}" for commune in communes]
        table = next(table for table in made.tables if "Mô hình camera" in table.rows[0].texts)
        names = [cells[1] for cells in table.entries]
        assert names == [*expected, "Tổng cộng"], unit
        tags = {control.tag for control in made.controls}
        missing = [
            f"{column}.xa.{commune.code}"
            for commune in communes
            for column in columns
            if f"{column}.xa.{commune.code}" not in tags
        ]
        assert missing == [], unit


@pytest.mark.parametrize("form", REPORTS)
def test_the_blanks_of_the_indicator_table_are_tagged_by_indicator(form: str, book: Book) -> None:
    known = {indicator.id for indicator in book.indicators.indicators}
    columns = {"chi_tieu", "ky_truoc", "ky_nay", "luy_ke", "so_ke_hoach", "so_cung_ky", "ghi_chu"}
    for unit in UNITS:
        made = document(unit, form)
        tags = [run.tag for row in made.tables[2].rows for cell in row.cells for paragraph in cell.paragraphs
                for run in paragraph.runs if run.tag]  # fmt: skip
        assert len(tags) > 150, unit
        strange = [tag for tag in tags if tag.split(".")[0] not in known or tag.split(".")[1] not in columns]
        assert strange == [], unit


@pytest.mark.parametrize("form", CHECKLISTS)
def test_the_blanks_of_the_checklist_are_tagged_by_item(form: str) -> None:
    for unit in UNITS:
        tags = {control.tag for control in document(unit, form).controls}
        for code in ("KT03", "KT25", "KT44", "KT62"):
            assert {f"{code}.tu_cham", f"{code}.doan_cham"} <= tags, (unit, code)


def test_the_same_blank_has_the_same_tag_in_every_district() -> None:
    """A program reads 21 files back with one list; what differs are communes, rows and named units."""
    plain = {unit: {control.tag for control in document(unit, "phieu-kiem-tra").controls} for unit in UNITS}
    common = set.intersection(*plain.values())
    assert len(common) > 250
    different = {tag.split(".")[0] for unit in UNITS for tag in plain[unit] - common}
    # Notes of items that do not apply are words, no blanks.
    assert all(re.fullmatch(r"KT\d\d", name) for name in different), different


def test_the_commune_form_leaves_the_commune_open() -> None:
    for unit in UNITS:
        made = document(unit, COMMUNE_FORM)
        titles = [control.title.lower() for control in made.controls]
        assert any("xã" in title or "phường" in title for title in titles), unit
