"""A prompt looks like one (grey), and `check` says how much of a form nobody has filled in yet."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from kh_docs.check import check_bytes
from kh_docs.documents.given import Given

from .produce import made

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORM = ZipFile(BytesIO(made("nam-dan", "bao-cao-nam", None, Given())))
STYLES = etree.fromstring(FORM.read("word/styles.xml"))


def notes(kind: str) -> list[str]:
    found = check_bytes(made("nam-dan", kind, None, Given()), "x.docx").notes
    return [re.sub(r"\d+ ô", "n ô", note) for note in found if "chưa điền" in note]


@pytest.mark.parametrize(("kind", "count"), [("bao-cao-6-thang", 38), ("bao-cao-nam", 40)])
def test_an_empty_form_is_said_to_be_one(kind: str, count: int) -> None:
    """As many prompts as the wording has lines that ask for words."""
    assert notes(kind) == [f"Còn {count} lời nhắc, n ô trống chưa điền: mới xét phần đã có chữ"]


def test_a_plan_waits_only_for_its_signer() -> None:
    report = check_bytes(made("nam-dan", "ke-hoach", None, Given()), "x.docx")
    assert report.notes == ("Còn 1 ô trống chưa điền: mới xét phần đã có chữ",)
    assert report.findings == ()


def test_prompts_are_grey() -> None:
    style = next(each for each in STYLES.iter(f"{W}style") if each.get(f"{W}styleId") == "GoiY")
    assert [each.get(f"{W}val") for each in style.iter(f"{W}color")] == ["767676"]
