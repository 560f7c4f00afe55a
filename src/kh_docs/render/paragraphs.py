"""The paragraphs of a layout as their tags are read: with their own texts, not those of a box in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from kh_docs.i18n import _
from kh_docs.word.xml import W

MOST_SHOWN = 80
# Word leaves this bookmark where the cursor was; often that is inside the tag that was typed last.
CURSOR = "_GoBack"


def own_texts(paragraph: etree._Element) -> list[etree._Element]:
    """The w:t of this paragraph, in order."""
    return [text for text in paragraph.iter(f"{W}t") if _paragraph_of(text) is paragraph]


def text_of(texts: Sequence[etree._Element]) -> str:
    """Their characters in a row."""
    return "".join(text.text or "" for text in texts)


def pieces(texts: Sequence[etree._Element], start: int, end: int) -> Iterator[etree._Element]:
    """Those that hold a character from `start` to `end`."""
    position = 0
    for text in texts:
        length = len(text.text or "")
        if position < end and start < position + length:
            yield text
        position += length


def at_paragraph(whole: str) -> str:
    """How a message names a paragraph: by its words."""
    return _("ở đoạn “{}”: ").format(whole if len(whole) <= MOST_SHOWN else whole[:MOST_SHOWN] + "…")


def _paragraph_of(text: etree._Element) -> etree._Element | None:
    return next(iter(text.iterancestors(f"{W}p")), None)
