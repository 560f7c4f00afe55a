"""Carry decisions out on the bytes of her document; what none of them touches stays byte for byte."""

import re
from collections.abc import Callable, Iterable
from copy import deepcopy

from lxml import etree

from kh_docs.update.blocks import Body
from kh_docs.update.edits import fill_control, write_edits
from kh_docs.update.flow import pieces
from kh_docs.update.fresh import Fitting
from kh_docs.update.ink import Ink
from kh_docs.update.loosening import control_round, in_line, loosened, paragraph_in
from kh_docs.update.merging import Decisions, Insertion, Note, Rewrite, Waiting
from kh_docs.update.paragraph import Clash
from kh_docs.word.spans import spliced
from kh_docs.word.xml import Element, W

_DECLARED = re.compile(rb'\sxmlns(?::(\w+))?="([^"]*)"')
Comment = Callable[[Element, Clash], None]


def written(mine: Body, decisions: Decisions, ink: Ink, fitting: Fitting, comment: Comment) -> bytes:
    """Her main part with ours in it as tracked changes."""
    pieces_of_hers = [
        *_rewritten(mine, decisions, ink, comment),
        *_deleted(mine, decisions, ink),
        *_inserted(mine, decisions.insertions, ink, fitting),
        *_hints(mine, decisions.hints),
    ]
    return spliced(mine.data, pieces_of_hers)


def _rewritten(
    mine: Body, decisions: Decisions, ink: Ink, comment: Comment
) -> Iterable[tuple[int, int, bytes]]:
    struck = {block.element for block in decisions.deletions}
    by_paragraph: dict[Element, tuple[list[Rewrite], list[Note]]] = {}
    for rewrite in decisions.rewrites:
        by_paragraph.setdefault(rewrite.paragraph, ([], []))[0].append(rewrite)
    for note in decisions.notes:
        paragraph = _standing(mine, note.paragraph, struck)
        if paragraph is not None:
            by_paragraph.setdefault(paragraph, ([], []))[1].append(note)
    for paragraph, (changes, told) in by_paragraph.items():
        round_it = control_round(paragraph)
        place = paragraph if round_it is None else round_it
        copy = deepcopy(place)
        copy.tail = None
        inner = copy if round_it is None else paragraph_in(copy)
        assert inner is not None  # as in what it is a copy of
        for change in changes:
            _rewrite(inner, change, ink)
        for note in told:
            comment(inner, note.clash)
        yield *mine.spans[place], serialised(loosened(in_line(copy)) if changes else copy, mine.root)


def _standing(mine: Body, paragraph: Element, struck: set[Element]) -> Element | None:
    """The paragraph, or where we delete it the nearest one before it that stays, else the first after it."""
    listed = [each for each in mine.spans if each.tag == W + "p"]
    at = listed.index(paragraph)
    return next(
        (
            each
            for each in (*listed[at::-1], *listed[at + 1 :])
            if each not in struck and struck.isdisjoint(each.iterancestors())
        ),
        None,
    )


def _rewrite(paragraph: Element, change: Rewrite, ink: Ink) -> None:
    controls = [piece.node for piece in pieces(paragraph) if piece.node.tag == W + "sdt"]
    for fill in change.plan.fills:
        fill_control(controls[fill.control], fill.fresh, ink)
    write_edits(paragraph, change.plan.edits, ink, opened=change.opened)


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


def serialised(element: Element, root: Element) -> bytes:
    """The element as it stands inside `root`: what is declared there is not declared again."""
    known = {(prefix or "", space) for prefix, space in root.nsmap.items()}
    data = etree.tostring(element, encoding="unicode").encode()

    def undeclared(found: re.Match[bytes]) -> bytes:
        declared = ((found[1] or b"").decode(), found[2].decode())
        return b"" if declared in known else found[0]

    end = data.index(b">")
    return _DECLARED.sub(undeclared, data[:end]) + data[end:]


def remembered(theirs: Body, waiting: Iterable[Waiting]) -> bytes:
    """Our main part as the base of the next run: what waits is not in it yet."""
    kept: list[tuple[int, int, bytes]] = []
    for each in waiting:
        old = b"" if each.base is None else serialised(each.base, theirs.root)
        if each.theirs is None:
            start = theirs.data.index(b">", theirs.data.index(b"body")) + 1
            kept.append((start, start, old))
        elif each.behind:
            kept.append((theirs.spans[each.theirs].end, theirs.spans[each.theirs].end, old))
        else:
            kept.append((*theirs.spans[each.theirs], old))
    return spliced(theirs.data, kept)
