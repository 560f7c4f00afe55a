"""Make of the tags in a layout what was typed: Word turns quotes and dashes, web pages bring other blanks.

docxtpl and Jinja know plain ones only. What stands between the quotes of a tag is the clerk's own and stays.
"""

from __future__ import annotations

import unicodedata

from lxml import etree

from kh_docs.patterns import re
from kh_docs.render.guard import TAG
from kh_docs.render.paragraphs import CURSOR, own_texts, pieces, text_of
from kh_docs.unseen import seen
from kh_docs.word.xml import W

_DOUBLE, _SINGLE = '"“”„‟″«»', "'‘’‚‛′‹›"
_QUOTED = re.compile(f"[{_DOUBLE}][^{_DOUBLE}]*[{_DOUBLE}]|[{_SINGLE}][^{_SINGLE}]*[{_SINGLE}]")
_TYPED = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
    **dict.fromkeys("–—−\u2010\u2011", "-"),
}
# The kind of a tag as it is meant, whatever stands round it: `{% P if`, `{%pfor`.
_KIND = re.compile(r"(?i)\{%-?(?P<kind>\s*(?:p|tr|tc|r)\s*)(?=(?:if|elif|else|for|set|with|end\w+)\b)")
_MARKS = {f"{W}bookmarkStart", f"{W}bookmarkEnd"}


def retype(root: etree._Element) -> None:
    """Put right the tags of all paragraphs below `root`, and take away what nobody sees or set."""
    _drop_cursor(root)
    for paragraph in root.iter(f"{W}p"):
        texts = own_texts(paragraph)
        whole = text_of(texts)
        if whole.isascii() and "{%" not in whole and "{{" not in whole:
            continue
        letters = [seen(letter) for letter in whole] if seen(whole) != whole else list(whole)
        for tag in TAG.finditer(whole):
            _as_typed(letters, whole, tag.start(), tag.end())
            _move_marks(list(pieces(texts, tag.start(), tag.end())))
        if "".join(letters) != whole or not unicodedata.is_normalized("NFC", whole):
            _write(texts, letters)


def _as_typed(letters: list[str], whole: str, start: int, end: int) -> None:
    quoted: set[int] = set()
    for found in _QUOTED.finditer(whole, start, end):
        mark = '"' if whole[found.start()] in _DOUBLE else "'"
        letters[found.start()] = letters[found.end() - 1] = mark
        quoted.update(range(found.start(), found.end()))
    for place in range(start, end):
        if place not in quoted and whole[place] in _TYPED:
            letters[place] = _TYPED[whole[place]]
    if kind := _KIND.match(whole, start, end):
        first, last = kind.span("kind")
        letters[first:last] = [kind["kind"].strip().lower() + " ", *[""] * (last - first - 1)]


def _move_marks(texts: list[etree._Element]) -> None:
    """Bookmarks that cut a tag go before it."""
    first, last = (_in_paragraph(text) for text in (texts[0], texts[-1]))
    between = first.getnext()
    while first is not last and between is not None and between is not last:
        mark, between = between, between.getnext()
        if mark.tag in _MARKS:
            first.addprevious(mark)


def _in_paragraph(text: etree._Element) -> etree._Element:
    """The run that holds a text."""
    return next(iter(text.iterancestors(f"{W}r")), text)


def _write(texts: list[etree._Element], letters: list[str]) -> None:
    place = 0
    for text in texts:
        length = len(text.text or "")
        text.text = unicodedata.normalize("NFC", "".join(letters[place : place + length]))
        place += length


def _drop_cursor(root: etree._Element) -> None:
    starts = [each for each in root.iter(f"{W}bookmarkStart") if each.get(f"{W}name") == CURSOR]
    numbers = {each.get(f"{W}id") for each in starts}
    ends = [each for each in root.iter(f"{W}bookmarkEnd") if each.get(f"{W}id") in numbers]
    for mark in starts + ends:
        if (parent := mark.getparent()) is not None:
            parent.remove(mark)
