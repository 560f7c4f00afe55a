"""Mend characters, never words: NFC, the hyphens of Tiêu ngữ, the zeros of a date."""

from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.pieces import Piece
from kh_docs.check.rules.unicode_text import is_old_code
from kh_docs.check.words import TIEU_NGU
from kh_docs.patterns import re
from kh_docs.word.letters import compose, replace, text_of, texts_of

_DASH: Final = re.compile(r"[ \u00a0]*[-–—‑][ \u00a0]*")
_DATE: Final = re.compile(
    r"ngày[ \u00a0]+(?P<day>\d{1,2})[ \u00a0]+tháng[ \u00a0]+(?P<month>\d{1,2})[ \u00a0]+năm"
)


def mend_words(anatomy: Anatomy) -> None:
    """Change only how characters are stored or which dash and zero they have."""
    for paragraph in anatomy.every_paragraph:
        if not paragraph.stored.isascii() and not is_old_code(paragraph):
            compose(texts_of(paragraph.element))
    _mend_motto(anatomy.header.tieu_ngu)
    _mend_date(anatomy.header.date)


def _mend_motto(piece: Piece | None) -> None:
    if piece is None or not piece.alone or _DASH.sub(" - ", piece.text) != TIEU_NGU or piece.text == TIEU_NGU:
        return
    texts = texts_of(piece.paragraph.element)
    for match in reversed(list(_DASH.finditer(text_of(texts)))):
        replace(texts, match.start(), match.end(), " - ")


def _mend_date(piece: Piece | None) -> None:
    """A zero before days under 10 and months 1 and 2, before no other month."""
    if piece is None:
        return
    texts = texts_of(piece.paragraph.element)
    match = _DATE.search(text_of(texts))
    if match is None:
        return
    day, month = int(match["day"]), int(match["month"])
    right_month = f"{month:02d}" if month in (1, 2) else str(month)
    for name, right in (("month", right_month), ("day", f"{day:02d}")):
        if match[name] != right:
            replace(texts, match.start(name), match.end(name), right)
