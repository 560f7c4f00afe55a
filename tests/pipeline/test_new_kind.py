"""A new kind of document is one entry, one module, one layout and one wording file."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from docx import Document

from kh_docs.documents.file_properties import Properties
from kh_docs.documents.form_mark import FormMark, form_mark
from kh_docs.documents.frame import Signature, framed
from kh_docs.documents.given import Given, frame_of
from kh_docs.documents.header import Header
from kh_docs.documents.speech import Speech
from kh_docs.layout.blocks import blocks
from kh_docs.layout.header import HEADER_LINES, header, title
from kh_docs.layout.lines import Line
from kh_docs.layout.package import package
from kh_docs.layout.page import MAIN, section_end
from kh_docs.layout.signature import signature
from kh_docs.model import kinds
from kh_docs.model.kinds import Recipe
from kh_docs.pipeline.generating import generate
from kh_docs.pipeline.request import Request
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace
from kh_docs.render.values import Block, Slot

PLAN = "104-kh-ubnd-2024"

# The entry in model/kinds.py.
ENTRY = Recipe(
    "thong-bao",
    "Thông báo thời hạn",
    content="thong_bao.context",
    layout="thong-bao.docx",
    wording="thong-bao.j2",
    stem="thong-bao",
    needs=("deadlines",),
)
# The wording, templates/wording/<plan>/thong-bao.j2.
WORDING = """\
Thực hiện {{ plan.full_citation }}, {{ unit.committee }} thông báo:
@khoan+ 1. Kế hoạch của {{ unit.type }} gửi về {{ due("D01") }}.
@khoan+ 2. Các phòng, ban, đơn vị {{ unit.type }} căn cứ Thông báo này thực hiện./.
=== abstract
Thời hạn thực hiện Kế hoạch {{ plan.symbol }}
=== recipients
- UBND tỉnh (b/c);
- Lưu: VT.
"""


class NoticeContext(NamedTuple):
    """Everything thong-bao.docx prints."""

    props: Properties
    header: Header
    type_name: str
    abstract: list[Slot]
    under_abstract: Line
    body: list[Block]
    recipients: list[Slot]
    signature: Signature
    form: FormMark

    @property
    def annexed(self) -> bool:
        return False


def context(speech: Speech, given: Given) -> NoticeContext:
    """The function of kh_docs/documents/thong_bao.py."""
    around = framed(speech, frame_of(speech, "Thông báo", "TB"), speech.parts(), given)
    return NoticeContext(*around, form=form_mark(speech))


def build() -> bytes:
    """The layout, as kh_docs/layout/thong_bao.py would build it."""
    return package([header(), *title(), *blocks("body"), signature(), section_end()], MAIN, HEADER_LINES)


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one module and the one entry."""
    notice = ModuleType("kh_docs.documents.thong_bao")
    monkeypatch.setattr(notice, "context", context, raising=False)
    monkeypatch.setitem(sys.modules, notice.__name__, notice)
    monkeypatch.setattr(kinds, "RECIPES", (*kinds.RECIPES, ENTRY))


def test_a_kind_is_added_in_one_entry(workspace: Path, module: None) -> None:
    templates = workspace / "templates"
    (templates / "layout" / ENTRY.layout).write_bytes(build())
    (templates / "wording" / PLAN / ENTRY.wording).write_text(WORDING, encoding="utf-8")
    found = find_workspace(workspace, workspace)
    book = load(found)
    request = Request(found, book, (book.units["vinh"],), (ENTRY,), workspace / "out", jobs=1)
    (document,) = generate(request, lambda _document: None).documents
    assert document.status == "written", document.reason
    assert document.path.name == "thong-bao-vinh-2024.docx"
    texts = [paragraph.text for paragraph in Document(str(document.path)).paragraphs]
    assert "THÔNG BÁO" in texts
    assert "Thời hạn thực hiện Kế hoạch 104/KH-UBND" in texts
    assert "1. Kế hoạch của thành phố gửi về trước ngày 25/02/2024." in texts


def test_every_entry_leads_to_a_function_that_is_there() -> None:
    from kh_docs.documents.kinds import maker

    assert all(callable(maker(recipe)) for recipe in kinds.RECIPES)
