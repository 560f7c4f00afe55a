"""Forms that LibreOffice opened and saved, as .docx and by way of .odt, give the same values as before."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from kh_docs.cli import soffice
from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.returning import request_for
from kh_docs.reading.workspace import find_workspace
from kh_docs.returns.found import Found
from kh_docs.returns.ground import Ground
from kh_docs.returns.reading import read_file
from kh_docs.returns.returned import Return

from ..conftest import ROOT
from .clerk import Form
from .conftest import Save


@pytest.mark.parametrize(("kind", "unit"), [("bao-cao-6-thang", "nam-dan"), ("bao-cao-nam", "vinh")])
def test_the_same_values_come_back(kind: str, unit: str, saved_as: Save, tmp_path: Path, book: Book) -> None:
    workspace = find_workspace(ROOT)
    ground = Ground(request_for(workspace, book, recipe(kind), (), date(2024, 6, 20)))
    luck = random.Random(kind)
    form = Form(ground.request.blank(unit))
    for tag in form.tags():
        if tag.endswith((".ky_nay", ".ky_truoc")) or ".xa." in tag:
            form.fill(tag, str(luck.randrange(1, 900)))
        elif tag in form.titles() or tag.startswith("mo_hinh."):
            form.fill(tag, f"Việc {luck.randrange(10_000)} đã làm xong.")
    first = tmp_path / f"{unit}.docx"
    first.write_bytes(form.saved())
    before = _read(first, ground)
    assert len([figure for figure in before.figures.values() if figure.state == "number"]) > 80
    by_docx = tmp_path / "by docx" / first.name
    by_docx.parent.mkdir()
    by_docx.write_bytes(saved_as(first, "docx").read_bytes())
    by_odt = saved_as(saved_as(first, "odt"), "docx")
    for path in (by_docx, by_odt):
        after = _read(path, ground)
        assert after.unit == unit
        assert _said(after) == _said(before)
        assert after.texts == before.texts
        assert after.communes == before.communes
        assert _names(after) == _names(before)


def _read(path: Path, ground: Ground) -> Return:
    (sent,) = read_file(Found(str(path), 0.0, path.read_bytes()), ground)
    assert isinstance(sent, Return), sent
    return sent


def _said(sent: Return) -> dict[str, tuple[str, object]]:
    return {key: (figure.state, figure.value) for key, figure in sent.figures.items()}


def _names(sent: Return) -> list[str]:
    return [row["ten"][0] for row in sent.lists.get("mo_hinh", [])]


def test_an_old_word_file_is_read_where_libreoffice_is(saved_as: Save, tmp_path: Path, book: Book) -> None:
    from kh_docs.cli.converting import converter

    workspace = find_workspace(ROOT)
    request = request_for(workspace, book, recipe("bao-cao-6-thang"), (), date(2024, 6, 20))
    ground = Ground(request._replace(convert=converter()))
    form = Form(request.blank("nam-dan"))
    form.fill("so_buoi_tuyen_truyen.ky_nay", "17")
    path = tmp_path / "nam-dan.docx"
    path.write_bytes(form.saved())
    assert soffice.find() is not None
    sent = _read(saved_as(path, "doc"), ground)
    assert sent.unit == "nam-dan"
    assert sent.figures["so_buoi_tuyen_truyen.ky_nay"].value == 17
    assert sent.notes[0] == "đọc qua LibreOffice"
