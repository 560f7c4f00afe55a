"""What a paragraph says, run by run and blank by blank, with everybody's tracked changes accepted."""

from typing import Final, NamedTuple

from kh_docs.word.words import CONTROL
from kh_docs.word.xml import Element, W, val

# One character stands for a thing that is no word: a picture, a note, a field.
THING: Final = "\ufffc"
_UNKNOWN: Final = "\ufffd"

_RUN: Final = W + "r"
_LOOK: Final = W + "rPr"
_TEXT: Final = W + "t"
_CONTROL: Final = W + "sdt"
# What may stand round runs and says nothing itself; a control may hold paragraphs.
_ROUND: Final = frozenset(
    W + name
    for name in ("p", "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_SILENT: Final = frozenset(
    W + name for name in ("lastRenderedPageBreak", "commentReference", "annotationRef", "delText")
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
    found: list[Piece] = []
    _gather(owner, opened, found)
    return found


def _gather(owner: Element, opened: bool, found: list[Piece]) -> None:
    for node in owner:
        tag = node.tag
        if tag == _RUN:
            if text := "".join([said_by(child) for child in node if child.tag != _LOOK]):
                found.append(Piece(text, node))
        elif tag == _CONTROL:
            if opened:
                _gather(content_of(node), opened, found)
            else:
                found.append(Piece(CONTROL, node))
        elif tag in _ROUND:
            _gather(node, opened, found)


def said_by(child: Element) -> str:
    """The characters of one child of a run."""
    if child.tag == _TEXT:
        # A letter of hers that stands for a control with us is some letter of a font of symbols.
        return (child.text or "").replace(CONTROL, _UNKNOWN)
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
