"""Whose report a file is, and of which days: what contradicts itself is added to nobody's figures."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kh_docs.word.xml import W

from .clerk import Form
from .conftest import of

Sent = Callable[..., Path]
Collect = Callable[..., dict[str, Any]]
Run = Callable[..., tuple[int, str, str]]
F1 = "so_buoi_tuyen_truyen.ky_nay"
FROM, TO = "ky_so_lieu.tu_ngay", "ky_so_lieu.den_ngay"


def _say(form: Form, old: str, new: str) -> None:
    for text in form.root.iter(W + "t"):
        text.text = (text.text or "").replace(old, new)


def _lose_marks(form: Form) -> None:
    """As programs do that keep neither hidden parts nor keywords."""
    for name in [name for name in form.package.parts if name.startswith("customXml")]:
        root = form.package.root(name)
        for child in list(root) if root is not None else ():
            root.remove(child)  # type: ignore[union-attr]
    core = form.package.root("docProps/core.xml")
    assert core is not None
    for child in core:
        if str(child.tag).endswith("keywords"):
            child.text = ""


@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize(
    ("kind", "days", "status"),
    [
        # Of the year before, in a form of this year.
        ("bao-cao-6-thang", ("01/12/2022", "31/5/2023"), "foreign"),
        # The form of the whole year.
        ("bao-cao-nam", None, "foreign"),
        # Counted up to some day before the last.
        ("bao-cao-6-thang", ("01/12/2023", "15/5/2024"), "read"),
    ],
)
def test_figures_of_other_days(
    kind: str, days: tuple[str, str] | None, status: str, lost: bool, sent: Sent, collected: Collect
) -> None:
    def fill(form: Form) -> None:
        form.fill(F1, "9")
        for tag, day in zip((FROM, TO), days or (), strict=False):
            form.fill(tag, day)
        if lost or days is None:
            _lose_marks(form)
        if lost:
            form.drop_controls()

    sent("nam-dan", fill, kind=kind)
    found = collected()
    (file,) = found["files"]
    assert file["status"] == status
    if status == "read":
        messages = [each["message"] for each in of(found, "nam-dan")["questions"]]
        assert any("01/12/2023 - 15/5/2024" in message for message in messages)
    else:
        assert "kỳ khác" in file["reason"]
        assert found["totals"][F1]["value"] is None


def test_a_form_handed_on_to_a_commune_is_not_the_districts(sent: Sent, collected: Collect) -> None:
    """19 communes filled in copies of the form of their district; none of them is its report."""

    def of_commune(form: Form) -> None:
        form.fill(F1, "3")
        _say(form, "HUYỆN NAM ĐÀN", "XÃ KIM LIÊN")

    sent("nam-dan", of_commune, "Kim Liên.docx")
    sent("nam-dan", lambda form: form.fill(F1, "57"))
    found = collected()
    assert found["totals"][F1]["value"] == 57
    (file,) = [each for each in found["files"] if each["status"] == "foreign"]
    assert "do xã Kim Liên lập" in file["reason"]


@pytest.mark.parametrize(
    ("old", "new"), [("Nam Đàn, ngày", "Nghi Lộc, ngày"), ("HUYỆN NAM ĐÀN", "HUYỆN NGHI LỘC")]
)
def test_the_form_of_a_neighbour(old: str, new: str, sent: Sent, collected: Collect) -> None:
    def fill(form: Form) -> None:
        form.fill(F1, "3")
        _say(form, old, new)

    sent("nam-dan", fill)
    (file,) = collected()["files"]
    assert (file["status"], "tệp ghi hai đơn vị" in file["reason"]) == ("foreign", True)


def test_a_file_called_after_another_unit_is_asked_about(sent: Sent, collected: Collect) -> None:
    sent("vinh", lambda form: form.fill(F1, "3"), "BC huyện Nam Đàn.docx")
    sent("ky-son", lambda form: form.fill(F1, "4"), "Kỳ Sơn gửi Vinh.docx")
    found = collected()
    (question,) = of(found, "vinh")["questions"]
    assert "tên tệp ghi huyện Nam Đàn" in question["message"]
    assert of(found, "ky-son")["questions"] == []


def test_a_form_of_ours_that_names_no_unit(sent: Sent, collected: Collect) -> None:
    def fill(form: Form) -> None:
        form.fill(F1, "3")
        _lose_marks(form)
        form.drop_controls()
        _say(form, "NAM ĐÀN", "NAM ĐÀNG")
        _say(form, "Nam Đàn", "Nam Đàng")

    sent("nam-dan", fill, "a.docx")
    (file,) = collected()["files"]
    assert "không rõ của đơn vị nào" in file["reason"]


def _empty_but(form: Form, *left: str) -> None:
    """Our form with its marks, and in it nothing but these paragraphs."""
    body = form.root.find(W + "body")
    assert body is not None
    for element in [each for each in body if each.tag != W + "sectPr"]:
        body.remove(element)
    for number, xml in enumerate(left):
        body.insert(number, etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r>{xml}</w:r></w:p>'))


@pytest.mark.parametrize(
    ("left", "status", "reason"),
    [
        (["<w:drawing/>"], "unreadable", "ảnh chụp, bản quét"),
        (["<w:t>Đã tổ chức 12 buổi tuyên truyền.</w:t>"], "foreign", "không có biểu số liệu"),
    ],
)
def test_a_report_without_our_tables(
    left: list[str], status: str, reason: str, sent: Sent, collected: Collect
) -> None:
    """“Nobody filled it in” would be the wrong thing to write to them."""
    sent("nam-dan", lambda form: _empty_but(form, *left))
    (file,) = collected()["files"]
    assert (file["status"], reason in file["reason"]) == (status, True)


@pytest.mark.parametrize(
    ("seconds", "saved", "asked"),
    [
        (0, ("2024-06-10T07:00:00Z", "2024-06-11T07:00:00Z"), "hai bản cùng giờ"),
        (60, ("2024-06-11T07:00:00Z", "2024-06-10T07:00:00Z"), "lại được lưu trước"),
        (60, ("2024-06-10T07:00:00Z", "2024-06-11T07:00:00Z"), ""),
    ],
)
def test_which_of_two_versions_is_newer(
    seconds: int, saved: tuple[str, str], asked: str, sent: Sent, collected: Collect
) -> None:
    for number, (name, day) in enumerate(zip(("vinh.docx", "vinh (1).docx"), saved, strict=True)):

        def fill(form: Form, number: int = number, day: str = day) -> None:
            form.fill(F1, str(number + 3))
            core = form.package.root("docProps/core.xml")
            assert core is not None
            next(each for each in core if str(each.tag).endswith("modified")).text = day

        path = sent("vinh", fill, name)
        os.utime(path, (1718000000, 1718000000 + number * seconds))
    messages = [each["message"] for each in of(collected(), "vinh")["questions"]]
    assert [asked in message for message in messages] == [True] * bool(asked)


@pytest.mark.parametrize("is_bare", [False, True])
def test_of_a_form_as_it_was_made_nothing_is_asked(
    is_bare: bool, run: Run, workspace: Path, collected: Collect
) -> None:
    """Kỳ Sơn has xã Nậm Cắn and xã Nậm Càn; two sessions in each commune are usual."""
    assert run("generate", "--all", "--kind", "bao-cao-6-thang")[0] == 0
    (workspace / "in").mkdir()
    for path in (workspace / "out/104-kh-ubnd-2024").glob("*/bao-cao-6-thang-*.docx"):
        form = Form(path.read_bytes())
        communes = sum(tag.startswith("tong_khu_dan_cu.xa.") for tag in form.tags())
        form.fill(F1, str(2 * communes))
        if is_bare:
            _lose_marks(form)
            form.drop_controls()
        (workspace / "in" / path.name).write_bytes(form.saved())
    found = collected()
    assert found["totals"][F1]["units"] == 21
    asked = [each for unit in found["units"] for each in (*unit["questions"], *unit["conflicts"])]
    assert asked == []
