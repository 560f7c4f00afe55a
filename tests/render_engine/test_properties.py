"""A part of properties filled the short way is the part that the long way writes, byte for byte."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from kh_docs.render import filling
from kh_docs.render.filling import fill
from kh_docs.render.layout import load_layout

from .small import docx, p

CORE = "docProps/core.xml"


def core(tmp_path: Path, title: str, value: str) -> bytes:
    path = tmp_path / "mau.docx"
    path.write_bytes(docx(p("a"), title=title))
    filled = fill(load_layout(path), {"x": value})
    return zipfile.ZipFile(BytesIO(filled)).read(CORE)


@pytest.mark.parametrize(
    "title", ["{{ x }}", "a {{ x }} b", "{{ x }}{{ x }}", "{% if x %}{{ x }}{% endif %}"]
)
@pytest.mark.parametrize(
    "value", ["Nam Đàn", "", " ", "a & b", "“a”", "a\nb", "a\u00a0b", "<a>", "it's", "a]]>"]
)
def test_both_ways_write_the_same(
    title: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = core(tmp_path, title, value)
    monkeypatch.setattr(filling, "_in_place", lambda *_all: None)
    assert core(tmp_path, title, value) == short


def test_a_plain_value_goes_the_short_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def long(*_all: object) -> bytes:
        raise AssertionError("the long way")

    monkeypatch.setattr(filling, "_mended", long)
    assert "Nam Đàn".encode() in core(tmp_path, "{{ x }}", "Nam Đàn")


@pytest.mark.parametrize("title", ["<!-- {{ x }} -->", "<dc:x a='{{ x }}'/>", "{% if x %}{{ x }}{% endif %}"])
def test_a_value_that_is_not_read_as_text_goes_the_long_way(
    title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went = []

    def long(*_all: object) -> bytes:
        went.append(True)
        return b"<a/>"

    monkeypatch.setattr(filling, "_mended", long)
    core(tmp_path, title, "a")
    assert went
