"""Word's XML as nested calls; elements and attributes keep the names of the specification."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lxml import etree

from kh_docs.word.xml import XML, R, W

# Ends the text of a document and of each phụ lục.
END_MARK = "./."
_NAMESPACES = {"w": W[1:-1], "r": R[1:-1]}


def w(name: str, /, *children: etree._Element, text: str = "", **attributes: str | int) -> etree._Element:
    """The element `w:name`; an attribute `r_id` is `r:id`, all others are in Word's namespace."""
    element = etree.Element(W + name, nsmap=_NAMESPACES)
    for key, value in attributes.items():
        element.set(R + key[2:] if key.startswith("r_") else W + key, str(value))
    if text:
        element.text = text
        if text != text.strip():
            element.set(XML + "space", "preserve")
    element.extend(children)
    return element


def run(text: str, style: str = "") -> etree._Element:
    """A run of text, in the character style `style` if given."""
    properties = [w("rPr", w("rStyle", val=style))] if style else []
    return w("r", *properties, w("t", text=text))


def paragraph(style: str, *content: etree._Element) -> etree._Element:
    """A paragraph in the style with the id `style`."""
    return w("p", w("pPr", w("pStyle", val=style)), *content)


def kept_paragraph(style: str, *content: etree._Element) -> etree._Element:
    """A paragraph that stays on one page with the next; in the first cell of a row it keeps the row."""
    return w("p", w("pPr", w("pStyle", val=style), w("keepNext")), *content)


def spoken(style: str, text: str) -> etree._Element:
    """A paragraph of fixed words or of one `{{ name }}`; at a `~` no new line begins."""
    return paragraph(style, run(text.replace("~", "\u00a0")))


def kept_if(
    condition: str, style: str, content: Callable[[], Iterable[etree._Element]]
) -> list[etree._Element]:
    """A paragraph that stays on one page with what follows it where `condition` holds."""
    return [
        tag_paragraph(f"if {condition}"),
        kept_paragraph(style, *content()),
        tag_paragraph("else"),
        paragraph(style, *content()),
        tag_paragraph("endif"),
    ]


def kept_if_last(style: str, content: Callable[[], Iterable[etree._Element]]) -> list[etree._Element]:
    """The paragraph of a loop; its last one stays on one page with what follows the loop."""
    return kept_if("loop.last", style, content)


def tag_paragraph(statement: str) -> etree._Element:
    """A paragraph that docxtpl turns into the Jinja statement and removes."""
    return w("p", run(f"{{%p {statement} %}}"))


def when(condition: str, content: Iterable[etree._Element]) -> list[etree._Element]:
    """Paragraphs and tables that are printed only if `condition` holds."""
    return [tag_paragraph(f"if {condition}"), *content, tag_paragraph("endif")]


def each(variable: str, names: str, content: Iterable[etree._Element]) -> list[etree._Element]:
    """Paragraphs repeated for each of `names`."""
    return [tag_paragraph(f"for {variable} in {names}"), *content, tag_paragraph("endfor")]


def plain_xml(element: etree._Element) -> str:
    """A piece of a part: without the declarations of namespaces, which the part holds."""
    return re.sub(' xmlns:[a-z]+="[^"]*"', "", etree.tostring(element, encoding="unicode"))
