"""Find Nơi nhận and the signatures at the foot of the document."""

from typing import Final

from kh_docs.check.locate_signers import (
    LONGEST_TITLE,
    is_post_in_small_letters,
    is_signing_line,
    signed_by_shape,
    signers_in,
)
from kh_docs.check.pages import Page, pieces_of
from kh_docs.check.parts import Closing
from kh_docs.check.pieces import Piece
from kh_docs.check.words import RECIPIENTS, fold, is_attached_note
from kh_docs.patterns import re
from kh_docs.word.document import Block, Paragraph, Table, walk

_LAST_BLOCKS: Final = 40
_LAST_LINES: Final = 8
# A table that lays out who signs has few rows; without borders it may have a column for each of many.
_MOST_ROWS: Final = 6
_MOST_COLUMNS: Final = 4
_MOST_UNBORDERED: Final = 6
_SHORTEST_TEXT: Final = 150
_FEWEST_ROWS_OF_A_LIST: Final = 3
_SIGNATURES: Final = re.compile(r"(?:chu ky|ky ten|ky nhan|ky xac nhan)")


def find_closing(main: list[Block], body_start: int, page: Page) -> Closing:
    """The closing; when there is none, the body runs to the end of the main text."""
    closing = Closing(len(main))
    label_block = None
    for index in range(len(main) - 1, body_start - 1, -1):
        label = _label_in(main[index], page)
        if label is not None:
            closing.label, label_block = label, index
            break
    signing = _signing_blocks(main, body_start, page, label_block)
    if not signing and label_block is not None and isinstance(main[label_block], Paragraph):
        # Behind the recipients other papers may follow; who signs stands above them.
        signing = _signing_blocks(main[:label_block], body_start, page, None)
    if not signing:
        signing = _blocks_with_small_posts(main, body_start, page)
    starts = signing + ([label_block] if label_block is not None else [])
    by_shape = not starts
    if by_shape:
        starts = _blocks_that_look_signed(main, body_start, page)
    if not starts:
        return closing
    closing.start, closing.found = min(starts), True
    end = len(main)
    if label_block is not None:
        # Who signs a form on a later page does not sign the document.
        beside = [label_block] if isinstance(main[label_block], Table) else []
        end = _next_page(main, closing.start, [*signing, *beside])
    tail = [block for block in main[closing.start : end] if not _is_signed_by_all(block)]
    if closing.label is not None:
        closing.items = _items(tail, closing.label, page)
    closing.signers = signers_in(tail, closing, page, signed_by_shape if by_shape else None)
    return closing


def _next_page(main: list[Block], start: int, signed: list[int]) -> int:
    """Where a new page begins behind a signature, or a list “(Kèm theo …)” that calls itself no phụ lục."""
    for index in range(start + 1, len(main)):
        block, above = main[index], main[index - 1]
        broken = isinstance(block, Paragraph) and (block.page_break or block.format.page_break_before)
        ended = isinstance(above, Paragraph) and above.ends_section
        listed = isinstance(block, Paragraph) and is_attached_note(block.text)
        if (broken or ended or listed) and any(start <= each < index for each in signed):
            return index
    return len(main)


def _label_in(block: Block, page: Page) -> Piece | None:
    for paragraph in walk([block]):
        if paragraph.text and RECIPIENTS.search(fold(paragraph.text[:60])):
            for piece in pieces_of(paragraph, page):
                if RECIPIENTS.match(fold(piece.text)) and len(piece.text) < 60:
                    return piece
    return None


def _signing_blocks(main: list[Block], body_start: int, page: Page, label: int | None) -> list[int]:
    """Blocks near the end that hold a signing line; reading stops at the last paragraph of the body.

    Long recipients below `label`, their block in the text, are none of it.
    """
    found: list[int] = []
    for index in range(len(main) - 1, max(body_start, len(main) - _LAST_BLOCKS) - 1, -1):
        block = main[index]
        pieces = [piece for paragraph in walk([block]) for piece in pieces_of(paragraph, page)]
        if isinstance(block, Table):
            # A table of data may hold a title in capitals; a table to sign has few rows and starts with it.
            few = _is_small(block)
            if few and any(is_signing_line(piece) for piece in pieces[:14]):
                found.append(index)
            elif (
                pieces
                and not (few and RECIPIENTS.match(fold(pieces[0].text)))
                and not _is_signed_by_all(block)
            ):
                break
        elif any(is_signing_line(piece) for piece in pieces) and _is_set_apart(block):
            found.append(index)
        elif label is not None and index > label and block.full_text.startswith(("-", "–", "+")):
            continue
        elif len(block.text) > LONGEST_TITLE or block.text.endswith("./."):
            break
    return found


def _is_signed_by_all(block: Block) -> bool:
    """Whether it is a list with a column in which each who is named signs."""
    if not isinstance(block, Table) or len(block.rows) < _FEWEST_ROWS_OF_A_LIST:
        return False
    return any(_SIGNATURES.fullmatch(fold(each.text)) for cell in block.rows[0] for each in walk(cell.blocks))


def _blocks_with_small_posts(main: list[Block], body_start: int, page: Page) -> list[int]:
    """Where nothing is signed in capitals: the last boxes, cells and lines with a post in small letters."""
    printed = [
        index
        for index in range(body_start, len(main))
        if not isinstance(block := main[index], Paragraph) or not block.is_blank
    ]
    return [
        index
        for index in printed[-_LAST_LINES:]
        if _may_be_signed(main[index])
        and any(
            (paragraph.container.kind != "body" or _is_pushed_right(paragraph))
            and any(map(is_post_in_small_letters, pieces))
            for paragraph in walk([main[index]])
            for pieces in [pieces_of(paragraph, page)]
        )
    ]


def _blocks_that_look_signed(main: list[Block], body_start: int, page: Page) -> list[int]:
    """Where no word tells who signs: the last boxes and small tables with room between a line and a name."""
    found: list[int] = []
    for index in range(len(main) - 1, body_start - 1, -1):
        block = main[index]
        if isinstance(block, Paragraph) and block.is_blank and not block.boxes:
            continue
        if _may_be_signed(block) and signers_in([block], Closing(0), page, signed_by_shape):
            found.append(index)
        elif not isinstance(block, Paragraph) or len(block.text) > LONGEST_TITLE or found:
            break
    return found


def _may_be_signed(block: Block) -> bool:
    """A table of data may list posts; one to sign has few rows and columns, and no text."""
    if isinstance(block, Paragraph):
        return True
    return _is_small(block) and all(len(each.text) < _SHORTEST_TEXT for each in walk([block]))


def _is_small(table: Table) -> bool:
    bordered = table.bordered or any(cell.bordered for row in table.rows for cell in row)
    columns = _MOST_COLUMNS if bordered else _MOST_UNBORDERED
    return len(table.rows) <= _MOST_ROWS and max(map(len, table.rows), default=0) <= columns


def _is_pushed_right(paragraph: Paragraph) -> bool:
    """Whether a line of the text stands in the right half, as who signs does."""
    far = paragraph.raw[:10].isspace() and len(paragraph.raw) > 10
    return paragraph.format.align in ("center", "right") or far or "\t" in paragraph.raw


def _is_set_apart(block: Paragraph) -> bool:
    """Whether a line does not run from margin to margin: pushed by a tab it does not either."""
    return block.format.align != "both" or block.raw[:1].isspace()


def _items(tail: list[Block], label: Piece, page: Page) -> list[Piece]:
    """The lines below the label, in its own cell, box or column."""
    items: list[Piece] = []
    seen = kept = ended = False
    for paragraph in walk(tail):
        pieces = pieces_of(paragraph, page)
        # Behind “Lưu: …” and an empty line nobody is named any more.
        ended = ended or (kept and not pieces and paragraph.container is label.container)
        for piece in pieces:
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
            if is_signing_line(piece) or (ended and not piece.text.startswith(("-", "–", "+"))):
                continue
            kept = kept or fold(piece.text).lstrip("-– ").startswith("luu")
            items.append(piece)
    return items
