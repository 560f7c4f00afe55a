"""Every sum of every indicator, held against what was typed into the forms and against nothing of ours."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kh_docs.model.book import Book

from .clerk import Form

Run = Callable[..., tuple[int, str, str]]
UNITS = ("vinh", "nam-dan", "ky-son", "hoang-mai")
COLUMNS = (".ky_nay", ".ky_truoc")


def typed(form: Form, luck: random.Random, numbers: frozenset[str]) -> dict[str, int]:
    """Most cells of figures filled in, with what stands in them."""
    told: dict[str, int] = {}
    for tag in form.tags():
        if tag.endswith(COLUMNS) and tag.partition(".")[0] in numbers and luck.random() < 0.8:
            told[tag] = luck.choice((0, 1, 7, 40, 1205))
            form.fill(tag, f"{told[tag]:,}".replace(",", "."))
    return told


@pytest.mark.parametrize("kind", ["bao-cao-6-thang", "bao-cao-nam"])
def test_the_sums_are_those_of_what_was_typed(
    kind: str, sent: Callable[..., Path], run: Run, book: Book, workspace: Path
) -> None:
    numbers = frozenset(item.id for item in book.indicators.indicators if item.type in ("n", "m"))
    told: dict[str, dict[str, int]] = {}
    for unit in UNITS:
        luck = random.Random(f"{kind} {unit}")
        sent(
            unit,
            lambda form, unit=unit, luck=luck: told.update({unit: typed(form, luck, numbers)}),
            kind=kind,
        )
    _code, out, _err = run("collect", "in", "--kind", kind, "--as-of", "20/12/2024", "--json")
    found: dict[str, Any] = json.loads(out)
    keys = {key for figures in told.values() for key in figures}
    assert len(keys) > 60
    wrong = {}
    for key in keys:
        figures = [figures[key] for figures in told.values() if key in figures]
        total = found["totals"][key]
        if (total["value"], total["units"]) != (sum(figures), len(figures)):
            wrong[key] = (total, figures)
    assert wrong == {}
    # The same in the workbook, column by column, and both periods over the units that gave both.
    name = f"out/104-kh-ubnd-2024/_tong-hop/{kind}/tong-hop-{kind}-2024.xlsx"
    workbook = load_workbook(workspace / name, data_only=True)
    codes = {item.code: item.id for item in book.indicators.indicators}
    for row in workbook["Hai kỳ"].iter_rows(min_row=5, values_only=True):
        if row[0] not in codes:
            continue
        now, before = f"{codes[row[0]]}.ky_nay", f"{codes[row[0]]}.ky_truoc"
        both = [
            (figures[before], figures[now]) for figures in told.values() if {now, before} <= figures.keys()
        ]
        if both:
            assert row[2:4] == (sum(each[0] for each in both), sum(each[1] for each in both)), row[0]
            assert row[5] == len(both)
