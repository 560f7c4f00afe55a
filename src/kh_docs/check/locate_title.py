"""Find tên loại and trích yếu; they also end the header."""

from typing import Final

from kh_docs.check.neighbours import is_alone_in_table, line_between
from kh_docs.check.parts import Title
from kh_docs.check.pieces import Piece
from kh_docs.check.words import (
    ADDRESSEE,
    ATTACHED,
    BASIS,
    DATE_LINE,
    NUMBER_LINE,
    OFFICIAL_LETTER,
    RECIPIENTS,
    SUBJECT,
    TIEU_NGU_LETTERS,
    TYPES,
    fold,
    resembles,
    says_words,
)
from kh_docs.patterns import re

LONG: Final = 150
MOST_ABSTRACT_LINES: Final = 8
_LINES_ABOVE_NUMBER: Final = 4
NUMBERED: Final = re.compile(
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
        if len(piece.text) > LONG and piece.container.kind == "body":
            return title, None, _head_end(head[:index])
        if ATTACHED.match(folded) and piece.container.kind == "body":
            title.attached = piece
            return title, None, _head_end(head[:index])
        if NUMBERED.match(piece.text) and piece.container.kind == "body":
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
    if piece.upper and (piece.container.kind == "body" or across) and len(text) < LONG:
        for begins, name in _BEGINS:
            if text.startswith(begins):
                return name, False
    return None, False


def _abstract(type_name: Piece, following: list[Piece]) -> tuple[list[Piece], Piece | None]:
    lines: list[Piece] = []
    for piece in following[:MOST_ABSTRACT_LINES]:
        folded = fold(piece.text)
        in_table = piece.container.kind == "cell" and type_name.container.kind == "body"
        if in_table and not is_alone_in_table(piece.paragraph.element):
            # A table below the title is the text; one of a single cell keeps the lines of the abstract apart.
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
        if stop or NUMBERED.match(piece.text) or piece.text.startswith("-"):
            break
        # After an abstract in small letters, capitals are the body that issues: "GIÁM ĐỐC SỞ NỘI VỤ".
        # The names of fields are no words in capitals.
        authority = (
            piece.upper
            and says_words(piece.text)
            and (_AUTHORITY_LINE.match(piece.text) or (lines and not lines[-1].upper))
        )
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
        longest = (4 if piece.bold else 2 if centred else 1) * LONG
        return (justified and piece.text.endswith((".", ";", ":"))) or len(piece.text) > longest
    return not centred and not (piece.bold and piece.paragraph.format.first_line == 0)
