"""Write our words into a paragraph that she may have edited: what goes is struck, what comes is tracked."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Final, NamedTuple

from lxml.etree import Element as make

from kh_docs.update.flow import THING, Piece, content_of, pieces, said_by
from kh_docs.update.ink import Ink
from kh_docs.word.revised_runs import run_of
from kh_docs.word.runs import split_run
from kh_docs.word.words import CONTROL
from kh_docs.word.xml import Element, W, first

# What a revision may stand in without anything else of it being ours.
_HOLDERS: Final = frozenset(W + name for name in ("p", "sdtContent", "hyperlink", "fldSimple"))


class Edit(NamedTuple):
    """Characters from `start` to `end` go, and the pieces come in their place."""

    start: int
    end: int
    fresh: Sequence[Piece] = ()


def write_edits(owner: Element, edits: Sequence[Edit], ink: Ink, *, opened: bool = False) -> None:
    """Change the text of a paragraph or a control's content; places count in its text as it was."""
    for edit in sorted(edits, reverse=True):
        _write(owner, edit, ink, opened)


def _write(owner: Element, edit: Edit, ink: Ink, opened: bool) -> None:
    _split(owner, edit.start, opened)
    _split(owner, edit.end, opened)
    before: list[Element] = []
    inside: list[Element] = []
    after: list[Element] = []
    at = 0
    for piece in pieces(owner, opened=opened):
        group = before if at < edit.start else inside if at < edit.end else after
        group.append(piece.node)
        at += len(piece.text)
    near = next((node for node in (*inside, *reversed(before), *after) if node.tag == W + "r"), None)
    look = None if near is None else first(near, W + "rPr")
    struck = ink.delete(inside)
    if not edit.fresh:
        return
    inserted = ink.insert([_fresh(piece, look) for piece in edit.fresh])
    if struck:
        _outside(struck[-1]).addnext(inserted)
    elif before:
        _outside(before[-1]).addnext(inserted)
    elif after:
        _outside(after[0]).addprevious(inserted)
    else:
        owner.append(inserted)


def _outside(node: Element) -> Element:
    """The node, or what of hers stands round it: a revision of ours goes beside hers, not into it."""
    while (holder := node.getparent()) is not None and holder.tag not in _HOLDERS:
        node = holder
    return node


def _split(owner: Element, at: int, opened: bool) -> None:
    """Let a run end at a place in the text, if one goes on across it."""
    start = 0
    for piece in pieces(owner, opened=opened):
        if start < at < start + len(piece.text):
            split_run(piece.node, at - start, said_by)
            return
        start += len(piece.text)


def cut(listed: Sequence[Piece], start: int, end: int) -> list[Piece]:
    """The pieces of a text from one place to another."""
    found = []
    at = 0
    for text, node in listed:
        inner = text[max(0, start - at) : max(0, end - at)]
        if inner:
            found.append(Piece(inner, node))
        at += len(text)
    return found


def _fresh(piece: Piece, look: Element | None) -> Element:
    """A run with our words, or a control of ours, in the look of the text round it."""
    if piece.text == CONTROL:
        return deepcopy(piece.node)
    # A character style marks a hint, which our words are not.
    looks = [deepcopy(each) for each in (look if look is not None else ()) if each.tag != W + "rStyle"]
    properties = make(W + "rPr") if looks else None
    if properties is not None:
        properties.extend(looks)
    return run_of(piece.text.replace(THING, ""), properties)


def fill_control(control: Element, fresh: Sequence[Piece], ink: Ink) -> None:
    """Put our text in place of what a control holds."""
    content = content_of(control)
    there = pieces(content, opened=True)
    edit = Edit(0, sum(len(piece.text) for piece in there), fresh)
    write_edits(content, [edit], ink, opened=True)
