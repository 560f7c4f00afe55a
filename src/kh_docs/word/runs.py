"""Runs as characters: where each stands in its paragraph, and how one is cut in two."""

import copy
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from kh_docs.word.plain import TEXTS, character_of
from kh_docs.word.xml import MC, XML, Element, W, first, is_element, val

_GONE: Final = frozenset({W + "del", W + "moveFrom"})
_OWN_STORY: Final = frozenset({W + "pPr", W + "txbxContent", MC + "AlternateContent"})
_CUTTABLE: Final = TEXTS | {W + name for name in ("rPr", "tab", "br", "cr", "noBreakHyphen", "softHyphen")}
_PASSING: Final = frozenset({W + "lastRenderedPageBreak"})


class Span(NamedTuple):
    """A run in force and the characters it prints, counted from the start of its paragraph.

    `fixed`: it holds more than text (a picture, a note, part of a field) and must stay as it is.
    """

    run: Element
    start: int
    text: str
    fixed: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def spans_of(paragraph: Element) -> list[Span]:
    """The runs of a paragraph that stand once its changes are accepted, in order."""
    spans: list[Span] = []
    position, in_field = 0, 0
    for run in _runs(paragraph):
        marks = [val(mark, "fldCharType") for mark in run.iterfind(W + "fldChar")]
        fixed = in_field > 0 or bool(marks) or _is_in_simple_field(run, paragraph) or not _is_plain(run)
        in_field += marks.count("begin") - marks.count("end")
        text = "".join(map(character_of, run))
        spans.append(Span(run, position, text, fixed))
        position += len(text)
    return spans


def split_run(run: Element, at: int, said: Callable[[Element], str] = character_of) -> Element:
    """Cut a run before its character `at`, strictly inside; the new run with the rest, put behind it.

    `said`: the characters that a child of a run is counted as.
    """
    rest = copy.deepcopy(run)
    run.addnext(rest)
    rest.tail = None
    position = 0
    for mine, other in zip(list(run), list(rest), strict=True):
        if mine.tag == W + "rPr":
            continue
        length = len(said(mine))
        if position + length <= at:
            rest.remove(other)
        elif position >= at:
            run.remove(mine)
        else:
            text = mine.text or ""
            set_text(mine, text[: at - position])
            set_text(other, text[at - position :])
        position += length
    return rest


def runs_between(paragraph: Element, start: int, end: int) -> list[Span]:
    """The spans of just the characters from `start` to `end`, runs being cut where needed."""
    for edge in (end, start):
        for span in spans_of(paragraph):
            if span.start < edge < span.end and not span.fixed:
                split_run(span.run, edge - span.start)
    return [span for span in spans_of(paragraph) if span.text and start < span.end and span.start < end]


def set_text(text: Element, value: str) -> None:
    """Write the characters of a w:t or w:delText, blanks at its ends kept."""
    text.text = value
    if value != value.strip():
        text.set(XML + "space", "preserve")


def _runs(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == W + "r":
            yield child
        elif is_element(child) and child.tag not in _GONE and child.tag not in _OWN_STORY:
            yield from _runs(child)


def _is_plain(run: Element) -> bool:
    return all(child.tag in _CUTTABLE or child.tag in _PASSING for child in run)


def _is_in_simple_field(run: Element, paragraph: Element) -> bool:
    up = run.getparent()
    while up is not None and up is not paragraph:
        if up.tag == W + "fldSimple":
            return True
        up = up.getparent()
    return False


def properties_of(run: Element) -> Element | None:
    """A copy of the look of a run, to give it to another one."""
    found = first(run, W + "rPr")
    return None if found is None else copy.deepcopy(found)
