"""What a document is as a whole, and where its parts stand: single paragraphs are judged on this ground."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.rules.capitals import own_name
from kh_docs.check.rules.two_tier import applies
from kh_docs.word.document import Block


class Facts(NamedTuple):
    """What rules on single paragraphs ask of the whole document."""

    kind: str | None
    is_two_tier: bool
    own_name: str


class Ground(NamedTuple):
    """The same, and what is text, closing, annex; places count the `parts` of which the document is made."""

    facts: Facts
    begins: tuple[int | None, ...]
    # The paragraphs by which its parts are found, such as its title.
    named_by: frozenset[int]


def ground_of(anatomy: Anatomy, places: Sequence[int]) -> Ground:
    """The ground of a document whose blocks stand in these `places`."""
    blocks = anatomy.document.blocks
    # What is not made of such parts is not judged by them.
    places = places if len(places) == len(blocks) else range(len(blocks))
    place = {id(block): at for block, at in zip(blocks, places, strict=True)}
    text = anatomy.body_blocks
    begins: list[Block | None] = [*text[:1], *text[-1:]] if text else [None]
    ends = (anatomy.closing.start, anatomy.annexes_from, anatomy.attached_from, anatomy.next_document)
    begins += [_at(blocks, end) for end in ends]
    return Ground(
        Facts(anatomy.kind, applies(anatomy), own_name(anatomy)),
        tuple([place[id(each)] if each else None for each in begins]),
        frozenset([place[each] for each in _named_by(anatomy) if each in place]),
    )


def _at(blocks: list[Block], index: int | None) -> Block | None:
    return blocks[index] if index is not None and index < len(blocks) else None


def _named_by(anatomy: Anatomy) -> list[int]:
    """The paragraphs by which the parts of the document are found."""
    title, closing = anatomy.title, anatomy.closing
    pieces = [*anatomy.header.pieces, *title.abstract, *title.addressee_items, *closing.items]
    pieces += filter(None, (title.type_name, title.attached, title.addressee, closing.label))
    for annex in anatomy.annexes:
        pieces += [annex.head, *annex.title, *filter(None, (annex.attached,))]
    return [id(piece.paragraph) for piece in pieces]
