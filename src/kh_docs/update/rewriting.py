"""Her paragraphs into which something of ours comes, or beside which she is told of it, written anew."""

from collections.abc import Callable, Iterable
from copy import deepcopy

from kh_docs.update.blocks import Body
from kh_docs.update.decisions import Decisions, Note, Rewrite
from kh_docs.update.edits import fill_control, write_edits
from kh_docs.update.flow import pieces
from kh_docs.update.ink import Ink
from kh_docs.update.loosening import control_round, in_line, loosened, paragraph_in
from kh_docs.update.steps import Clash
from kh_docs.word.spans import serialised
from kh_docs.word.xml import Element, W

Comment = Callable[[Element, Clash], None]


def rewritten_paragraphs(
    mine: Body, decisions: Decisions, ink: Ink, comment: Comment
) -> Iterable[tuple[int, int, bytes]]:
    """What comes in place of which bytes of hers."""
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
