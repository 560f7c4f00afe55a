"""Find Nơi nhận and the signatures at the foot of the document."""

import re
from typing import Final

from kh_docs.check.anatomy import Closing, SignBlock
from kh_docs.check.pieces import Piece, pieces_of
from kh_docs.check.words import AUTHORITY, POSITIONS, RECIPIENTS, fold, without_fields
from kh_docs.word.document import Block, Paragraph, Table, walk
from kh_docs.word.xml import W, val, whole

_LAST_BLOCKS: Final = 40
_LAST_LINES: Final = 8
_LONGEST_TITLE: Final = 90
_MOST_WORDS_OF_A_POST: Final = 5
_BLANK_NAME: Final = re.compile(r"[\s.…_\-()]*")
_LINE_PT: Final = 1.15


def find_closing(main: list[Block], body_start: int, page_mm: float) -> Closing:
    """The closing; when there is none, the body runs to the end of the main text."""
    closing = Closing(len(main))
    label_block = None
    for index in range(len(main) - 1, body_start - 1, -1):
        label = _label_in(main[index], page_mm)
        if label is not None:
            closing.label, label_block = label, index
            break
    signing = _signing_blocks(main, body_start, page_mm)
    if not signing:
        signing = _blocks_with_small_posts(main, body_start, page_mm)
    starts = signing + ([label_block] if label_block is not None else [])
    if not starts:
        return closing
    closing.start, closing.found = min(starts), True
    tail = main[closing.start :]
    if closing.label is not None:
        closing.items = _items(tail, closing.label, page_mm)
    closing.signers = _signers(tail, closing, page_mm)
    return closing


def _label_in(block: Block, page_mm: float) -> Piece | None:
    for paragraph in walk([block]):
        if paragraph.text and RECIPIENTS.search(fold(paragraph.text[:60])):
            for piece in pieces_of(paragraph, page_mm):
                if RECIPIENTS.match(fold(piece.text)) and len(piece.text) < 60:
                    return piece
    return None


def is_signing_line(piece: Piece) -> bool:
    """Whether a line is an authority or a position as printed above a signature."""
    if not piece.upper or len(piece.text) > _LONGEST_TITLE or piece.text.endswith((":", ";", ".")):
        return False
    text = without_fields(piece.text).lstrip("… ")
    return bool(AUTHORITY.match(text) or POSITIONS.match(text))


def _signing_blocks(main: list[Block], body_start: int, page_mm: float) -> list[int]:
    """Blocks near the end that hold a signing line; reading stops at the last paragraph of the body."""
    found: list[int] = []
    for index in range(len(main) - 1, max(body_start, len(main) - _LAST_BLOCKS) - 1, -1):
        block = main[index]
        pieces = [piece for paragraph in walk([block]) for piece in pieces_of(paragraph, page_mm)]
        if isinstance(block, Table):
            # A table of data may hold a title in capitals; a table to sign has few rows and starts with it.
            few = _is_small(block)
            if few and any(is_signing_line(piece) for piece in pieces[:14]):
                found.append(index)
            elif pieces and not (few and RECIPIENTS.match(fold(pieces[0].text))):
                break
        elif any(is_signing_line(piece) for piece in pieces) and _is_set_apart(block):
            found.append(index)
        elif len(block.text) > _LONGEST_TITLE or block.text.endswith("./."):
            break
    return found


def _blocks_with_small_posts(main: list[Block], body_start: int, page_mm: float) -> list[int]:
    """Where nothing is signed in capitals: the last boxes, cells and lines with a post in small letters."""
    return [
        index
        for index in range(max(body_start, len(main) - _LAST_LINES), len(main))
        if _may_be_signed(main[index])
        and any(
            (paragraph.container.kind != "body" or _is_pushed_right(paragraph))
            and any(map(_is_post_in_small_letters, pieces))
            for paragraph in walk([main[index]])
            for pieces in [pieces_of(paragraph, page_mm)]
        )
    ]


def _may_be_signed(block: Block) -> bool:
    """A table of data may list posts; one to sign has few rows and columns."""
    return isinstance(block, Paragraph) or _is_small(block)


def _is_small(table: Table) -> bool:
    return len(table.rows) <= 6 and max(map(len, table.rows), default=0) <= 4


def _is_pushed_right(paragraph: Paragraph) -> bool:
    """Whether a line of the text stands in the right half, as who signs does."""
    far = paragraph.raw[:10].isspace() and len(paragraph.raw) > 10
    return paragraph.format.align in ("center", "right") or far or "\t" in paragraph.raw


def _is_set_apart(block: Paragraph) -> bool:
    """Whether a line does not run from margin to margin: pushed by a tab it does not either."""
    return block.format.align != "both" or block.raw[:1].isspace()


def _items(tail: list[Block], label: Piece, page_mm: float) -> list[Piece]:
    """The lines below the label, in its own cell, box or column."""
    items: list[Piece] = []
    seen = False
    for paragraph in walk(tail):
        for piece in pieces_of(paragraph, page_mm):
            if piece.paragraph is label.paragraph and piece.text == label.text:
                seen = True
                continue
            if not seen:
                continue
            same = piece.container is label.container
            below = (
                piece.container.kind == "cell"
                and label.container.kind == "cell"
                and (
                    piece.container.number == label.container.number
                    and piece.container.start == label.container.start
                    and piece.container.row > label.container.row
                )
            )
            if not (same or below) or (
                piece.side == "right" and not below and label.container.kind != "cell"
            ):
                continue
            if label.container.kind == "body" and not piece.text.startswith(("-", "–", "+")) and not items:
                continue
            if label.container.kind == "body" and not piece.text.startswith(("-", "–", "+")):
                return items
            if is_signing_line(piece):
                continue
            items.append(piece)
    return items


def _signers(tail: list[Block], closing: Closing, page_mm: float) -> list[SignBlock]:
    """One block for each column that is signed, top to bottom."""
    own = {id(piece.paragraph) for piece in closing.items if piece.alone}
    if closing.label is not None and closing.label.alone:
        own.add(id(closing.label.paragraph))
    columns: dict[object, list[Paragraph]] = {}
    for paragraph in walk(tail):
        if id(paragraph) in own:
            continue
        place = paragraph.container
        key = (
            (place.number, place.start)
            if place.kind == "cell"
            else (id(place) if place.kind == "box" else "body")
        )
        columns.setdefault(key, []).append(paragraph)
    blocks = [_sign_block(paragraphs, closing, page_mm) for paragraphs in columns.values()]
    return [block for block in blocks if block is not None]


def _sign_block(paragraphs: list[Paragraph], closing: Closing, page_mm: float) -> SignBlock | None:
    authority: list[Piece] = []
    after: list[Piece] = []
    gap = 0.0
    open_above = True
    items = {(id(piece.paragraph), piece.text) for piece in (*closing.items, *filter(None, [closing.label]))}
    for paragraph in paragraphs:
        pieces = [p for p in pieces_of(paragraph, page_mm) if (id(paragraph), p.text) not in items]
        look = paragraph.format
        if not pieces:
            if authority and not after:
                open_above = open_above and bool(paragraph.text)
                gap += 0 if paragraph.text else _height_pt(paragraph)
            continue
        for piece in pieces:
            lifted = (look.before or 0) >= 600
            hint = piece.text.startswith("(")
            if (
                open_above
                and not after
                and not lifted
                and not hint
                and (not authority or not _is_name(piece))
                and not (any(map(is_signing_line, authority)) and _is_neither(piece))
            ):
                authority.append(piece)
            elif hint or _BLANK_NAME.fullmatch(piece.text):
                open_above = False
            else:
                gap += (look.before or 0) / 20
                after.append(piece)
    if not any(
        is_signing_line(piece) or AUTHORITY.match(piece.text.upper()) or _is_post_in_small_letters(piece)
        for piece in authority
    ):
        return None
    # Some print the post below the name as well.
    names = [piece for piece in after if not is_signing_line(piece)] or after
    return SignBlock(authority, names[-1] if names else None, gap)


def _is_neither(piece: Piece) -> bool:
    """Whether a line is no authority and no post, in whatever letters."""
    return not piece.upper and not (AUTHORITY.match(piece.text.upper()) or _is_post_in_small_letters(piece))


def _is_post_in_small_letters(piece: Piece) -> bool:
    """“Trưởng phòng”: a post, in letters that the decree does not want there."""
    short = len(piece.text.split()) <= _MOST_WORDS_OF_A_POST and piece.text[-1:].isalpha()
    return short and not piece.upper and POSITIONS.match(piece.text.upper()) is not None


def _is_name(piece: Piece) -> bool:
    """Two to six words, each capitalised, not all capitals."""
    words = piece.text.split()
    return 2 <= len(words) <= 6 and not piece.upper and all(word[:1].isupper() for word in words)


def _height_pt(paragraph: Paragraph) -> float:
    look = paragraph.format
    size = 14.0
    mark = paragraph.element.find(f"{W}pPr/{W}rPr/{W}sz")
    if mark is not None:
        size = (whole(val(mark)) or 28) / 2
    elif paragraph.runs:
        size = paragraph.runs[0].format.size_pt
    line = look.line / 20 if look.line_rule != "auto" else size * _LINE_PT * look.line / 240
    return line + ((look.before or 0) + (look.after or 0)) / 20
