"""Compare how a piece looks with how the decree wants its part, and say the difference in words."""

from kh_docs.check.pieces import Piece
from kh_docs.decree30 import Part, Range
from kh_docs.i18n import _
from kh_docs.word.lengths import mm_of_twips

_FIRST_LETTERS = "ABCDĐEGHIKLMNOPQRSTUƯVXY"
_FAR_TWIPS = 1000
_OFF_CENTRE_MM = 10.0
# A blank is a quarter of the size wide; points to millimetres.
_BLANK_WIDTH = 0.25 * 25.4 / 72


def differences(piece: Piece, part: Part, *, align: bool = True) -> tuple[str, str] | None:
    """(found, expected), or `None` where the piece looks as its part should."""
    found: list[str] = []
    expected: list[str] = []
    wrong = wrong_sizes(piece, part.size_pt)
    if wrong:
        found.append(_("cỡ {size}").format(size=", ".join(map(shown, wrong))))
        expected.append(_("cỡ {size}").format(size=part.size_pt))
    if part.bold is not None and _differs(piece, "bold", part.bold):
        found.append(_("không đậm") if part.bold else _("đậm"))
        expected.append(_("đậm") if part.bold else _("không đậm"))
    if part.italic is not None and _differs(piece, "italic", part.italic):
        found.append(_("đứng") if part.italic else _("nghiêng"))
        expected.append(_("nghiêng") if part.italic else _("đứng"))
    if part.caps and not piece.upper and any(letter.isalpha() for letter in piece.text):
        found.append(_("chữ thường"))
        expected.append(_("in hoa"))
    if part.caps is False and piece.upper and len(piece.text.split()) > 2 and not _is_abbreviated(piece.text):
        found.append(_("in hoa"))
        expected.append(_("chữ thường"))
    if align and part.align == "center" and piece.alone and not is_centred(piece):
        found.append(_("không ở giữa"))
        expected.append(_("canh giữa"))
    return (", ".join(found), ", ".join(expected)) if found else None


def _is_abbreviated(text: str) -> bool:
    """“- P.TC-KH Q3; P.KTHT&ĐT Q3;”: first letters only, none of which bears a tone."""
    letters = [letter for letter in text if letter.isalpha()]
    return any(map(str.isdecimal, text)) and all(letter in _FIRST_LETTERS for letter in letters)


def wrong_sizes(piece: Piece, allowed: Range) -> list[float]:
    """The sizes outside the range, of letters and digits only."""
    sizes = {run.format.size_pt for run in piece.lettered}
    return sorted(size for size in sizes if size not in allowed)


def _differs(piece: Piece, name: str, wanted: bool) -> bool:
    """Whether some word has the other look; bare punctuation and notes do not count."""
    return any(getattr(run.format, name) != wanted for run in piece.lettered)


def is_centred(piece: Piece) -> bool:
    """Centred in its cell or on the page; what stands in a frame or beside a tab cannot be told."""
    paragraph = piece.paragraph
    if paragraph.frame or not piece.alone or "\t" in paragraph.raw:
        return True
    if paragraph.format.align == "center":
        return True
    look, room = paragraph.format, paragraph.container.width_mm
    if paragraph.container.kind == "body" and abs(look.left) > _FAR_TWIPS:
        # Pushed under another line by its indent: where that line's middle is cannot be told.
        return True
    if room is None or look.align == "right":
        return False
    # Blanks in front and a line that fills its room stand in the middle too.
    blanks = len(piece.raw) - len(piece.raw.lstrip())
    size = piece.inked[0].format.size_pt if piece.inked else 13.0
    start = mm_of_twips(look.left + look.first_line) + blanks * size * _BLANK_WIDTH
    # A right indent that hangs out of the cell moves no line that starts at the left.
    middle = mm_of_twips(look.left - max(look.right, 0)) / 2 + room / 2
    return abs(start + piece.ink_width_mm / 2 - middle) <= _OFF_CENTRE_MM


def shown(number: float) -> str:
    """A number as a Vietnamese reader writes it: 12,5."""
    return f"{round(number, 1):g}".replace(".", ",")
