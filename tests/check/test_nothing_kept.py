"""A judged document leaves nothing behind that only the garbage collector finds: it runs rarely."""

from __future__ import annotations

import gc
import weakref

from kh_docs.check import check_bytes
from kh_docs.check.engine import report_on, take_apart
from kh_docs.check.gate import Gate
from kh_docs.word.document import Paragraph

from . import builder as b

# Of some 40 paragraphs, with thousands of objects; other things that refer to each other are a few.
FEW = 3


def paragraphs() -> int:
    return sum(isinstance(each, Paragraph) for each in gc.get_objects())


def test_check_leaves_no_paragraph() -> None:
    content = b.data(b.build(b.letter()))
    check_bytes(content, "a.docx")
    gc.collect()
    before = paragraphs()
    gc.disable()
    try:
        for _turn in range(5):
            check_bytes(content, "a.docx")
        assert paragraphs() < before + FEW
    finally:
        gc.enable()


def test_no_document_waits_for_the_next() -> None:
    anatomy = take_apart(b.data(b.build(b.letter())))
    report_on(anatomy, "a.docx")
    gc.disable()
    try:
        kept = weakref.ref(anatomy)
        del anatomy
        assert kept() is None
    finally:
        gc.enable()


def test_the_last_look_leaves_what_it_remembers_once() -> None:
    gate = Gate("ubnd")
    texts = [b.data(b.build(b.plan(number=f"Số: {number}/KH-UBND"))) for number in range(11, 18)]
    for content in texts[:2]:
        gate.pass_or_refuse(content, "a.docx")
    gc.collect()
    before = paragraphs()
    gc.disable()
    try:
        for content in texts[2:]:
            gate.pass_or_refuse(content, "a.docx")
        assert paragraphs() < before + FEW
    finally:
        gc.enable()
