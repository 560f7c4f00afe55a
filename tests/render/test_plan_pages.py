"""How long a plan is, for every unit: at most 18 pages, its Phụ lục II at most 6 (LibreOffice)."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.cli.pdf import convert
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace

pytestmark = pytest.mark.render
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lengths(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    """Pages by unit and part: `body`, `Phụ lục I`, …"""
    program, reader = Path(tool("soffice")), tool("pdftotext")
    workspace, folder = find_workspace(ROOT), tmp_path_factory.mktemp("plans")
    shop = Workshop(load(workspace), workspace.templates)
    paths = []
    for unit in shop.book.units.values():
        made = shop.make(Order(unit, recipe("ke-hoach")))
        assert made.content is not None, made.reason
        paths.append(folder / f"{unit.id}.docx")
        paths[-1].write_bytes(made.content)
    found: dict[str, Counter[str]] = {}
    for document, content in convert(paths, program):
        assert content, document
        pdf = folder / f"{document.stem}.pdf"
        pdf.write_bytes(content)
        text = subprocess.run([reader, "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
        part, pages = "body", Counter[str]()
        for page in text.split("\f")[:-1]:
            head = re.match(r"\s*(Phụ lục [IVX]+)\s*\n", page)
            part = head[1] if head else part
            pages[part] += 1
        found[document.stem] = pages
    return found


def test_a_plan_has_at_most_18_pages_and_its_tasks_6(lengths: dict[str, Counter[str]]) -> None:
    assert len(lengths) == 21
    assert {unit: pages for unit, pages in lengths.items() if sum(pages.values()) > 18} == {}
    assert {unit: pages for unit, pages in lengths.items() if pages["Phụ lục II"] > 6} == {}
    assert {unit: pages for unit, pages in lengths.items() if pages["body"] > 8} == {}
