"""What a paragraph says, run by run and blank by blank, with everybody's tracked changes accepted."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kh_docs.word.xml import Element, W, val

# One character stands for a control, and for a thing that is no word: a picture, a note, a field.
CONTROL: Final = "\ue001"
THING: Final = "\ufffc"

_GONE: Final = frozenset(W + name for name in ("del", "moveFrom", "pPr"))
# What may stand round runs and says nothing itself.
_ROUND: Final = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_SILENT: Final = frozenset(
    W + name for name in ("rPr", "lastRenderedPageBreak", "commentReference", "annotationRef", "delText")
)
_SIGNS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}


class Piece(NamedTuple):
    """A w:r with its text, or a w:sdt with CONTROL for it."""

    text: str
    node: Element


def pieces(owner: Element, *, opened: bool = False) -> list[Piece]:
    """What is printed inside a paragraph or a control; `opened`: controls by their text, not as controls."""
    return list(_pieces(owner, opened))


def _pieces(owner: Element, opened: bool) -> Iterator[Piece]:
    for node in owner:
        if node.tag == W + "r":
            if text := "".join(said_by(child) for child in node):
                yield Piece(text, node)
        elif node.tag == W + "sdt":
            if opened:
                yield from _pieces(content_of(node), opened)
            else:
                yield Piece(CONTROL, node)
        elif node.tag in _ROUND or node.tag == W + "p":  # a control may hold paragraphs
            yield from _pieces(node, opened)


def said_by(child: Element) -> str:
    """The characters of one child of a run."""
    if child.tag == W + "t":
        return child.text or ""
    if child.tag in _SILENT or not isinstance(child.tag, str):
        return ""
    return _SIGNS.get(child.tag, THING)


def content_of(control: Element) -> Element:
    """The w:sdtContent of a control; of one without, the control itself, which prints nothing."""
    content = control.find(W + "sdtContent")
    return control if content is None else content


def text_of(owner: Element) -> str:
    """Everything printed inside, controls by their text."""
    return "".join(piece.text for piece in pieces(owner, opened=True))


def tag_of(control: Element) -> str:
    """The tag of a control, empty where some program has dropped it."""
    return val(control.find(f"{W}sdtPr/{W}tag")) or ""


def title_of(control: Element) -> str:
    """The title people see on a control; it lives longer than the tag."""
    return val(control.find(f"{W}sdtPr/{W}alias")) or ""
