"""A new kind of document is one entry, one module, one layout and one wording file."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest
from docx import Document

from kh_docs.documents import ke_hoach
from kh_docs.documents.given import Given
from kh_docs.documents.speech import Speech
from kh_docs.model import kinds
from kh_docs.model.kinds import Recipe
from kh_docs.pipeline import Request, generate
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace

ROOT = Path(__file__).parents[2]
PLAN = "104-kh-ubnd-2024"
ENTRY = Recipe(
    "ke-hoach-quy",
    "Kế hoạch quý",
    content="ke_hoach_quy.context",
    layout="ke-hoach-quy.docx",
    wording="ke-hoach-quy.j2",
    stem="ke-hoach-quy",
    needs=("tasks",),
)


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one module and the one entry."""
    quarterly = ModuleType("kh_docs.documents.ke_hoach_quy")

    def context(speech: Speech, given: Given) -> ke_hoach.PlanContext:
        return ke_hoach.context(speech, given)

    quarterly.context = context  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, quarterly.__name__, quarterly)
    monkeypatch.setattr(kinds, "RECIPES", (*kinds.RECIPES, ENTRY))


def test_a_kind_is_added_in_one_entry(workspace: Path, module: None) -> None:
    templates = workspace / "templates"
    shutil.copy(templates / "layout" / "ke-hoach.docx", templates / "layout" / ENTRY.layout)
    wording = (templates / "wording" / PLAN / "ke-hoach.j2").read_text(encoding="utf-8")
    changed = wording.replace("ban hành Kế hoạch xây dựng", "ban hành Kế hoạch quý xây dựng", 1)
    assert changed != wording
    (templates / "wording" / PLAN / ENTRY.wording).write_text(changed, encoding="utf-8")
    found = find_workspace(workspace, workspace)
    book = load(found)
    request = Request(found, book, (book.units["vinh"],), (ENTRY,), workspace / "out", jobs=1)
    (document,) = generate(request, lambda _document: None).documents
    assert document.status == "written", document.reason
    assert document.path.name == "ke-hoach-quy-vinh-2024.docx"
    text = "\n".join(paragraph.text for paragraph in Document(str(document.path)).paragraphs)
    assert "ban hành Kế hoạch quý xây dựng" in text


def test_every_entry_leads_to_a_function_that_is_there() -> None:
    from kh_docs.documents.kinds import maker

    assert all(callable(maker(recipe)) for recipe in kinds.RECIPES)
