"""Rules that are passed over where the frame is known look at nothing but sheets and their margins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.engine import take_apart
from kh_docs.check.gate import MUSTS, OF_ORDER, PARTLY
from kh_docs.check.registry import RULES, Rule
from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.word.document import Document

TEMPLATES = Path(__file__).parents[2] / "templates"


class Touched(Exception):
    """Something was asked of what is not the frame's."""


class Untouchable:
    """What must not be asked for anything."""

    def _touched(self, *_asked: object) -> Any:
        raise Touched

    __iter__ = __len__ = __getitem__ = __bool__ = __getattr__ = _touched


@pytest.fixture(scope="module")
def content(book: Book) -> bytes:
    made = Workshop(book, TEMPLATES).make(Order(book.units["nam-dan"], recipe("ke-hoach")))
    assert made.content is not None, made.reason
    return made.content


def _without_text(content: bytes) -> Anatomy:
    anatomy = take_apart(content)
    # Of a file that is one document the sheets of that are all.
    assert anatomy.sections == anatomy.document.sections
    for name in ("header", "title", "closing", "annexes", "body_blocks", "others", "page"):
        setattr(anatomy, name, Untouchable())
    anatomy.document = Document(Untouchable(), anatomy.sections, Untouchable(), False, False)  # type: ignore[arg-type]
    return anatomy


@pytest.mark.parametrize("rule", [each for each in MUSTS if each not in PARTLY], ids=lambda rule: rule.id)
def test_what_is_passed_over_asks_for_sheets_alone(rule: Rule, content: bytes) -> None:
    if rule.id not in OF_ORDER:
        assert not list(rule.judge(_without_text(content)))


@pytest.mark.parametrize("rule_id", ["ND30-PL-NUM", "ND30-FONT", "ND30-QH-TEXT"])
def test_what_asks_for_more_is_not_passed_over(rule_id: str, content: bytes) -> None:
    with pytest.raises(Touched):
        list(RULES[rule_id].judge(_without_text(content)))
    assert RULES[rule_id] in PARTLY
