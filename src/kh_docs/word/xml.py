"""Parse the XML of a part safely, and the names Word gives to elements."""

from collections.abc import Iterable
from typing import Final, cast

from lxml import etree

from kh_docs.patterns import re
from kh_docs.word.refused import Refused

Element = etree._Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V: Final = "{urn:schemas-microsoft-com:vml}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that Office itself uses
CT: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
PKG: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"

MAX_TAGS: Final = 400_000
# Some 400 pages: what takes longer to judge is no administrative document.
MAX_PARAGRAPHS: Final = 20_000
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
# Word's "Strict Open XML" uses the same elements under other names.
_STRICT_TO_USUAL: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)
_PARAGRAPH: Final = re.compile(rb"<w:p[ >/]")
# The look of the paragraph mark, the page, and looks of the past.
_NOT_LOOK: Final = frozenset({W + "rPr", W + "sectPr", W + "pPrChange", W + "rPrChange", W + "tcPrChange"})
_NOTHING: Final[frozenset[str]] = frozenset()
_OFF: Final = frozenset({"0", "false", "off"})


def is_strict(data: bytes) -> bool:
    """Whether the part is written in the strict dialect."""
    return _STRICT in data[:8192]


def parse(data: bytes, name: str) -> Element:
    """The root of a part; `Refused` when it is broken, has a DTD or far too many elements."""
    if data.count(b"<") > MAX_TAGS or len(_PARAGRAPH.findall(data)) > MAX_PARAGRAPHS:
        raise Refused("too many elements", name)
    if is_strict(data):
        for strict, usual in _STRICT_TO_USUAL:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if b"<!DOCTYPE" in data:  # such as entities that libxml2 itself finds too many
            raise Refused("dtd", name) from error
        raise Refused("damaged part", name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("dtd", name)
    return root


def default_namespace(namespace: str) -> dict[str, str]:
    """The map for a namespace without a prefix; lxml's stubs do not know that None is a key."""
    return cast("dict[str, str]", {None: namespace.strip("{}")})


def is_element(node: Element) -> bool:
    """Whether this is an element, not a comment or a processing instruction."""
    return isinstance(node.tag, str)


def to_bytes(root: Element) -> bytes:
    """The whole part, as Word writes it."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def first(elements: Iterable[Element], tag: str) -> Element | None:
    """The first child of this name, or the first of several; find() of lxml knows paths, and is slower."""
    for each in elements:
        if each.tag == tag:
            return each
    return None


def opened(element: Element, properties: str) -> tuple[Element | None, Iterable[Element]]:
    """What an element says of itself, which nearly always stands first in it, and what else stands in it.

    To ask for one and then go through all again takes longer: lxml makes an element, and its name, anew
    each time that nobody holds it.
    """
    children = iter(element)
    head = next(children, None)
    if head is not None and head.tag == properties:
        return head, children
    return first(element, properties), element


def val(element: Element | None, name: str = "val") -> str | None:
    """The attribute w:`name` of an element that may be absent."""
    return None if element is None else element.get(W + name)


def direct_key(properties: Element | None, left_out: frozenset[str] = _NOT_LOOK) -> object:
    """What makes two elements such as w:rPr or w:tcPr say the same about the look.

    Of each child its name, its attributes one by one, and what it holds as one value.
    """
    if properties is None:
        return None
    said: list[object] = []
    for child in properties:
        tag = child.tag
        if tag in left_out:
            continue
        said.append(tag)
        said += child.items()
        if len(child):
            said.append((direct_key(child, _NOTHING),))
    return tuple(said)


def is_on(element: Element) -> bool:
    """The value of an on/off element such as w:b."""
    return (element.get(W + "val") or "1") not in _OFF


def whole(text: str | None) -> int | None:
    """A whole number, or `None` where the file holds something else."""
    if text is None:
        return None
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return None
