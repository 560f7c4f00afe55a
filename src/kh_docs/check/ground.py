"""What a document is as a whole, and where its parts stand: single paragraphs are judged on this ground.

Rules on single paragraphs pass over one that was in order in this place between the same two. Whatever else
they ask of the document is here: what it is, which paragraphs are bases, text, recipients or titles, which
level of the outline each is of. No rule may pass over a paragraph and ask for more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.outline import Level
from kh_docs.check.pieces import Piece
from kh_docs.check.rules.bases import bases, decision, opening
from kh_docs.check.rules.capitals import own_name
from kh_docs.check.rules.two_tier import applies
from kh_docs.word.document import Block, Paragraph, Table

# Of paragraphs with these levels the numbers of others depend on what they say.
_ABOVE: frozenset[Level] = frozenset({"phan", "chuong", "muc", "tieu_muc", "dieu", "roman", "letter"})
_QUOTES = ("“", "”", '"')
# A block by the number of its part; what stands in a cell by that of its table, its row and column.
Where = int | tuple[int, int, int]
Region = Literal["text", "annex", "else"]


class Facts(NamedTuple):
    """What rules on single paragraphs ask of the whole document."""

    kind: str | None
    is_two_tier: bool
    own_name: str


class Ground(NamedTuple):
    """The same, and what is text, closing, annex; places count the `parts` of which the document is made."""

    facts: Facts
    begins: tuple[int | None, ...]
    bases: tuple[int, ...]
    # Of each part what it is made of, such as the lines of an abstract and the recipients.
    parts: tuple[tuple[Where, ...], ...]
    # The outline of the text: of each of its paragraphs the level, and its number.
    levels: Mapping[int, tuple[Level, int | None]]
    # Where each table stands: rules that look at cells ask for those of the text and of annexes.
    tables: tuple[Region, ...]
    # Nothing between its paragraphs is left out of the text, such as what a digital signature printed.
    is_plain: bool

    def is_that_of(self, whole: Ground) -> bool:
        """Whether it is the ground of a document of which nothing was left out, as far as it goes."""
        if not self.is_plain or self[:4] != whole[:4]:
            return False
        return self.levels.items() <= whole.levels.items()


def ground_of(anatomy: Anatomy, places: Sequence[int]) -> Ground:
    """The ground of a document whose blocks stand in these `places`."""
    blocks = anatomy.document.blocks
    place = _place_of(blocks, places)
    text = anatomy.body_blocks
    start = blocks.index(text[0]) if text else anatomy.closing.start
    begins: list[Block | None] = [*text[:1], *text[-1:]] if text else [None]
    ends = (anatomy.closing.start, anatomy.annexes_from, anatomy.attached_from, anatomy.next_document)
    begins += [_at(blocks, end) for end in ends]
    decided = decision(anatomy)
    begins.append(anatomy.body[decided] if decided is not None else None)
    return Ground(
        Facts(anatomy.kind, applies(anatomy), own_name(anatomy)),
        tuple([place[id(each)] if each else None for each in begins]),
        tuple([place[id(each)] for each in bases(anatomy)]),
        tuple([tuple([_where(each.paragraph, place) for each in part]) for part in _parts(anatomy)]),
        {place[id(each.paragraph)]: (each.level, each.value) for each in anatomy.items},
        tuple(_tables(anatomy, start)),
        len(text) == anatomy.closing.start - start,
    )


def needed(anatomy: Anatomy, places: Sequence[int]) -> frozenset[int]:
    """The places of the paragraphs by which parts, bases and the outline are found: none is left out."""
    place = _place_of(anatomy.document.blocks, places)
    found = [piece.paragraph for part in (anatomy.header.pieces, *_parts(anatomy)) for piece in part]
    found += opening(anatomy)
    found += [each.paragraph for each in anatomy.items if each.level in _ABOVE]
    found += [each for each in anatomy.body if each.text.startswith(_QUOTES) or _ends_a_quotation(each)]
    return frozenset([place[id(each)] for each in found if id(each) in place])


def _ends_a_quotation(paragraph: Paragraph) -> bool:
    return paragraph.text.rstrip(".;, ").endswith(_QUOTES)


def _tables(anatomy: Anatomy, start: int) -> Iterator[Region]:
    """Where each of its tables stands; the text begins at block `start`."""
    annexes = anatomy.annexes_from
    for at, block in enumerate(anatomy.document.blocks):
        if isinstance(block, Table):
            if start <= at < anatomy.closing.start:
                yield "text"
            else:
                yield "annex" if annexes is not None and at >= annexes else "else"


def _place_of(blocks: list[Block], places: Sequence[int]) -> dict[int, int]:
    # What is not made of such parts is not judged by them.
    places = places if len(places) == len(blocks) else range(len(blocks))
    return {id(block): at for block, at in zip(blocks, places, strict=True)}


def _where(paragraph: Paragraph, place: Mapping[int, int]) -> Where:
    found = place.get(id(paragraph))
    if found is not None:
        return found
    cell = paragraph.container
    return (cell.number, cell.row, cell.column)


def _at(blocks: list[Block], index: int | None) -> Block | None:
    return blocks[index] if index is not None and index < len(blocks) else None


def _parts(anatomy: Anatomy) -> list[Sequence[Piece]]:
    """What stands in each of the parts of which rules judge single paragraphs."""
    title, closing = anatomy.title, anatomy.closing
    ones = (title.type_name, title.attached, title.addressee, closing.label)
    parts: list[Sequence[Piece]] = [anatomy.header.subject, title.abstract, title.addressee_items]
    parts += [title.addressee_beside, title.more_addressees, closing.items]
    parts += [[one] if one else [] for one in ones]
    for annex in anatomy.annexes:
        parts += [[annex.head], annex.title, [annex.attached] if annex.attached else []]
    return parts
