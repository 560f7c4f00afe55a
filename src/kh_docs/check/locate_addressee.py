"""Find Kính gửi, and whom it names on its line, beside it and below."""

import itertools
from typing import Final

from kh_docs.check.locate_title import LONG, MOST_ABSTRACT_LINES, NUMBERED
from kh_docs.check.pages import Page, pieces_of
from kh_docs.check.parts import Title
from kh_docs.check.pieces import Piece
from kh_docs.check.words import ADDRESSEE, BODY_WORDS, STAMPS, UPPER, fold
from kh_docs.patterns import re
from kh_docs.word.document import Block, Paragraph, walk

_MOST_ADDRESSEES: Final = 40
_LINES_BEFORE_ADDRESSEE: Final = 4
# “Đồng kính gửi:” begins a list of its own.
_ALSO: Final = re.compile(r"kinh (gui|goi)")
# Farther than any first line of a paragraph.
_PUSHED_TWIPS: Final = 1_200
_PERSON: Final = re.compile(
    r"(Ông|Bà|Ông/Bà|Đồng chí|Đ/c|Các|Quý|Thủ trưởng|Chủ tịch|Giám đốc|Hiệu trưởng|Ban)\b"
)
# Longer is no name of a body or person; what begins so, or goes on after a colon, is text.
_LONGEST_NAME: Final = 90
_NO_NAME: Final = re.compile(
    rf"[^{UPPER}]|.*:|(?:Căn cứ|Thực hiện|Theo|Xét|Ngày|Tên|Tôi|Chúng tôi|Trên|Sau|Để|Nhằm|Trong|Về|Qua|V/v|"
    r"Nội dung|[IVX]+[.)])(?:\s|$)"
)
_BULLETS: Final = tuple("-–+•*")


def find_addressee(title: Title, main: list[Block], start: int, page: Page) -> int:
    """Fill in Kính gửi when it comes next; return the block at which the body starts."""
    if title.type_name is None:
        start = _after_unknown_title(title, main, start, page)
    # Kính gửi may be the last row of the table that holds the header.
    texts = 0
    for index in range(max(start - 1, 0), len(main)):
        if texts >= _LINES_BEFORE_ADDRESSEE:
            break
        pieces = [piece for paragraph in walk([main[index]]) for piece in pieces_of(paragraph, page)]
        if not pieces:
            continue
        texts += 1
        first = next((at for at, piece in enumerate(pieces) if ADDRESSEE.match(fold(piece.text))), None)
        if first is None:
            if index < start or all(map(_is_stamp, pieces)):
                continue
            return start
        title.addressee = pieces[first]
        further = list(itertools.takewhile(lambda p: not _ALSO.search(fold(p.text)), pieces[first + 1 :]))
        title.addressee_items = [p for p in further if p.text[:1] in _BULLETS]
        title.addressee_beside = [p for p in further if p.text[:1] not in _BULLETS]
        title.carried_on = [
            piece
            for piece, below in itertools.pairwise(further)
            if piece.text[:1] in _BULLETS and piece.text.endswith(",") and below.text[:1] not in _BULLETS
        ]
        bare = title.addressee.text.rstrip(" :.…").count(" ") == 1
        after = index + 1
        if bare and not further and (first_item := _before_a_list(main, after)) is not None:
            title.addressee_items += pieces_of(first_item, page)
            after = next(at for at, block in enumerate(main) if block is first_item) + 1
        while after < len(main) and len(title.addressee_items) < _MOST_ADDRESSEES:
            block = main[after]
            if not isinstance(block, Paragraph) or block.full_text[:1] not in _BULLETS or not _is_item(block):
                break
            title.addressee_items += pieces_of(block, page)
            after += 1
        while not title.addressee_items and after < len(main) and _is_undashed(main[after], bare):
            title.more_addressees += [piece for p in walk([main[after]]) for piece in pieces_of(p, page)]
            after += 1
        if bare and not (further or title.addressee_items or title.more_addressees):
            return _take_lone_line(title, main, after, page)
        return after
    return start


def _before_a_list(main: list[Block], after: int) -> Paragraph | None:
    """A line right below “Kính gửi:” that lacks its dash, above others that have one."""
    lines = list(itertools.islice((each for each in main[after:] if not _is_blank(each)), 2))
    if len(lines) < 2 or not all(isinstance(each, Paragraph) and _is_item(each) for each in lines):
        return None
    first, second = lines
    if not isinstance(first, Paragraph) or not isinstance(second, Paragraph):
        return None
    named = first.text[:1].isupper() and not ADDRESSEE.match(fold(first.text)) and first.text.endswith(";")
    dashed = second.full_text[:1] in _BULLETS and first.full_text[:1] not in _BULLETS
    return first if named and dashed else None


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.is_blank


def _take_lone_line(title: Title, main: list[Block], after: int, page: Page) -> int:
    """“Công ty Sơn Hải” right below “Kính gửi:”, as any line of the text: a name, and no sentence."""
    at = next((at for at in range(after, len(main)) if not _is_blank(main[at])), len(main))
    line = main[at] if at < len(main) else None
    if not isinstance(line, Paragraph) or line.text.isupper() or len(line.text) > _LONGEST_NAME:
        return after
    if _NO_NAME.match(line.text) or not line.text[-1:].isalnum() or line.label is not None:
        return after
    title.more_addressees += pieces_of(line, page)
    return at + 1


def _is_stamp(piece: Piece) -> bool:
    """How urgent or secret it is, typed or in a box (II.10.b, II.10.c)."""
    return fold(piece.text).strip(" .:") in STAMPS


def _after_unknown_title(title: Title, main: list[Block], start: int, page: Page) -> int:
    """The block after the centred lines that are the title of a document whose type is not known."""
    end = start
    for index in range(start, min(start + 2 * MOST_ABSTRACT_LINES, len(main))):
        block = main[index]
        if not isinstance(block, Paragraph):
            break
        if not block.text:
            continue
        title_style = block.text.isupper() and len(block.text) < LONG
        if ADDRESSEE.match(fold(block.text)) or (block.format.align != "center" and not title_style):
            break
        if NUMBERED.match(block.text):
            break
        if title_style and title.unknown is None:
            title.unknown = pieces_of(block, page)[0]
        end = index + 1
    return end


def _is_undashed(block: Block, bare: bool) -> bool:
    """Whether a line under "Kính gửi: …" names one more body, pushed to the middle, without a dash.

    Under "Kính gửi:" alone (`bare`) it may name a person, or say “Kính gửi” again.
    """
    if not isinstance(block, Paragraph) or not block.text or not _is_item(block):
        return False
    look = block.format
    if bare and ADDRESSEE.match(fold(block.text)):
        return True
    pushed = look.align == "center" or block.raw[:6].isspace() or look.left + look.first_line > _PUSHED_TWIPS
    if not pushed or block.text.endswith((".", ":")):
        return False
    return BODY_WORDS.match(block.text.upper()) is not None or (
        bare and _PERSON.match(block.text) is not None
    )


def _is_item(paragraph: Paragraph) -> bool:
    return len(paragraph.text) < LONG
