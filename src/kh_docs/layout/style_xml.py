"""One `w:style` at a time, and the formatting of letters that styles are made of."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kh_docs.layout.measures import half_points
from kh_docs.layout.xml import w

Elements = Iterable[etree._Element]


def paragraph_style(
    identity: str,
    name: str,
    based_on: str,
    paragraph: Elements = (),
    letters: Elements = (),
    following: str = "",
) -> etree._Element:
    """A style with these children of `w:pPr` and `w:rPr`; `following`: that of the next paragraph typed."""
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=based_on),
        *([w("next", val=following)] if following else []),
        w("qFormat"),
        w("pPr", *paragraph),
        w("rPr", *letters),
        type="paragraph",
        customStyle=1,
        styleId=identity,
    )


def character_style(identity: str, name: str, letters: Elements = ()) -> etree._Element:
    """A style for a run of letters."""
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="DefaultParagraphFont"),
        w("qFormat"),
        w("rPr", *letters),
        type="character",
        customStyle=1,
        styleId=identity,
    )


def hidden_default(kind: str, identity: str, name: str, *content: etree._Element) -> etree._Element:
    """A default style of Word's own, without which a file is not whole and which no one picks by name."""
    return w(
        "style", w("name", val=name), w("uiPriority", val=99), w("semiHidden"), *content,
        type=kind, default=1, styleId=identity,
    )  # fmt: skip


def bold() -> list[etree._Element]:
    """Upright bold."""
    return [w("b"), w("bCs")]


def italic() -> list[etree._Element]:
    """Slanted."""
    return [w("i"), w("iCs")]


def size(points: float) -> list[etree._Element]:
    """Type of `points`."""
    return [w("sz", val=half_points(points)), w("szCs", val=half_points(points))]


def exact_line(points: float) -> etree._Element:
    """A line of this height, whatever stands in it."""
    return w("spacing", line=round(points * 20), lineRule="exact")
