"""Make tracked changes: insertions and deletions of words, paragraphs and table rows, by a named author."""

import copy
from collections.abc import Iterator
from typing import Final

from lxml import etree

from kh_docs.word.revised_runs import CannotRevise, run_of, span_before, wrap
from kh_docs.word.runs import Span, properties_of, runs_between, spans_of
from kh_docs.word.setters import PARA_ORDER, child_of, para_properties
from kh_docs.word.xml import Element, W, first

_INSERTIONS: Final = frozenset({W + "ins", W + "moveTo"})
_STRUCK: Final = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
_ROW_LAST: Final = (W + "ins", W + "del", W + "trPrChange")


class Reviser:
    """Makes changes of one author at one time; `date` as in the file: 2024-02-23T00:00:00Z."""

    def __init__(self, author: str, date: str, numbers: Iterator[int]) -> None:
        self.author = author
        self._date = date
        self._numbers = numbers

    def replace(self, paragraph: Element, start: int, end: int, new: str) -> None:
        """Delete the characters from `start` to `end` and insert `new` behind them, in the look they had."""
        spans = runs_between(paragraph, start, end)
        if any(span.fixed for span in spans):
            raise CannotRevise(f"characters {start} to {end} are not text only")
        if new:
            self._insert(paragraph, spans, end, new)
        for span in spans:
            self._delete_run(span.run)

    def insert(self, paragraph: Element, at: int, new: str) -> None:
        """Insert `new` before character `at`, in the look of the character before it."""
        self.replace(paragraph, at, at, new)

    def delete(self, paragraph: Element, start: int, end: int) -> None:
        """Delete the characters from `start` to `end`."""
        self.replace(paragraph, start, end, "")

    def insert_paragraph(self, paragraph: Element) -> None:
        """Mark a paragraph that was put into the document as inserted, its mark too."""
        for run in [span.run for span in spans_of(paragraph)]:
            wrap(run, self._revision("ins"))
        mark_paragraph(paragraph, self._revision("ins"))

    def delete_paragraph(self, paragraph: Element) -> None:
        """Delete all text of a paragraph and its mark."""
        for span in spans_of(paragraph):
            self._delete_run(span.run)
        mark_paragraph(paragraph, self._revision("del"))

    def insert_row(self, row: Element) -> None:
        """Mark a table row that was put into the document as inserted."""
        mark_row(row, self._revision("ins"))
        for paragraph in list(row.iter(W + "p")):
            for run in [span.run for span in spans_of(paragraph)]:
                wrap(run, self._revision("ins"))

    def delete_row(self, row: Element) -> None:
        """Delete a table row with all that it says."""
        mark_row(row, self._revision("del"))
        for paragraph in list(row.iter(W + "p")):
            for span in spans_of(paragraph):
                self._delete_run(span.run)

    def _insert(self, paragraph: Element, spans: list[Span], at: int, new: str) -> None:
        made = self._revision("ins")
        before = spans[-1] if spans else span_before(paragraph, at)
        if before is None:
            following = spans_of(paragraph)
            made.append(run_of(new, properties_of(following[0].run) if following else None))
            paragraph.insert(0 if first(paragraph, W + "pPr") is None else 1, made)
            return
        made.append(run_of(new, properties_of(before.run)))
        self._end_insertion_at(before.run).addnext(made)

    def _end_insertion_at(self, run: Element) -> Element:
        """What ours is put behind: where the run is part of another's insertion, that one is cut in two."""
        other = run.getparent()
        if other is None or other.tag not in _INSERTIONS:
            return run
        behind = list(run.itersiblings())
        if behind:
            rest = copy.copy(other)
            rest.set(W + "id", str(next(self._numbers)))
            rest[:] = []
            other.addnext(rest)
            rest.extend(behind)
        return other

    def _delete_run(self, run: Element) -> None:
        strike(run)
        wrap(run, self._revision("del"))

    def _revision(self, name: str) -> Element:
        return revision(name, str(next(self._numbers)), self.author, self._date)


def revision(name: str, number: str, author: str, date: str) -> Element:
    """An empty w:ins or w:del."""
    signed = {W + "id": number, W + "author": author, W + "date": date}
    return etree.Element(W + name, signed, nsmap={"w": W.strip("{}")})


def mark_paragraph(paragraph: Element, change: Element) -> None:
    """Put a w:ins or w:del at the end of a paragraph: its mark came, or is to go."""
    mark = child_of(para_properties(paragraph), "rPr", PARA_ORDER)
    behind = change.tag == W + "del" and len(mark) > 0 and mark[0].tag == W + "ins"
    mark.insert(1 if behind else 0, change)


def mark_row(row: Element, change: Element) -> None:
    """Put a w:ins or w:del at a table row."""
    properties = first(row, W + "trPr")
    if properties is None:
        properties = etree.Element(W + "trPr")
        exceptions = first(row, W + "tblPrEx")
        row.insert(0 if exceptions is None else 1, properties)
    later = _ROW_LAST[_ROW_LAST.index(str(change.tag)) + 1 :]
    place = next((index for index, child in enumerate(properties) if child.tag in later), len(properties))
    properties.insert(place, change)


def strike(node: Element) -> None:
    """Make the texts of a run, or of the runs in a control, deleted ones; a text box goes as it is."""
    for child in node:
        if child.tag in _STRUCK:
            child.tag = _STRUCK[str(child.tag)]
        elif child.tag != W + "txbxContent":
            strike(child)
