"""E13: what somebody repeats in one paragraph, wherever it stands, costs no more each time."""

import io
import time
from pathlib import Path

import pytest
from docx import Document

from kh_docs.check import check_bytes, fix_bytes
from kh_docs.check.engine import take_apart
from kh_docs.check.facts import facts_of, plan_facts
from kh_docs.facts.finding import unit_by_name
from kh_docs.model.book import Book
from kh_docs.model.in_force import NOTHING_KNOWN
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.making import Order, Workshop

TEMPLATES = Path(__file__).parents[2] / "templates"
# A paragraph of each sort of rules: title, headings, body, recipients, annexes.
STYLES = ["Trích yếu", "Mục La Mã", "Nội dung", "Nơi nhận", "Kèm theo"]
# What the patterns of the rules are made of.
REPEATED = [
    "1",
    " ",
    "số 1/",
    "(a ",
    "“",
    "ngày 9 tháng 3 năm ",
    "Kế hoạch số 104/KH-UBND; ",
    "Sở Nội ",
    "tỉnh giao 10 xã, ",
]
LETTERS = 100_000


@pytest.fixture(scope="module")
def ours(book: Book) -> bytes:
    made = Workshop(book, TEMPLATES).make(Order(book.units["nam-dan"], recipe("ke-hoach")))
    assert made.content is not None
    return made.content


def repeated(ours: bytes, style: str, text: str) -> bytes:
    document = Document(io.BytesIO(ours))
    tables = (cell for table in document.tables for row in table.rows for cell in row.cells)
    paragraphs = [*document.paragraphs, *(each for cell in tables for each in cell.paragraphs)]
    found = next(each for each in paragraphs if each.style and each.style.name == style)
    found.runs[-1].text += text * (LETTERS // len(text))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("text", REPEATED)
def test_a_rule_looks_once(ours: bytes, style: str, text: str) -> None:
    data = repeated(ours, style, text)
    start = time.process_time()
    assert not check_bytes(data, "").refused_reason
    assert time.process_time() - start < 4


@pytest.mark.parametrize("text", REPEATED)
def test_mending_and_facts_look_once(ours: bytes, text: str, book: Book) -> None:
    plan = plan_facts(book, unit_by_name(book, "Nam Đàn"), NOTHING_KNOWN)
    data = repeated(ours, "Nội dung", text)
    start = time.process_time()
    fix_bytes(data)
    facts_of(take_apart(data, "ubnd"), plan)
    assert time.process_time() - start < 8
