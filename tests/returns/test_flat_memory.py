"""What collecting keeps does not grow with the returns: they wait on the disk, and so do finished letters."""

from __future__ import annotations

import gc
import importlib
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from kh_docs.facts.offering import chosen
from kh_docs.model.book import Book
from kh_docs.pipeline.aside import all_made
from kh_docs.pipeline.letters import letters
from kh_docs.pipeline.making import Workshop
from kh_docs.pipeline.province import letter_to, report_of
from kh_docs.pipeline.returning import request_for
from kh_docs.reading.workspace import find_workspace
from kh_docs.returns.collecting import collect
from kh_docs.returns.request import Request
from kh_docs.returns.returned import Return
from kh_docs.returns.shelf import Shelf
from kh_docs.returns.values import Figure

ROOT = Path(__file__).parents[2]
KIND = "bao-cao-6-thang"
# Bytes that a return may leave behind: its figures side by side, its state, its line in the list of files.
EACH = 8_000


@pytest.fixture
def of_many(book: Book, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[int, Request]]:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    enlarged = importlib.import_module("synthetic").enlarged

    workspace = find_workspace(ROOT)
    found = {}
    for count in (105, 315):
        large = enlarged(book, count)
        (recipe,) = chosen(large, [KIND])
        found[count] = request_for(workspace, large, recipe, (), date(2024, 6, 20))
    yield found
    sys.modules.pop("synthetic", None)


def returns(request: Request) -> Iterator[Return]:
    """Returns with a figure in every cell, made as they are asked for."""
    keys = [f"{item.id}.ky_nay" for item in request.book.indicators.indicators if item.type == "n"]
    for number, unit in enumerate(request.book.units):
        figures = {
            key: Figure("number", number + at, f"số liệu {number + at}", f"bảng 3, dòng {at}", "tag")
            for at, key in enumerate(keys)
        }
        day, path = date(2024, 6, 10), f"{unit}.docx"
        yield Return(unit, path, path, day, 0.0, (), "", None, figures, [], {}, (), {}, {}, ())


def peak_of(request: Request, shelf: Shelf) -> int:
    gc.collect()
    tracemalloc.start()
    collect(request, returns(request), shelf)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_collecting_three_times_as_many_takes_little_more(of_many: dict[int, Request]) -> None:
    small, large = of_many
    peaks = {}
    # What is worked out once a process is no part of it: the first time does not count.
    for count in (small, small, large):
        with Shelf() as shelf:
            peaks[count] = peak_of(of_many[count], shelf)
    assert (peaks[large] - peaks[small]) / (large - small) < EACH


def test_the_report_names_no_more_units_than_a_document_can_hold(of_many: dict[int, Request]) -> None:
    workspace = find_workspace(ROOT)
    sizes = {}
    for count, request in of_many.items():
        with Shelf() as shelf:
            collected = collect(request, returns(request), shelf)
            workshop = Workshop(request.book, workspace.templates)
            sizes[count] = len(report_of(request, workshop, collected))
            workshop.close()
    small, large = of_many
    assert sizes[large] < 1.2 * sizes[small]


def test_letters_made_in_workers_are_those_made_one_after_another(of_many: dict[int, Request]) -> None:
    """Each reads its own returns from the shelf that all of them share."""
    request = next(iter(of_many.values()))
    workshop = Workshop(request.book, find_workspace(ROOT).templates)
    with Shelf() as shelf:
        collected = collect(request, returns(request), shelf)
        units = [each.unit for each in collected.units if each.is_open][:30]
        assert len(units) == 30
        make = partial(letter_to, request=request, workshop=workshop, collected=collected)
        assert list(letters(make, units)) == [make(unit) for unit in units]
    workshop.close()


def test_finished_letters_wait_on_the_disk() -> None:
    def letters() -> Iterator[tuple[str, bytes]]:
        for number in range(200):
            yield str(number), bytes([number]) * 100_000

    tracemalloc.start()
    found = [(name, content[0], len(content)) for name, content in all_made(letters())]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [(str(number), number, 100_000) for number in range(200)]
    assert peak < 1_000_000
