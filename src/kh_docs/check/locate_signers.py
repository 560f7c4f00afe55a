"""Find who signs: in each column the authority and the posts, and the name below them."""

from collections.abc import Callable
from typing import Final

from kh_docs.check.pages import Page, pieces_of
from kh_docs.check.parts import Closing, SignBlock
from kh_docs.check.pieces import Piece
from kh_docs.check.words import AUTHORITY, BODY_WORDS, DATE_LINE, POSITIONS, fold, without_fields
from kh_docs.patterns import re
from kh_docs.word.document import Block, Paragraph, walk
from kh_docs.word.xml import W, val, whole

LONGEST_TITLE: Final = 90
_MOST_WORDS_OF_A_POST: Final = 5
_BLANK_NAME: Final = re.compile(r"[\s.…_\-()]*")
_LINE_PT: Final = 1.15
_MOST_LINES_OF_A_POST: Final = 3
# Two blank lines.
_ROOM_TO_SIGN_PT: Final = 25.0


def is_signing_line(piece: Piece) -> bool:
    """Whether a line is an authority or a position as printed above a signature."""
    if not piece.upper or len(piece.text) > LONGEST_TITLE or piece.text.endswith((":", ";", ".")):
        return False
    text = without_fields(piece.text).lstrip("… ")
    return bool(AUTHORITY.match(text) or POSITIONS.match(text))


def signers_in(
    tail: list[Block],
    closing: Closing,
    page: Page,
    looks_signed: Callable[[SignBlock], bool] | None = None,
) -> list[SignBlock]:
    """One block for each column that is signed, top to bottom; where no word tells, by how it looks."""
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
    blocks = [_sign_block(paragraphs, closing, page) for paragraphs in columns.values()]
    is_signed = looks_signed or (lambda block: _is_signed(block, closing.label))
    return [block for block in blocks if block.authority and is_signed(block)]


def signed_by_shape(block: SignBlock) -> bool:
    """Whether a short centred line stands over room for a signature and a name, in a cell or a box."""
    first, name = block.authority[0], block.name
    return (
        name is not None
        and _is_name(name)
        and first.container.kind in ("cell", "box")
        and first.paragraph.format.align == "center"
        and len(block.authority) <= _MOST_LINES_OF_A_POST
        and max(len(piece.text) for piece in block.authority) <= LONGEST_TITLE
        and (first.upper or first.bold)
        # A slip asks in turn for what each thinks.
        and not fold(first.text).startswith("y kien")
        and block.gap_pt >= _ROOM_TO_SIGN_PT
    )


def _is_signed(block: SignBlock, label: Piece | None) -> bool:
    """Whether a column says by its words, or by its place beside the recipients, that somebody signs."""
    by_words = any(
        is_signing_line(piece) or AUTHORITY.match(piece.text.upper()) or is_post_in_small_letters(piece)
        for piece in block.authority
    )
    return by_words or (label is not None and _is_beside(block.authority[0], label))


def _is_beside(first: Piece, label: Piece) -> bool:
    """Whether a line stands at the right of “Nơi nhận:” and may be a post, whatever it is called."""
    own, other = first.container, label.container
    if first.paragraph is label.paragraph:
        level = not first.alone
    else:
        in_row = own.kind == other.kind == "cell" and (own.number, own.row) == (other.number, other.row)
        level = in_row and own.start > other.start
    text = without_fields(first.text)
    ended = text.endswith((":", ";", ".", ",", ")"))
    return (
        level
        and len(text) <= LONGEST_TITLE
        and (text[:1].isalpha() or (text == "…" and text != first.text and first.alone))
        and not ended
        and not _is_name(first)
        and DATE_LINE.match(fold(text)) is None
    )


def _sign_block(paragraphs: list[Paragraph], closing: Closing, page: Page) -> SignBlock:
    authority: list[Piece] = []
    after: list[Piece] = []
    gap = 0.0
    open_above = True
    items = {(id(piece.paragraph), piece.text) for piece in (*closing.items, *filter(None, [closing.label]))}
    for paragraph in paragraphs:
        pieces = [p for p in pieces_of(paragraph, page) if (id(paragraph), p.text) not in items]
        look = paragraph.format
        if not pieces:
            if authority and not after:
                open_above = open_above and bool(paragraph.text)
                gap += 0 if paragraph.text else _height_pt(paragraph)
            continue
        for piece in pieces:
            if not authority and DATE_LINE.match(fold(piece.text)):
                # Minutes say the day once more over who signs.
                continue
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
    # Some print the post below the name as well, or the departments that sign too.
    people = [piece for piece in after if not (piece.upper and BODY_WORDS.match(piece.text))]
    names = [piece for piece in people if not (is_signing_line(piece) or is_post_in_small_letters(piece))]
    if not names and authority and AUTHORITY.match(authority[-1].text):
        # “KT. TRƯỞNG BAN”, a blank line, “PHÓ TRƯỞNG BAN”, and nobody's name yet.
        authority += people
    return SignBlock(authority, names[-1] if names else None, gap)


def _is_neither(piece: Piece) -> bool:
    """Whether a line is no authority and no post, in whatever letters."""
    return not piece.upper and not (AUTHORITY.match(piece.text.upper()) or is_post_in_small_letters(piece))


def is_post_in_small_letters(piece: Piece) -> bool:
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
