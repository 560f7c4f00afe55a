"""Forms that people filled in in ways that the form did not mean."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kh_docs.word.xml import Element, W

from .clerk import Form
from .conftest import of

Sent = Callable[..., Path]
Collect = Callable[..., dict[str, Any]]
F1, BEFORE = "so_buoi_tuyen_truyen.ky_nay", "so_buoi_tuyen_truyen.ky_truoc"
NOTE = "so_buoi_tuyen_truyen.ghi_chu"


def _typed(form: Form, tag: str, text: str, look: str = "") -> Element:
    """A run in a look of its own, behind the control."""
    run = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>')
    form.control(tag).addnext(run)
    return run


def _cell(form: Form, tag: str) -> Element:
    return next(form.control(tag).iterancestors(W + "tc"))


def _merge_with_the_cell_before(form: Form) -> None:
    """Both columns of figures become one, with 40 in it, and the remark moves to the left."""
    form.fill(BEFORE, "40")
    form.fill(NOTE, "29 buổi tại trường học")
    gone, left = _cell(form, F1), _cell(form, BEFORE)
    properties = left.find(W + "tcPr")
    assert properties is not None
    etree.SubElement(properties, W + "gridSpan").set(W + "val", "2")
    gone.getparent().remove(gone)  # type: ignore[union-attr]


def _table(form: Form) -> Element:
    return next(form.control(F1).iterancestors(W + "tbl"))


def _paste_a_filled_table(form: Form, blank: bytes) -> None:
    filled = Form(blank)
    filled.fill(F1, "33")
    table = _table(filled)
    filled.drop_controls()
    _table(form).addprevious(deepcopy(table))


LOOKS = {
    "crossed": (("22", "<w:strike/>"), ("23", "")),
    "hidden": (("2", "<w:vanish/>"), ("23", "")),
    "raised": (("26", ""), ("1", '<w:vertAlign w:val="superscript"/>')),
}


@pytest.mark.parametrize(
    ("name", "state", "value", "asked"),
    [
        # 22 crossed out and 23 is not 2223, a hidden 2 is not seen, 26 with a note is not 261.
        ("crossed", "text", None, "có chữ gạch bỏ"),
        ("hidden", "number", 23, ""),
        ("raised", "number", 26, ""),
    ],
)
def test_a_figure_is_what_is_seen(
    name: str, state: str, value: float | None, asked: str, sent: Sent, collected: Collect
) -> None:
    def fill(form: Form) -> None:
        for text, look in reversed(LOOKS[name]):
            _typed(form, F1, text, look)
        form.fill("tin_bai_mang_xa_hoi.ky_nay", "1")

    sent("nam-dan", fill)
    found = collected()
    unit = of(found, "nam-dan")
    assert unit["values"][F1]["state"] == state
    assert found["totals"][F1]["value"] == value
    assert [asked in question["message"] for question in unit["questions"]] == [True] * bool(asked)


@pytest.mark.parametrize("thing", ["drawing", "pict", "object"])
def test_a_picture_in_place_of_a_figure_is_asked_about(thing: str, sent: Sent, collected: Collect) -> None:
    def fill(form: Form) -> None:
        run = _typed(form, F1, "")
        etree.SubElement(run, W + thing)
        # Beside a figure it takes nothing from it.
        etree.SubElement(_typed(form, "luot_nguoi_tuyen_truyen.ky_nay", "7"), W + thing)

    sent("nam-dan", fill)
    found = collected()
    (question,) = of(found, "nam-dan")["questions"]
    assert (question["raw"], "không đọc được" in question["message"]) == ("(hình)", True)
    assert found["totals"]["luot_nguoi_tuyen_truyen.ky_nay"]["value"] == 7


def test_merged_cells_do_not_move_the_others(sent: Sent, collected: Collect) -> None:
    """The remark “29 buổi” stood where the figure had been."""
    sent("nam-dan", _merge_with_the_cell_before)
    found = collected()
    assert found["totals"][F1]["value"] is None
    assert any("không có ô này" in each["message"] for each in of(found, "nam-dan")["questions"])


def test_a_table_that_was_pasted_beside_ours_is_told_of(
    sent: Sent, collected: Collect, workspace: Path
) -> None:
    blank = sent("nam-dan", lambda form: None).read_bytes()

    def fill(form: Form) -> None:
        _paste_a_filled_table(form, blank)
        form.fill("mo_hinh_diem.ky_nay", "2")

    sent("nam-dan", fill)
    found = collected()
    messages = [each["message"] for each in of(found, "nam-dan")["questions"]]
    assert any("“(trống)” và “33”" in message for message in messages)
    # Of what is the same in both there is nothing to say.
    assert not any("có hai lần" in message for message in messages if "Phụ lục" in message)
    assert found["totals"][F1]["value"] is None


XA = "tong_khu_dan_cu.xa."
SUM = "tong_khu_dan_cu.ky_nay"


def _codes(form: Form) -> list[str]:
    return [tag for tag in form.tags() if tag.startswith(XA)]


def _named(row: Element) -> Element:
    return next(text for text in row.findall(W + "tc")[1].iter(W + "t"))


def _say_9_in_the_copy(form: Form, row: Element) -> None:
    copy = deepcopy(row)
    row.addnext(copy)
    next(text for text in copy.iter(W + "t") if text.text == "5").text = "9"


def _type_a_row(form: Form, row: Element) -> None:
    typed = deepcopy(row)
    for control in list(typed.iter(W + "sdt")):
        control.getparent().remove(control)  # type: ignore[union-attr]
    _named(typed).text = "Xã Mới"
    row.addnext(typed)


def _exchange_names(form: Form, row: Element) -> None:
    other = row.getnext()
    assert other is not None
    one, two = _named(row), _named(other)
    one.text, two.text = two.text, one.text


def _type_a_total(form: Form, row: Element) -> None:
    *_rows, total, _end = row.getparent().findall(W + "tr")  # type: ignore[union-attr]
    next(text for text in total.findall(W + "tc")[-1].iter(W + "t")).text = "100"


@pytest.mark.parametrize(
    ("change", "value", "asked"),
    [
        (lambda form, row: row.addnext(deepcopy(row)), 95, "có hai lần"),
        (_say_9_in_the_copy, None, "“5 / 9”"),
        (_type_a_row, 95, "không phải đơn vị cấp xã trong danh sách"),
        (_exchange_names, 95, "ghi tên"),
        (_type_a_total, 95, "ghi 100, các dòng cộng lại là 95"),
    ],
)
def test_rows_of_communes_that_are_not_as_printed(
    change: Callable[[Form, Element], None],
    value: int | None,
    asked: str,
    sent: Sent,
    collected: Collect,
) -> None:
    def fill(form: Form) -> None:
        tags = _codes(form)
        for tag in tags:
            form.fill(tag, "5")
        change(form, form.row(tags[3]))

    sent("nam-dan", fill)
    found = collected()
    unit = of(found, "nam-dan")
    assert found["totals"][SUM]["value"] == value
    messages = [each["message"] for each in (*unit["questions"], *unit["conflicts"])]
    assert any(asked in message for message in messages)


def test_rows_without_controls_are_known_by_the_commune(sent: Sent, collected: Collect) -> None:
    """Numbered “01.”, sorted otherwise, “Nam Hưng” for “Xã Nam Hưng”."""

    def fill(form: Form) -> None:
        tags = _codes(form)
        for tag in tags:
            form.fill(tag, "5")
        rows = [form.row(tag) for tag in tags]
        form.drop_controls()
        for number, row in enumerate(reversed(rows), 1):
            next(row.iter(W + "t")).text = f"{number:02d}."
        name = _named(rows[1])
        name.text = (name.text or "").removeprefix("Xã ")

    sent("nam-dan", fill)
    assert collected()["totals"][SUM]["value"] == 95


def test_half_a_session_is_asked_about(sent: Sent, collected: Collect) -> None:
    sent("nam-dan", lambda form: form.fill(F1, "12,5"))
    found = collected()
    assert "không phải số nguyên" in of(found, "nam-dan")["questions"][0]["message"]


def test_a_number_typed_beside_its_control(sent: Sent, collected: Collect) -> None:
    def fill(form: Form) -> None:
        form.fill("so_van_ban.gia_tri", "45", "beside")
        form.fill(F1, "1")

    sent("nam-dan", fill)
    assert of(collected(), "nam-dan")["number"] == "45"


def test_where_no_control_is_left_a_blank_number_is_none(sent: Sent, collected: Collect) -> None:
    """Not “Số: /BC-UBND”."""
    sent("nam-dan", lambda form: (form.fill(F1, "1"), form.drop_controls()))
    assert of(collected(), "nam-dan")["number"] is None
