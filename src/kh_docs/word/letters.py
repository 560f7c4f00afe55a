"""Edit characters inside a paragraph whose text is spread over several w:t."""

import unicodedata

from kh_docs.word.xml import MC, Element, W

# Deleted text, and what floats beside the text.
_NOT_TEXT = frozenset(
    {W + name for name in ("del", "moveFrom", "drawing", "pict", "object")} | {MC + "AlternateContent"}
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def texts_of(paragraph: Element) -> list[Element]:
    """The w:t of a paragraph that are in force; not those of its text boxes, nor deleted ones."""
    found: list[Element] = []
    _collect(paragraph, found)
    return found


def _collect(parent: Element, found: list[Element]) -> None:
    for child in parent:
        if child.tag == W + "t":
            found.append(child)
        elif child.tag not in _NOT_TEXT:
            _collect(child, found)


def text_of(texts: list[Element]) -> str:
    """Their characters in a row."""
    return "".join(text.text or "" for text in texts)


def replace(texts: list[Element], start: int, end: int, new: str) -> None:
    """Put `new` in place of the characters from `start` to `end`; it goes where the first of them stood."""
    position = 0
    for text in texts:
        old = text.text or ""
        low, high = max(start - position, 0), min(end - position, len(old))
        if low < high or (start == end and low == high == start - position):
            _write(text, old[:low] + new + old[high:])
            new = ""
            if start == end:
                return
        position += len(old)


def compose(texts: list[Element]) -> bool:
    """Make letters and their marks one character (NFC); whether anything changed."""
    changed = False
    for text in texts:
        old = text.text or ""
        new = unicodedata.normalize("NFC", old)
        if new != old:
            _write(text, new)
            changed = True
    return changed


def strip_start(texts: list[Element]) -> None:
    """Take the blanks before the first letter away."""
    for text in texts:
        old = text.text or ""
        new = old.lstrip()
        if new != old:
            _write(text, new)
        if new:
            return


def _write(text: Element, value: str) -> None:
    text.text = value
    if value != value.strip():
        text.set(_SPACE, "preserve")
