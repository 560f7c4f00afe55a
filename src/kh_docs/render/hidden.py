"""Whether a text of a layout is hidden, and so not printed: by itself, by its style, by its row."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kh_docs.render.guard import VALUE
from kh_docs.word.xml import W


def hidden_styles(styles: Iterable[etree._Element]) -> frozenset[str]:
    """The styles whose text is not printed, by themselves or by those they build on."""
    found: set[str] = set()
    listed = list(styles)
    for _round in listed:
        before = len(found)
        for style in listed:
            base = style.find(f"{W}basedOn")
            mark = style.find(f"{W}rPr/{W}vanish")
            if _is_on(mark) or (mark is None and base is not None and base.get(VALUE) in found):
                found.add(style.get(f"{W}styleId", ""))
        if len(found) == before:
            break
    return frozenset(found)


def is_hidden(text: etree._Element, hidden: frozenset[str]) -> bool:
    """`hidden`: the styles of what is not printed."""
    for holder in text.iterancestors(f"{W}r", f"{W}p", f"{W}tr"):
        if _is_on(holder.find(f"{W}trPr/{W}hidden")):
            return True
        if holder.tag == f"{W}r":
            mark = holder.find(f"{W}rPr/{W}vanish")
            if mark is not None:
                return _is_on(mark)
        for style in (holder.find(f"{W}rPr/{W}rStyle"), holder.find(f"{W}pPr/{W}pStyle")):
            if style is not None and style.get(VALUE) in hidden:
                return True
    return False


def _is_on(mark: etree._Element | None) -> bool:
    return mark is not None and mark.get(VALUE) not in ("0", "false", "off")
