"""Rules on Nơi nhận."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences, shown
from kh_docs.check.pieces import Piece, cut
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import says_words
from kh_docs.decree30 import PARTS, Part
from kh_docs.i18n import _
from kh_docs.patterns import re

_ITEM = PARTS["noi_nhan"]
# Nearer to the margin than 2 mm no eye tells it from flush.
FLUSH_TWIPS: Final = 113
# Dashes that the program sets stand a little off where the list was pulled to the margin by hand.
_NUMBERED_TWIPS: Final = 227
_ASIDE_MM: Final = 10.0
# "VT, Hồ sơ.", "VT, CA (02b)." and the drafter's "PL.(300)" after the full stop.
KEPT: Final = re.compile(r"[-–]?\s*Lưu\b", re.IGNORECASE)
_DRAFTER: Final = re.compile(r"(?<=[^\s.]\.)\s*[^\W\d_]{1,8}\.?\s*$")
# "- Sở Nội vụ;   để đăng tin": a note set apart beside the entries, with a brace before it.
_NOTE_BESIDE: Final = re.compile(r";[ \u00a0\t]{2,}\S")


def has_blank(piece: Piece) -> bool:
    return bool(re.search(r"[.…_]{3,}|…", piece.text)) or any(run.placeholder for run in piece.runs)


def odd_marks(piece: Piece, part: Part) -> tuple[str, str] | None:
    """What a mark of its own, a dash or a colon, looks like where size and weight both are others."""
    # The dash in front, the colon behind: no other mark is asked for.
    marks = piece.inked[-1:] if piece.text.endswith(":") else piece.inked[:1]
    for run in marks:
        look = run.format
        if any(map(str.isalnum, run.text)) or look.raised or look.size_pt in part.size_pt:
            continue
        if (look.bold, look.italic) != (part.bold, part.italic):
            return f"“{run.text.strip()}” {_('cỡ {size}').format(size=shown(look.size_pt))}", str(
                _("cỡ {size}").format(size=part.size_pt)
            )
    return None


def _ends_right(piece: Piece) -> bool:
    return piece.text.endswith(";") or _NOTE_BESIDE.search(piece.raw) is not None


@rule("ND30-NN-ITEMS", "must", _ITEM.clause)
def recipients_items(anatomy: Anatomy) -> Iterator[Fault]:
    """One recipient a line: size 11, upright, not bold, "- " in front, ";" at the end.

    Bad:  - UBND tỉnh, in size 12
    Good: - UBND tỉnh;
    """
    items = anatomy.closing.items
    for piece in map(_without_drafter, items):
        if id(piece.paragraph) not in anatomy.judged and (wrong := differences(piece, _ITEM)):
            yield Fault(piece.where, *wrong, _("Nơi nhận sai kiểu chữ -> cỡ 11, đứng, không đậm"))
        elif marks := odd_marks(piece, _ITEM):
            yield Fault(piece.where, *marks, _("Nơi nhận sai kiểu chữ -> cỡ 11, đứng, không đậm"))
    listed = [piece for piece in items if piece.text.startswith(("-", "–"))]
    for index, piece in enumerate(listed):
        if KEPT.match(piece.text):
            continue
        if "; - " in piece.text:
            yield Fault(
                piece.where,
                piece.text[:40],
                _("mỗi nơi nhận một dòng"),
                _("Mỗi nơi nhận ghi trên một dòng, đầu dòng có dấu “- ” -> xuống dòng"),
            )
        continued = _continues(items, piece)
        if not piece.text.startswith("- "):
            yield Fault(
                piece.where,
                piece.text[:20],
                "- …",
                _("Đầu mỗi nơi nhận là dấu “- ” -> gõ gạch ngắn và một dấu cách"),
            )
        if not continued and not _ends_right(piece) and not has_blank(piece):
            last = index == len(listed) - 1
            if not last:
                yield Fault(piece.where, piece.text[-12:], ";", _("Cuối mỗi nơi nhận là dấu “;” -> sửa dấu"))
    if items and items[0].text.startswith(("+", "*", "•")):
        yield Fault(
            items[0].where,
            items[0].text[:20],
            "- …",
            _("Đầu mỗi nơi nhận là dấu “- ” -> gõ gạch ngắn và một dấu cách"),
        )
    moved = [piece for piece in listed if _is_moved_in(piece)]
    if moved:
        yield Fault(
            moved[0].where,
            _("không sát lề trái"),
            _("sát lề trái"),
            _("Gạch đầu dòng của nơi nhận sát lề trái -> Paragraph, Indentation Left 0, Special none"),
        )
    for piece in items:
        # The last line without its dash is told with its words.
        named = KEPT.match(piece.text) or piece.text.startswith(("-", "–", "+"))
        if not named and not _follows_item(items, piece) and says_words(piece.text):
            yield Fault(
                piece.where,
                piece.text[:30],
                "- …",
                _("Mỗi nơi nhận ghi trên một dòng, đầu dòng có dấu “- ” -> thêm gạch đầu dòng"),
            )


def _without_drafter(piece: Piece) -> Piece:
    """“- Lưu: VT, XDCT. Khánh” without who drafted it, whose sign may be small."""
    sign = _DRAFTER.search(piece.raw) if KEPT.match(piece.text) else None
    return piece if sign is None else cut(piece, 0, sign.start())


def _is_moved_in(piece: Piece) -> bool:
    """Whether the dash stands off the margin of its cell; a second level, below a dash, may."""
    paragraph = piece.paragraph
    look = paragraph.format
    placed = piece.alone and paragraph.container.kind in ("cell", "body") and not paragraph.frame
    if placed and look.align in ("center", "right"):
        # What fills its line stands at the margin all the same.
        return piece.ink_width_mm < (piece.room_mm or 0.0) - _ASIDE_MM
    return placed and look.left + look.first_line > (
        FLUSH_TWIPS if paragraph.label is None else _NUMBERED_TWIPS
    )


def _continues(items: list[Piece], piece: Piece) -> bool:
    """Whether the entry goes on in the next line, broken by hand or listing under a colon."""
    at = items.index(piece)
    if piece.text.endswith(":"):
        return True
    if at + 1 >= len(items) or items[at + 1].text.startswith("-"):
        return False
    # After a comma it goes on where the next line ends the entry.
    return not piece.text.endswith((".", ",")) or items[at + 1].text.endswith((";", "."))


def _follows_item(items: list[Piece], piece: Piece) -> bool:
    at = items.index(piece)
    if at == 0:
        return False
    above = items[at - 1].text
    return not above.endswith(";") or KEPT.match(items[at - 1].text) is not None
