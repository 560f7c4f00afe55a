"""Whose report a file is, and of which days: what contradicts itself is added to nobody's figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kh_docs.word.xml import W

from .clerk import Form
from .conftest import of

Sent = Callable[..., Path]
Collect = Callable[..., dict[str, Any]]
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
