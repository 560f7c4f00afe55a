"""Carry decisions out on the bytes of her document; what none of them touches stays byte for byte."""

from collections.abc import Iterable
from copy import deepcopy

from kh_docs.update.blocks import Body
from kh_docs.update.decisions import Decisions, Insertion
from kh_docs.update.fresh import Fitting
from kh_docs.update.ink import Ink
from kh_docs.update.loosening import in_line, loosened
from kh_docs.update.rewriting import Comment, rewritten_paragraphs
from kh_docs.word.spans import serialised, spliced
from kh_docs.word.xml import Element, W


def written(mine: Body, decisions: Decisions, ink: Ink, fitting: Fitting, comment: Comment) -> bytes:
    """Her main part with ours in it as tracked changes."""
    pieces_of_hers = [
        *rewritten_paragraphs(mine, decisions, ink, comment),
        *_deleted(mine, decisions, ink),
        *_inserted(mine, decisions.insertions, ink, fitting),
        *_hints(mine, decisions.hints),
    ]
    return spliced(mine.data, pieces_of_hers)


def _deleted(mine: Body, decisions: Decisions, ink: Ink) -> Iterable[tuple[int, int, bytes]]:
    for block in decisions.deletions:
        copy = deepcopy(block.element)
        copy.tail = None
        struck = ink.delete_whole(in_line(copy))
        yield *mine.spans[block.element], serialised(loosened(struck), mine.root)


def _inserted(
    mine: Body, insertions: Iterable[Insertion], ink: Ink, fitting: Fitting
) -> Iterable[tuple[int, int, bytes]]:
    for insertion in insertions:
        span = mine.spans[insertion.beside]
        place = span.end if insertion.behind else span.start
        for element in insertion.elements:
            fresh = ink.insert_whole(in_line(fitting.fitted(element)))
            yield place, place, serialised(loosened(fresh), mine.root)


def _hints(mine: Body, controls: Iterable[Element]) -> Iterable[tuple[int, int, bytes]]:
    """A control round several paragraphs that we filled shows no hint any more."""
    for control in controls:
        hint = control.find(f"{W}sdtPr/{W}showingPlcHdr")
        if hint is not None:
            yield *mine.spans[hint], b""
