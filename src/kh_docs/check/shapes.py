"""A block of a document without its words: what was judged of one holds for all that look the same."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from kh_docs.check.as_printed import word_as_printed
from kh_docs.patterns import re
from kh_docs.word.cutting import ROW

# Names of controls and bookmarks, which no rule reads, differ where all else is the same.
_NAMES: Final = re.compile(
    rb'<w:(?:(?:alias|tag) w:val|bookmarkStart w:id="[0-9]+" w:name|bookmarkEnd w:id)="[^"]*"/>'
)
_WORDS_END: Final = b"</w:t>"
_MARKUP: Final = re.compile(rb"<[^>]*>")
# By what an outline may know an item, however it is numbered: the name of a part with its number, or a
# first word that is no plain word; and where a passage that is quoted begins and ends.
_NUMBER: Final = re.compile(
    r"\s*((?:điều|phần|chương|mục|tiểu mục)\s+\S+|\S*[^\w\s]\S*|\S*\d\S*|[IVXLC]+(?=\s|$)|\w(?=\s|$))",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[”\"][.;,]*\s*$")
# Whether a citation is right depends on what was cited before it: no paragraph or cell that may hold one is
# left out. “104/KH-UBND”, “30/2020/NĐ-CP”, “12a/QĐ-UBND”, in small letters that a look makes capitals too; it
# may stand in several runs. Begun with the stroke, it is found five times as fast.
_CITES: Final = re.compile(r"/(?:(?<=\d/)|(?<=\d\w/))(?:\d{4}/)?[^\W\d_]")
# Of a cell that names an annex rules only want to know that it does.
_NAMES_ANNEX: Final = "Phụ lục"
_PARAGRAPH: Final = b"<w:p"
_HARD_BLANK: Final = "\u00a0".encode()
# In the place of words, behind what is quoted, and of a mark that begins no quotation; no XML holds them.
_HOLE: Final = b"\0"
_END_OF_QUOTE: Final = b"\1"
_LONE_MARK: Final = b"\2"
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
# What a parser would read otherwise than it is written, or refuse.
_UNUSUAL: Final = re.compile("&(?!(?:lt|gt|quot|apos|amp);)|[\0-\x1f\ufffe\uffff]")
# What may hold a block of its own kind, whose end would be taken for that of the outer one.
_HOLDS_BLOCKS: Final = re.compile(rb"<w:(?:tbl|tr|p)[ >]|<!")
_HOLDS_ROWS: Final = re.compile(rb"<w:(?:tbl|tr)[ >]|<!")
# Of the forms of one plan some hundreds come again and again, others are those of one unit.
_MOST: Final = 2_000


class Shaped(NamedTuple):
    """A block; `words` is None where only a parser knows what it says."""

    xml: bytes
    # Of a paragraph with the number at its beginning.
    shape: bytes
    words: tuple[str, ...] | None
    # It ends where it seems to.
    alone: bool
    # It may; where only a parser knows what it says, it may too.
    cites: bool
    names_annex: bool

    @property
    def says(self) -> bool:
        """Whether it may print something."""
        return self.words != ()


def without_names(xml: bytes) -> bytes:
    """The XML without what no rule reads."""
    return _NAMES.sub(b"", xml)


@lru_cache(_MOST)
def shaped(block: bytes) -> Shaped:
    """A block as `word.cutting` gives it, or a cell."""
    xml = _NAMES.sub(b"", block)
    pieces = _cut_at_words(xml)
    said = [at for at in range(1, len(pieces), 2) if pieces[at].replace(_HARD_BLANK, b"").strip()]
    words = _read([pieces[at] for at in said])
    place = _place_of(_text_of(xml, pieces)) if xml.startswith(_PARAGRAPH) else b""
    for at in said:
        pieces[at] = _HOLE
    alone = (_HOLDS_ROWS if xml.startswith(ROW) else _HOLDS_BLOCKS).search(xml, 1) is None
    text = None if words is None else "".join(words)
    cites = text is None or ("/" in text and _CITES.search(text) is not None)
    return Shaped(xml, b"".join(pieces) + place, words, alone, cites, text is None or _NAMES_ANNEX in text)


def _cut_at_words(xml: bytes) -> list[bytes]:
    """What stands before, between and behind words, and these: every second piece is what a run prints."""
    *parts, end = xml.split(_WORDS_END)
    pieces: list[bytes] = []
    before = b""
    for part in parts:
        head, tag_end, text = part.rpartition(b">")
        before += head + tag_end
        if text and before and b"<" not in text:
            pieces += (before, text)
            before = _WORDS_END
        else:
            before += text + _WORDS_END
    pieces.append(before + end)
    return pieces


def _text_of(xml: bytes, pieces: list[bytes]) -> str:
    """All that stands between tags; mostly that is what the runs print, and nothing else."""
    printed = pieces[1::2]
    is_all = xml.count(b">") - xml.count(b"><") - xml.endswith(b">") == len(printed)
    text = b"".join(printed) if is_all else _MARKUP.sub(b"", xml)
    return text.decode("utf-8", "replace")


def _place_of(text: str) -> bytes:
    """What an outline may know the place of a paragraph by."""
    number = _NUMBER.match(text)
    found = number[1].encode() if number else b""
    if ("”" in text or '"' in text) and _QUOTED.search(text):
        found += _END_OF_QUOTE
    return found + _LONE_MARK if len(text.strip()) == 1 else found


def _read(pieces: list[bytes]) -> tuple[str, ...] | None:
    """The words as a parser reads them."""
    try:
        words = [piece.decode() for piece in pieces]
    except UnicodeDecodeError:
        return None
    for at, text in enumerate(words):
        # What is printable and has no entity is not unusual.
        unusual = not (text.isprintable() and "&" not in text) and _UNUSUAL.search(text)
        if unusual or not text.strip() or word_as_printed(text) is None:
            return None
        if "&" in text:
            for name, letter in _ENTITIES:
                text = text.replace(name, letter)
            words[at] = text
    return tuple(words)
