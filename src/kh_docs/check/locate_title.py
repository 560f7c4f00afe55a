"""Find tên loại, trích yếu and Kính gửi; they also end the header."""

import itertools
import re
from typing import Final

from kh_docs.check.neighbours import line_between
from kh_docs.check.pages import Page, pieces_of
from kh_docs.check.parts import Title
from kh_docs.check.pieces import Piece
from kh_docs.check.words import (
    ADDRESSEE,
    ATTACHED,
    BASIS,
    BODY_WORDS,
    DATE_LINE,
    NUMBER_LINE,
    OFFICIAL_LETTER,
    RECIPIENTS,
    STAMPS,
    SUBJECT,
    TIEU_NGU_LETTERS,
    TYPES,
    fold,
    resembles,
)
from kh_docs.word.document import Block, Paragraph, walk

_LONG: Final = 150
_MOST_ABSTRACT_LINES: Final = 8
_MOST_ADDRESSEES: Final = 40
_LINES_BEFORE_ADDRESSEE: Final = 4
_LINES_ABOVE_NUMBER: Final = 4
# “Đồng kính gửi:” begins a list of its own.
_ALSO: Final = re.compile(r"kinh (gui|goi)")
# Farther than any first line of a paragraph.
_PUSHED_TWIPS: Final = 1_200
_PERSON: Final = re.compile(
    r"(Ông|Bà|Ông/Bà|Đồng chí|Đ/c|Các|Quý|Thủ trưởng|Chủ tịch|Giám đốc|Hiệu trưởng|Ban)\b"
)
_BULLETS: Final = tuple("-–+•*")
_NUMBERED: Final = re.compile(
    r"([IVX]+|\d+)\s*[.)]\s|Điều \d|(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC) ([IVX\d]|thứ|THỨ)"
)
# Types that may stand on one line with what the document is about.
_BEGINS: Final = [((key + " ", key + ", "), name) for key, name in TYPES.items() if name != OFFICIAL_LETTER]
_AUTHORITY_LINE: Final = re.compile(
    r"(QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|ỦY BAN|UỶ BAN|HỘI ĐỒNG|TRƯỞNG)\b"
)


def find_title(head: list[Piece]) -> tuple[Title, str | None, int]:
    """The title, the type in the decree's spelling, and how many pieces of `head` come before it."""
    title = Title()
    for index, piece in enumerate(head):
        folded = fold(piece.text)
        if ADDRESSEE.match(folded):
            return title, None, _head_end(head[:index])
        if len(piece.text) > _LONG and piece.container.kind == "body":
            return title, None, _head_end(head[:index])
        if ATTACHED.match(folded) and piece.container.kind == "body":
            title.attached = piece
            return title, None, _head_end(head[:index])
        if _NUMBERED.match(piece.text) and piece.container.kind == "body":
            return title, None, _head_end(head[:index])
        name, alone = _type_in(piece)
        if name is None:
            continue
        title.type_name, title.alone = piece, alone
        title.abstract, title.attached = _abstract(piece, head[index + 1 :])
        return title, name, index
    return title, None, _head_end(head)


def _head_end(head: list[Piece]) -> int:
    """Where the header ends in a document whose type is not known: at its title, which stands centred."""
    motto = next((at for at, piece in enumerate(head) if resembles(piece.text, TIEU_NGU_LETTERS)), None)
    if motto is None:
        return len(head)
    for at in range(motto + 1, len(head)):
        piece = head[at]
        known = (
            NUMBER_LINE.match(piece.text)
            or DATE_LINE.match(fold(piece.text))
            or SUBJECT.match(fold(piece.text))
        )
        if (
            piece.container.kind == "body"
            and not piece.paragraph.frame
            and piece.alone
            and piece.upper
            and not known
            and not _is_above_number(head, at)
        ):
            return at
    return len(head)


def _is_above_number(head: list[Piece], at: int) -> bool:
    """Whether a line typed at the left goes on with the name of the agency: the number comes soon below."""
    if head[at].paragraph.format.align in ("center", "right"):
        return False
    soon = head[at + 1 : at + 1 + _LINES_ABOVE_NUMBER]
    return any(NUMBER_LINE.match(piece.text) or DATE_LINE.match(fold(piece.text)) for piece in soon)


def _type_in(piece: Piece) -> tuple[str | None, bool]:
    text = fold(piece.text).strip(" :.")
    if text in TYPES:
        centred = piece.paragraph.format.align == "center" or piece.bold or piece.upper
        return (TYPES[text], True) if centred and piece.side != "left" else (None, False)
    # The head's table may hold the title too, in a cell across both sides.
    across = piece.container.kind == "cell" and not piece.side and piece.paragraph.format.align == "center"
    if piece.upper and (piece.container.kind == "body" or across) and len(text) < _LONG:
        for begins, name in _BEGINS:
            if text.startswith(begins):
                return name, False
    return None, False


def _abstract(type_name: Piece, following: list[Piece]) -> tuple[list[Piece], Piece | None]:
    lines: list[Piece] = []
    for piece in following[:_MOST_ABSTRACT_LINES]:
        folded = fold(piece.text)
        if piece.container.kind == "cell" and type_name.container.kind == "body":
            # A table below the title is the text.
            break
        if ATTACHED.match(folded):
            return lines, piece
        if _is_rule_line(piece):
            break
        stop = (
            ADDRESSEE.match(folded)
            or RECIPIENTS.match(folded)
            or BASIS.match(piece.text)
            or NUMBER_LINE.match(piece.text)
        )
        if stop or _NUMBERED.match(piece.text) or piece.text.startswith("-"):
            break
        # After an abstract in small letters, capitals are the body that issues: "GIÁM ĐỐC SỞ NỘI VỤ".
        authority = piece.upper and (_AUTHORITY_LINE.match(piece.text) or (lines and not lines[-1].upper))
        goes_on = lines and piece.text[:1].islower() and lines[-1].text[-1:].isalnum()
        if authority or (_is_body(piece, first=not lines) and not goes_on):
            break
        if lines and line_between(lines[-1].paragraph, piece.paragraph):
            break
        lines.append(piece)
    return lines, None


def _is_rule_line(piece: Piece) -> bool:
    return not any(letter.isalnum() for letter in piece.text)


def _is_body(piece: Piece, first: bool) -> bool:
    """The line after the type is its abstract unless it is plainly a paragraph of text."""
    centred = piece.paragraph.format.align == "center"
    if first:
        justified = piece.paragraph.format.align == "both" and not piece.bold
        longest = (4 if piece.bold else 2 if centred else 1) * _LONG
        return (justified and piece.text.endswith((".", ";", ":"))) or len(piece.text) > longest
    return not centred and not (piece.bold and piece.paragraph.format.first_line == 0)


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
        after = index + 1
        while after < len(main) and len(title.addressee_items) < _MOST_ADDRESSEES:
            block = main[after]
            if not isinstance(block, Paragraph) or block.full_text[:1] not in _BULLETS or not _is_item(block):
                break
            title.addressee_items += pieces_of(block, page)
            after += 1
        bare = title.addressee.text.rstrip(" :.…").count(" ") == 1
        while not title.addressee_items and after < len(main) and _is_undashed(main[after], bare):
            title.more_addressees += [piece for p in walk([main[after]]) for piece in pieces_of(p, page)]
            after += 1
        return after
    return start


def _is_stamp(piece: Piece) -> bool:
    """How urgent or secret it is, typed or in a box (II.10.b, II.10.c)."""
    return fold(piece.text).strip(" .:") in STAMPS


def _after_unknown_title(title: Title, main: list[Block], start: int, page: Page) -> int:
    """The block after the centred lines that are the title of a document whose type is not known."""
    end = start
    for index in range(start, min(start + 2 * _MOST_ABSTRACT_LINES, len(main))):
        block = main[index]
        if not isinstance(block, Paragraph):
            break
        if not block.text:
            continue
        title_style = block.text.isupper() and len(block.text) < _LONG
        if ADDRESSEE.match(fold(block.text)) or (block.format.align != "center" and not title_style):
            break
        if _NUMBERED.match(block.text):
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
    return len(paragraph.text) < _LONG
