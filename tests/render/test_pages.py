"""How long documents are for every unit: plan 18 pages, its Phụ lục II 6, reports 12 and 14."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.cli.to_pdf import convert
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace

pytestmark = [pytest.mark.render, pytest.mark.long]
ROOT = Path(__file__).parents[2]


Lengths = dict[str, Counter[str]]


@pytest.fixture(scope="module")
def lengths(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Lengths]:
    """Pages of a kind by unit and part: `body`, `Phụ lục I`, …"""
    program, reader = Path(tool("soffice")), tool("pdftotext")
    workspace = find_workspace(ROOT)
    shop = Workshop(load(workspace), workspace.templates)

    def measured(kind: str) -> Lengths:
        folder = tmp_path_factory.mktemp(kind)
        paths = []
        for unit in shop.book.units.values():
            made = shop.make(Order(unit, recipe(kind)))
            assert made.content is not None, made.reason
            paths.append(folder / f"{unit.id}.docx")
            paths[-1].write_bytes(made.content)
        found: Lengths = {}
        for document, content in convert(paths, program):
            assert content, document
            pdf = folder / f"{document.stem}.pdf"
            pdf.write_bytes(content)
            read = subprocess.run([reader, "-layout", pdf, "-"], capture_output=True, check=True)
            part, pages = "body", Counter[str]()
            for page in read.stdout.decode().split("\f")[:-1]:
                head = re.match(r"\s*(Phụ lục [IVX]+)\s*\n", page)
                part = head[1] if head else part
                pages[part] += 1
            found[document.stem] = pages
        assert len(found) == 21
        return found

    return measured


def too_long(found: Lengths, part: str, most: int) -> Lengths:
    return {unit: pages for unit, pages in found.items() if pages[part] > most}


def test_a_plan_has_at_most_18_pages_and_its_tasks_6(lengths: Callable[[str], Lengths]) -> None:
    found = lengths("ke-hoach")
    assert {unit: pages for unit, pages in found.items() if sum(pages.values()) > 18} == {}
    assert too_long(found, "Phụ lục II", 6) == {}
    assert too_long(found, "body", 8) == {}


@pytest.mark.parametrize(("kind", "most"), [("bao-cao-6-thang", 12), ("bao-cao-nam", 14)])
def test_a_report_form_stays_short(kind: str, most: int, lengths: Callable[[str], Lengths]) -> None:
    """Empty, with a row for each commune: from 7 in Cửa Lò to 39 in Yên Thành."""
    found = lengths(kind)
    assert {unit: pages for unit, pages in found.items() if sum(pages.values()) > most} == {}
    assert too_long(found, "Phụ lục I", 5) == {}
    assert too_long(found, "Phụ lục II", 2) == {}
