"""Find each phụ lục: its head, title, "(Kèm theo …)" line and where it starts."""

import itertools
from collections.abc import Iterator

from kh_docs.check.pages import Page, pieces_of
from kh_docs.check.parts import Annex
from kh_docs.check.pieces import Piece
from kh_docs.check.words import ANNEX, ATTACHED, fold, is_signed_line
from kh_docs.word.document import Block, Document, DrawnLine, Paragraph, walk

_LONGEST_HEAD = 160
# By which nearly all other paragraphs are told from a head.
_FIRST_LETTERS = ("P", "p")
_HEAD_BLOCKS = 8
_LAYOUT_ROWS, _LAYOUT_HEAD = 4, 2
# A header of its own would stand among these.
_FIRST_PARAGRAPHS = 60


def find_annexes(document: Document, page: Page) -> list[tuple[int, Annex]]:
    """Each annex with the index of its first block."""
    starts = [index for index, block in enumerate(document.blocks) if _head(block) is not None]
    found: list[tuple[int, Annex]] = []
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else len(document.blocks)
        found.append((start, _read(document, start, end, page)))
    return found


def _head(block: Block) -> tuple[Paragraph, str, bool] | None:
    """The head paragraph, its number and whether the title stands on the same line."""
    if not isinstance(block, Paragraph):
        # A head may stand in the cells of a table that only lays it out.
        if len(block.rows) > _LAYOUT_ROWS:
            return None
        first = list(itertools.islice((each for each in walk([block]) if each.text), _LAYOUT_HEAD))
        return next((found for each in first if (found := _head(each)) is not None), None)
    if block.text[:1] not in _FIRST_LETTERS or fold(block.text[:7]) != "phu luc":
        return None
    if len(block.text) > _LONGEST_HEAD:
        return None
    first_line = block.raw.strip().split("\n")[0].strip()
    match = ANNEX.match(first_line)
    if match is None:
        return None
    rest = first_line[match.end() :].strip()
    titled = first_line[: match.end()].rstrip().endswith((":", ".")) and rest.isupper()
    if rest and not ((match["number"] or titled) and block.format.align == "center"):
        return None
    if not rest and block.format.align not in ("center", "right") and not _stands_alone(block):
        return None
    return block, match["number"] or "", bool(rest)


def _stands_alone(block: Paragraph) -> bool:
    return all(run.format.bold for run in block.runs if run.text.strip())


def _read(document: Document, start: int, end: int, page: Page) -> Annex:
    head = _head(document.blocks[start])
    assert head is not None
    paragraph, number, inline_title = head
    title: list[Piece] = []
    attached: Piece | None = None
    lines: list[DrawnLine] = []
    beside = itertools.dropwhile(lambda each: each is not paragraph, walk([document.blocks[start]]))
    below = itertools.takewhile(
        lambda each: isinstance(each, Paragraph), document.blocks[start + 1 : min(end, start + _HEAD_BLOCKS)]
    )
    for each in itertools.chain(itertools.islice(beside, 1, None), below):
        assert isinstance(each, Paragraph)
        lines += each.lines
        if each.is_blank or attached is not None:
            if not each.is_blank and not each.lines:
                break
            continue
        if ATTACHED.match(fold(each.text)):
            attached = pieces_of(each, page)[0]
        elif (each.format.align == "center" or each.text.isupper()) and not inline_title:
            title += pieces_of(each, page)
        else:
            break
    blocks = document.blocks[start:end]
    if attached is None:
        near = itertools.islice(_pieces_in(blocks, page), 1, 4)
        attached = next((piece for piece in near if ATTACHED.match(fold(piece.text))), None)
    title = [piece for piece in title if piece is not attached]
    return Annex(
        head=pieces_of(paragraph, page)[0],
        number=number,
        inline_title=inline_title,
        title=title,
        attached=attached,
        attached_text=_note(attached, blocks, page),
        lines=lines,
        section=paragraph.section,
        opens_section=_opens_section(document, start),
        new_page=_on_new_page(document, start, paragraph),
        find_pieces=lambda: _pieces_in(blocks, page),
    )


def _pieces_in(blocks: list[Block], page: Page) -> Iterator[Piece]:
    """Those in which a header of its own would stand."""
    for each in itertools.islice(walk(blocks), _FIRST_PARAGRAPHS):
        yield from pieces_of(each, page)


def _note(attached: Piece | None, blocks: list[Block], page: Page) -> str:
    """The text from "(Kèm theo" to its closing bracket."""
    if attached is None:
        return ""
    text = attached.text
    if not text.startswith("(") or text.rstrip(" .").endswith(")"):
        return text
    pieces = list(_pieces_in(blocks, page))
    start = next((at for at, piece in enumerate(pieces) if piece.text == text), len(pieces))
    for piece in pieces[start + 1 : start + 3]:
        if not text.startswith("(") or text.rstrip(" .").endswith(")"):
            break
        text = f"{text} {piece.text}"
    return text


def _opens_section(document: Document, start: int) -> bool:
    for block in reversed(document.blocks[:start]):
        if isinstance(block, Paragraph):
            if block.ends_section:
                return True
            if block.is_blank or is_signed_line(block.text):
                continue
        return False
    return True


def _on_new_page(document: Document, start: int, head: Paragraph) -> bool:
    if head.format.page_break_before or head.page_break:
        return True
    if _opens_section(document, start):
        return document.sections[min(head.section, len(document.sections) - 1)].starts != "continuous"
    for block in reversed(document.blocks[:start]):
        if not isinstance(block, Paragraph):
            return False
        if block.page_break:
            return True
        if not block.is_blank and not is_signed_line(block.text):
            return False
    return True
