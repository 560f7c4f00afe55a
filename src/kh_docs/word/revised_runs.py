"""Runs cut, wrapped and made anew for a tracked change."""

from __future__ import annotations

import copy
from typing import Final

from lxml import etree

from kh_docs.word.runs import Span, runs_between, set_text
from kh_docs.word.xml import Element, W

SIGNS: Final = {"\n": "br", "\t": "tab", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}


class CannotRevise(Exception):
    """The characters asked for hold a picture, a note or part of a field, which no change of ours touches."""


def run_of(text: str, properties: Element | None) -> Element:
    """A run that prints `text`, line breaks and tabs as such."""
    run = etree.Element(W + "r")
    if properties is not None:
        run.append(copy.deepcopy(properties))
    line = ""
    for character in text:
        if character in SIGNS:
            put_text(run, line)
            line = ""
            etree.SubElement(run, W + SIGNS[character])
        else:
            line += character
    put_text(run, line)
    return run


def put_text(run: Element, text: str) -> None:
    if text:
        set_text(etree.SubElement(run, W + "t"), text)


def wrap(run: Element, wrapper: Element) -> None:
    parent = run.getparent()
    assert parent is not None
    parent.replace(run, wrapper)
    wrapper.append(run)


def span_before(paragraph: Element, at: int) -> Span | None:
    """The run that holds the character before `at`, cut so that it ends there."""
    held = runs_between(paragraph, at - 1, at) if at > 0 else []
    if held and held[0].fixed and held[0].end > at:
        raise CannotRevise(f"character {at} stands inside a field")
    return held[0] if held else None
