"""Pick the headings of each level out of the body, and the look that each should have."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.outline import Item, Level
from kh_docs.check.pieces import Piece, cut
from kh_docs.check.places import at
from kh_docs.check.registry import Fault
from kh_docs.check.words import says_words
from kh_docs.decree30 import PARTS, Part
from kh_docs.patterns import re

_SHORTEST_LEAD: Final = 12
LONG: Final = 90
_SHORT: Final = 40
_LETTER: Final = re.compile(r"[^\W\d_]")
# Words by which a line says something instead of naming it.
_VERB: Final = re.compile(r"\b(gồm|là|do|(?<!đạt )được|phải|đã|sẽ)\b")


def items_of(anatomy: Anatomy, *levels: Level) -> list[Item]:
    """The items of these levels at which rules have to look."""
    return [item for item in anatomy.unjudged_items if item.level in levels]


def piece_of(item: Item) -> Piece:
    """The whole paragraph as one piece."""
    paragraph = item.paragraph
    return Piece(paragraph, paragraph.runs, "", True, paragraph.raw)


def title_of(item: Item) -> Piece:
    """The heading without a note in brackets, or what it says at once: "III. KIẾN NGHỊ: Không."."""
    whole = piece_of(item)
    begins = _note_at(whole.raw) or _text_at(whole.raw)
    return whole if begins is None else cut(whole, 0, begins)


def _text_at(raw: str) -> int | None:
    """Where text in small letters begins behind a heading in capitals and its colon."""
    heading, colon, text = raw.partition(": ")
    return len(heading) + 1 if colon and heading.isupper() and text.strip() and not text.isupper() else None


def _note_at(raw: str) -> int | None:
    """Where a note in brackets at the end begins, with the blanks before it."""
    ending = raw.rstrip()
    ending = ending[:-1].rstrip() if ending.endswith((".", ":")) else ending
    opened = ending.rfind("(")
    # Looked at from the end: a pattern would try from every blank of a long paragraph.
    noted = opened >= 0 and ending.find(")", opened) == len(ending) - 1 and _LETTER.search(ending, opened)
    return len(ending[:opened].rstrip()) if noted else None


def titles_below(anatomy: Anatomy, *levels: Level) -> Iterator[Item]:
    """The line after each heading of these levels, which is its title."""
    items = anatomy.items
    for item, below in pairwise(items):
        if (
            item.level in levels
            and not item.rest
            and below.level == "text"
            and len(below.paragraph.text) < 2 * LONG
        ):
            yield below


def look_faults(items: list[Item], part: Part, message: str) -> Iterator[Fault]:
    """What is wrong with how these headings look."""
    for item in items:
        if wrong := differences(title_of(item), part):
            yield Fault(at(item.paragraph), *wrong, message)


def is_title(items: list[Item], index: int) -> bool:
    """A khoản with a title: short, no closing mark, and something below it; a long one only when bold."""
    item = items[index]
    below = items[index + 1] if index + 1 < len(items) else None
    opens = below is not None and below.level not in ("khoan", "roman", "dieu", "phan", "chuong")
    # "1. Thời gian: 03 ngày" says something; it names nothing.
    # “1. Mục đích:” over its text names it all the same.
    over_text = below is not None and below.level in ("text", "decimal")
    # Over a list it is one only where it looks otherwise than text: “1. Đại diện Sở Tài chính:” in italics.
    over_text = over_text or (
        below is not None and below.level == "dash" and whole_look(item) == (False, True)
    )
    named = over_text and len(item.rest) < _SHORT and item.rest.endswith(":") and item.rest.count(":") == 1
    if index > 0 and _ends_a_list(items[index - 1], item):
        return False
    if not opens or (not named and (item.is_sentence or ":" in item.rest or ". " in item.rest)):
        return False
    if not says_words(item.rest):
        # What a program will say there nobody knows.
        return False
    longest = 2 * LONG if piece_of(item).bold else LONG
    return len(item.rest) < longest and _VERB.search(item.rest) is None


def _ends_a_list(above: Item, item: Item) -> bool:
    """Whether the one before it, right above, is no more of a title: what follows is no text of the last."""
    siblings = above.level == item.level == "khoan" and item.value == (above.value or 0) + 1
    alike = not above.is_sentence and ":" not in above.rest and len(above.rest) > _SHORT
    return siblings and alike and not piece_of(above).bold and not piece_of(item).bold


def title_before_text(item: Item) -> Piece | None:
    """The bold title of a khoản, up to its colon, that its text follows: “1. Mục tiêu: Tăng cường …”."""
    piece = piece_of(item)
    start = 0 if item.paragraph.label is not None else piece.raw.find(item.mark) + 1
    end = piece.raw.find(":", start, start + 2 * LONG) + 1
    text = piece.raw[end:]
    # After a line break by hand it does stand on a line of its own.
    if not end or not any(map(str.isalnum, text)) or text.lstrip(" \t\u00a0").startswith("\n"):
        return None
    lead, rest = cut(piece, start, end), cut(piece, end, len(piece.raw))
    if not (says_words(lead.raw) and lead.lettered and rest.lettered):
        return None
    titled = all(run.format.bold for run in lead.lettered) and not rest.lettered[0].format.bold
    return lead if titled else None


def is_plain(item: Item) -> bool:
    """Whether it is a điểm, or a khoản that is a sentence: both upright and not bold."""
    sentence = item.is_sentence and len(item.rest) > LONG and not item.rest.endswith(":")
    return item.level == "diem" or (item.level == "khoan" and sentence)


def whole_look(item: Item) -> tuple[bool, bool]:
    """Whether all of it is bold, and all of it italic; single words may well be."""
    inked = [run for run in piece_of(item).inked if any(letter.isalnum() for letter in run.text)]
    return (
        bool(inked) and all(run.format.bold for run in inked),
        bool(inked) and all(run.format.italic for run in inked),
    )


def lead_look(item: Item) -> tuple[bool, bool]:
    """Whether what stands before its first colon is all bold, and all italic: “a) Về danh mục: …”."""
    piece = piece_of(item)
    colon = piece.raw.find(":")
    if not _SHORTEST_LEAD <= colon < len(piece.raw) - 1:
        return False, False
    inked = [run for run in cut(piece, 0, colon).inked if any(letter.isalnum() for letter in run.text)]
    return all(run.format.bold for run in inked), all(run.format.italic for run in inked)


def heading_parts(anatomy: Anatomy) -> Iterator[tuple[Piece, Part]]:
    """Each heading whose look is fixed, with the part it should look like."""
    items = anatomy.items
    for index, item in enumerate(items):
        if item.level in ("phan", "chuong"):
            yield piece_of(item), PARTS["phan_chuong"]
        elif item.level in ("muc", "tieu_muc"):
            yield piece_of(item), PARTS["muc_tieu_muc"]
        elif item.level == "roman" and len(item.paragraph.text) <= 3 * LONG:
            yield piece_of(item), PARTS["muc_la_ma"]
        elif item.level == "khoan" and is_title(items, index):
            yield piece_of(item), PARTS["khoan_co_tieu_de"]
    for item in titles_below(anatomy, "phan", "chuong"):
        yield piece_of(item), PARTS["ten_phan_chuong"]
    for item in titles_below(anatomy, "muc", "tieu_muc"):
        yield piece_of(item), PARTS["ten_muc_tieu_muc"]
