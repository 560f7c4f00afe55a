"""The characters that nobody sees: one list, for those that drop, refuse, find or show them.

Pieces of a regular expression's set, to stand between its brackets. No Vietnamese word holds one of them. A
no-break space is none: it is seen as a blank, and who types it between “Điều” and “5” means it.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

_LOW: Final = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
)
_HIGH: Final = "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
# What Unicode calls default ignorable (DerivedCoreProperties.txt), with the places it keeps free for more:
# soft hyphens (Vietnamese is never divided inside a word), joiners and spaces without width, fillers,
# selectors of variants, tags, byte order marks. Besides: joiners of hieroglyphs, the empty cell of Braille.
IGNORABLE: Final = _LOW + _HIGH
# They turn round the order in which letters are shown.
TURNING: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# What a terminal or an old printer obeys, but for tab and line feed; Unicode's own ends of lines.
CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
# Marks of notes between the lines, which stand for nothing alone.
ANNOTATING: Final = "\ufff9-\ufffb"
# Halves of letters, as in names of files that are no UTF-8.
HALVES: Final = "\ud800-\udfff"


@cache
def _rare() -> re.Pattern[str]:
    """Nearly no text holds one of these; all beyond the first 65,536 is one range, for speed."""
    return re.compile(f"[{_LOW}{TURNING}\U00010000-\U0010ffff]")


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{IGNORABLE}{TURNING}]")


def seen(text: str) -> str:
    """The text as a reader sees it, for whoever compares."""
    return _unseen().sub("", text) if _rare().search(text) else text


# Nearly all texts are, and one that is read is asked several times.
@lru_cache(8192)
def is_seen_as_stored(text: str) -> bool:
    """Whether nothing in it is invisible, and each letter is one with its marks (NFC)."""
    return unicodedata.is_normalized("NFC", text) and seen(text) == text


@lru_cache(4096)
def compared(text: str) -> str:
    """The text as rules compare it: NFC, every blank one space, nothing invisible."""
    if text.isascii() or is_seen_as_stored(text):
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", seen(text)).split())


def first_unseen(text: str) -> str:
    """The first character that nobody sees; a selector behind a sign (☎️) belongs to how that sign looks."""
    if not _rare().search(text):
        return ""
    return next((found for found in _unseen().findall(text) if not "\ufe00" <= found <= "\ufe0f"), "")
