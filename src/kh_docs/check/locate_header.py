"""Find Quốc hiệu, Tiêu ngữ, the lines of the agency, the number line, the date line and V/v."""

import itertools

from kh_docs.check.old_code import decoded
from kh_docs.check.parts import Header
from kh_docs.check.pieces import Piece
from kh_docs.check.words import (
    BODY_WORDS,
    DATE_LINE,
    NUMBER_LINE,
    QUOC_HIEU_LETTERS,
    STAMPS,
    SUBJECT,
    TIEU_NGU_LETTERS,
    fold,
    is_date_field,
    is_signed_line,
    letters,
    resembles,
    without_fields,
)
from kh_docs.patterns import re

_LONGEST_LINE = 120
# “Nam Đàn, 05/3/2024”: the place, and a day without its words.
_DATE_AND_PLACE = re.compile(
    r"[a-z][a-z .-]{1,30}, ?(?P<ngay>[a-z]{2,5})[\d .…_]{0,20} ?(?P<thang>[a-z]{3,6})[\d .…_]{0,20} ?"
    r"(?P<nam>[a-z]{2,4})[\d .…_]{0,20}"
)
_TWO = 2
_SHORT_DATE = re.compile(r"[^\W\d_][^,()/\d]{2,40}, ?(?:ngày ?)?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}\.?")


def find_header(zone: list[Piece], head: list[Piece]) -> Header:
    """The header within the pieces that come before the title; V/v may follow in `head`."""
    header = Header(pieces=zone)
    rest: list[Piece] = []
    for piece in zone:
        folded = fold(piece.text)
        words = decoded(piece.raw)
        if not header.quoc_hieu and resembles(words, QUOC_HIEU_LETTERS):
            header.quoc_hieu = [piece]
        elif header.tieu_ngu is None and resembles(words, TIEU_NGU_LETTERS):
            header.tieu_ngu = piece
        elif is_signed_line(piece.text):
            continue
        elif header.number is None and NUMBER_LINE.match(piece.text) and len(piece.text) < _LONGEST_LINE:
            header.number = piece
        elif header.date is None and _is_date_line(piece.text):
            header.date = piece
        elif SUBJECT.match(folded):
            header.subject = [piece]
        else:
            rest.append(piece)
    if header.date is None:
        header.date = next((piece for piece in rest if _is_misspelt_date_line(piece.text)), None)
    if not header.quoc_hieu:
        header.quoc_hieu = _split_quoc_hieu(rest)
    left = [piece for piece in rest if piece not in header.quoc_hieu and _may_be_agency(piece)]
    if header.subject:
        after = zone.index(header.subject[0])
        more = [piece for piece in left if zone.index(piece) > after and not piece.upper]
        header.subject += [piece for piece in more if piece.container is header.subject[0].container]
        left = [piece for piece in left if zone.index(piece) < after]
    if header.number is not None:
        before = zone.index(header.number)
        left = [
            piece
            for piece in left
            if zone.index(piece) < before or piece.container is not header.number.container
        ]
        left = [piece for piece in left if zone.index(piece) < before or piece.upper]
    if not header.quoc_hieu and header.tieu_ngu is None:
        # Without the motto beside it a line at the left is hardly the agency, unless it names a body.
        left = [piece for piece in left if piece.upper or BODY_WORDS.match(piece.text.upper())]
    sided = [piece for piece in left if piece.side == "left"]
    header.issuer = sided or [piece for piece in left if piece.upper and piece.side != "right"]
    if sided and all(not piece.alone and piece.container.kind == "body" for piece in sided):
        header.issuer += _alone_below(zone, sided[-1])
    return header


def _alone_below(zone: list[Piece], last: Piece) -> list[Piece]:
    """The lines of a name that goes on where Quốc hiệu and Tiêu ngữ beside it have ended."""
    below = zone[zone.index(last) + 1 :]
    if below and below[0].paragraph is last.paragraph:
        below = below[1:]
    named = itertools.takewhile(
        lambda piece: (
            piece.is_line_of_text
            and piece.upper
            and piece.paragraph.format.align in ("left", "both")
            and not NUMBER_LINE.match(piece.text)
        ),
        below,
    )
    # Like the lines above it, it is centred between the margin and Quốc hiệu, not on the page.
    return [
        Piece(each.paragraph, each.runs, "left", False, each.raw) for each in named if _may_be_agency(each)
    ]


def _is_date_line(text: str) -> bool:
    # What a program writes between the marks of a field is no part of the line.
    blank = without_fields(text)
    return len(blank) < _LONGEST_LINE and (
        DATE_LINE.match(fold(text)) is not None
        or _SHORT_DATE.fullmatch(text) is not None
        or DATE_LINE.match(fold(blank)) is not None
        or is_date_field(text)
    )


def _is_misspelt_date_line(text: str) -> bool:
    """“…, ngày 12 háng 01 năm 2026”: a place, and of the three words one that is not spelt so."""
    if len(text) > _LONGEST_LINE or text.isupper():
        return False
    match = _DATE_AND_PLACE.fullmatch(fold(without_fields(text)))
    return match is not None and sum(match[part] == part for part in ("ngay", "thang", "nam")) == _TWO


def _split_quoc_hieu(rest: list[Piece]) -> list[Piece]:
    """Quốc hiệu set on two lines."""
    for first, second in itertools.pairwise(rest):
        both = letters(first.text) + letters(second.text)
        if both == QUOC_HIEU_LETTERS and first.container is second.container:
            return [first, second]
    return []


def _may_be_agency(piece: Piece) -> bool:
    text = piece.text.strip(" -–*[]()")
    if fold(text) in STAMPS or not any(letter.isalpha() for letter in text):
        return False
    return len(text) < _LONGEST_LINE and piece.side != "right"
