"""LibreOffice works out every formula of the workbook to what we stored beside it, and to the totals."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kh_docs.model.book import Book

from .clerk import Form
from .conftest import Save

Run = Callable[..., tuple[int, str, str]]
Sent = Callable[..., Path]
UNITS = ("nam-dan", "vinh", "cua-lo", "quy-hop", "hoang-mai")
# As people write them; some cannot be added up.
ODD = ("1.205", "12,5", "0", "1,120", "-", "khoảng 20", "15%", "7 (dự kiến)")


def filled(form: Form, luck: random.Random) -> None:
    for tag in form.tags():
        if luck.random() < 0.2:
            continue
        if tag.endswith((".ky_nay", ".ky_truoc", ".chi_tieu")) or ".xa." in tag:
            form.fill(tag, luck.choice(ODD) if luck.random() < 0.1 else str(luck.randrange(30)))


@pytest.mark.parametrize("kind", ["bao-cao-6-thang", "bao-cao-nam"])
def test_every_formula_comes_to_what_is_stored(
    kind: str, sent: Sent, run: Run, saved_as: Save, tmp_path: Path, book: Book
) -> None:
    for unit in UNITS:
        sent(unit, lambda form, unit=unit: filled(form, random.Random(f"{kind} {unit}")), kind=kind)
    code, out, _err = run("collect", "in", "--kind", kind, "--as-of", "20/12/2024", "--json")
    assert code == 1
    found: dict[str, Any] = json.loads(out)
    path = next(Path(each) for each in found["outputs"] if "tong-hop-bao" in each and each.endswith(".xlsx"))
    # Written without the values, so that every program has to work them out.
    bare = tmp_path / "bare" / path.name
    bare.parent.mkdir()
    load_workbook(path).save(bare)
    stored, worked_out = values_of(path), values_of(saved_as(bare, "xlsx"))
    formulas = [place for place, value in formulas_of(path)]
    assert len(formulas) > 100
    assert {at: worked_out.get(at) for at in formulas} == {at: stored.get(at) for at in formulas}
    totals = dict(totals_of(worked_out))
    assert len(totals) > 60
    for item in book.indicators.indicators:
        told = found["totals"].get(f"{item.id}.ky_nay")
        if told and item.code in totals:
            assert totals[item.code] == told["value"], item.code


def formulas_of(path: Path) -> Iterator[tuple[tuple[str, str], str]]:
    for sheet in load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield (sheet.title, cell.coordinate), str(cell.value)


def values_of(path: Path) -> dict[tuple[str, str], object]:
    """What each cell shows; a formula that comes to an empty text shows nothing."""
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in load_workbook(path, data_only=True).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def totals_of(values: dict[tuple[str, str], object]) -> Iterator[tuple[str, object]]:
    """Of the first sheet what stands in the column “Cộng”, by the code of its row."""
    title = next(sheet for sheet, _at in values)
    head = next(at for (sheet, at), value in values.items() if sheet == title and value == "Cộng")
    for (sheet, at), value in values.items():
        if sheet == title and at.startswith("A") and at[1:].isdecimal() and int(at[1:]) > 4:
            yield str(value), values.get((title, f"{head[:-1]}{at[1:]}"))
