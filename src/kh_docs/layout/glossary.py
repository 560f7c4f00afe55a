"""What an emptied content control shows again: dots, a blank, or a hint, kept where Word looks for it."""

from __future__ import annotations

from lxml import etree

from kh_docs.blanks import BLANK, DOTS, HINT
from kh_docs.layout.xml import run, w

# Each has its own identity, always the same, so that the same template gives the same bytes.
_SHOWN = {
    DOTS: ("…………", "{6B68D0C5-0001-4000-8000-000000000001}"),
    BLANK: ("\u00a0" * 6, "{6B68D0C5-0001-4000-8000-000000000002}"),
    HINT: ("Nhấn vào đây để nhập.", "{6B68D0C5-0001-4000-8000-000000000003}"),
}


def glossary() -> etree._Element:
    """word/glossary/document.xml."""
    return w("glossaryDocument", w("docParts", *(_part(name, *shown) for name, shown in _SHOWN.items())))


def _part(name: str, text: str, identity: str) -> etree._Element:
    return w(
        "docPart",
        w(
            "docPartPr",
            w("name", val=name),
            w("category", w("name", val="General"), w("gallery", val="placeholder")),
            w("types", w("type", val="bbPlcHdr")),
            w("behaviors", w("behavior", val="content")),
            w("guid", val=identity),
        ),
        w("docPartBody", w("p", run(text))),
    )
