"""Saved again is not edited, and every edit is one: of words, looks, tables, pages and their heads."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree

from kh_docs.update import same_meaning

from .clerk import Clerk, make, run
from .conftest import Document
from .reviewer import W, with_parts

PLAN, UNIT = "104-kh-ubnd-2024", "nam-dan"
KINDS = ("ke-hoach", "bao-cao-nam", "phieu-kiem-tra")
Edit = Callable[[Clerk], object]


def look(clerk: Clerk, *properties: etree._Element) -> None:
    """Give the words of a paragraph a look."""
    opening = next(text for text in clerk.texts() if (text.text or "").startswith("Thực hiện Kế hoạch số"))
    opening.getparent().insert(0, make("rPr", *properties))


def paragraph(clerk: Clerk, *properties: etree._Element) -> None:
    """Set a paragraph another way."""
    owner = clerk.paragraphs()[8]
    for each in reversed(properties):
        owner.find(W + "pPr").insert(1, each)


def add(clerk: Clerk, *children: etree._Element) -> None:
    """Put something behind the words of a paragraph."""
    clerk.paragraphs()[8].append(make("r", *children))


def last(clerk: Clerk, name: str) -> etree._Element:
    return list(clerk.root.iter(W + name))[-1]


def mark(clerk: Clerk) -> None:
    start = make("bookmarkStart", id="9001")
    start.set(W + "name", "cho_ky")
    clerk.paragraphs()[8].append(start)


def unwrap(clerk: Clerk) -> None:
    """A control goes, its words stay."""
    control = next(each for each in clerk.root.iter(W + "sdt") if each.getparent().tag == W + "p")
    for each in list(control.find(W + "sdtContent")):
        control.addprevious(each)
    control.getparent().remove(control)


EDITS: dict[str, Edit] = {
    "a word": Clerk.adds_words,
    "no word": Clerk.deletes_words,
    "bold": lambda clerk: look(clerk, make("b")),
    "size": lambda clerk: look(clerk, make("sz", val="40")),
    "colour": lambda clerk: look(clerk, make("color", val="FF0000")),
    "highlight": lambda clerk: look(clerk, make("highlight", val="yellow")),
    "underline": lambda clerk: look(clerk, make("u", val="single")),
    "raised": lambda clerk: look(clerk, make("vertAlign", val="superscript")),
    "page before": lambda clerk: paragraph(clerk, make("pageBreakBefore")),
    "kept together": lambda clerk: paragraph(clerk, make("keepNext")),
    "a border": lambda clerk: paragraph(clerk, make("pBdr", make("top", val="single", sz="4"))),
    "a number": lambda clerk: paragraph(clerk, make("numPr", make("numId", val="1"))),
    "a page break": lambda clerk: add(clerk, make("br", type="page")),
    "a line break": lambda clerk: add(clerk, make("br")),
    "a tab": lambda clerk: add(clerk, make("tab")),
    "a sign": lambda clerk: add(clerk, make("sym", font="Wingdings", char="F0FC")),
    "a field": lambda clerk: clerk.paragraphs()[8].append(make("fldSimple", instr=" PAGE ")),
    "an empty line": lambda clerk: clerk.paragraphs()[8].addnext(make("p")),
    "a bookmark": mark,
    "a control less": unwrap,
    "a wider column": lambda clerk: last(clerk, "gridCol").set(W + "w", "3000"),
    "a shaded cell": lambda clerk: last(clerk, "tcPr").append(make("shd", val="clear", fill="FFFF00")),
    "a cell on end": lambda clerk: last(clerk, "tcPr").append(make("textDirection", val="btLr")),
    "joined cells": lambda clerk: last(clerk, "tcPr").append(make("vMerge")),
    "a row more": lambda clerk: last(clerk, "tr").addnext(deepcopy(last(clerk, "tr"))),
    "a higher row": lambda clerk: next(clerk.root.iter(W + "trHeight")).set(W + "val", "2000"),
    "margins": lambda clerk: last(clerk, "pgMar").set(W + "left", "2500"),
    "the sheet on its side": lambda clerk: next(clerk.root.iter(W + "pgSz")).set(W + "orient", "landscape"),
    "a remark": lambda clerk: add(clerk, make("commentReference", id="1")),
    "a tracked word": Clerk.tracks_an_insertion,
}


@pytest.mark.parametrize("kind", KINDS)
def test_saved_again_by_word(kind: str, document: Document) -> None:
    base = document(PLAN, UNIT, kind)
    clerk = Clerk(base, 3)
    clerk.saves_as_word_does()
    assert same_meaning(base, clerk.saved())


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit(edit: str, document: Document) -> None:
    base = document(PLAN, UNIT, "ke-hoach")
    clerk = Clerk(base, 3)
    EDITS[edit](clerk)
    assert not same_meaning(base, clerk.saved())


def test_an_edit_outside_of_the_text(document: Document) -> None:
    base = document(PLAN, UNIT, "ke-hoach")
    stamped = etree.tostring(make("hdr", make("p", run("MẬT"))))
    shaped = etree.tostring(make("hdr", make("p", make("r", make("pict")))))
    for parts in ({"word/header1.xml": stamped}, {"word/header1.xml": shaped}, {"word/media/a.png": b"x"}):
        assert not same_meaning(base, with_parts(base, parts))
