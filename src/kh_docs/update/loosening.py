"""Controls that our tracked changes stand in or round, made so that every program shows and decides them.

LibreOffice 7.4 knows no tracked change inside a control for plain text, nor inside one round a paragraph: it
prints what is struck there. It does know them in a control for any text that stands in a line.
"""

from copy import deepcopy
from typing import Final

from lxml.etree import Element as make

from kh_docs.update.blocks import AUTHOR
from kh_docs.word.xml import Element, W, first

_REVISIONS: Final = (W + "ins", W + "del")
# What a control with a change of ours inside is no more: a hint, for plain text, closed to decisions.
_LOST_BY_HOLDING: Final = frozenset(W + name for name in ("showingPlcHdr", "text", "lock"))
_LOST_BY_STANDING_INSIDE: Final = frozenset({W + "text"})


def loosened(block: Element) -> Element:
    """A block that holds changes of ours, with its controls such that these are seen and can be decided."""
    for control in block.iter(W + "sdt"):
        if any(map(_is_ours, control.iter(*_REVISIONS))):
            _drop(control, _LOST_BY_HOLDING)
        elif any(map(_is_ours, control.iterancestors(*_REVISIONS))):
            _drop(control, _LOST_BY_STANDING_INSIDE)
    return block


def in_line(block: Element) -> Element:
    """A block in which each control round one paragraph has moved into that; itself where it is such one."""
    for control in list(block.iter(W + "sdt")):
        paragraph = paragraph_in(control)
        if paragraph is not None:
            _move_inside(control, paragraph)
            block = paragraph if control is block else block
    return block


def paragraph_in(control: Element) -> Element | None:
    """The paragraph that a control stands round; None where there is none, or more than one."""
    content = first(control, W + "sdtContent")
    if content is None or len(content) != 1 or content[0].tag != W + "p":
        return None
    return content[0]


def control_round(paragraph: Element) -> Element | None:
    """The control that stands round this paragraph and no other."""
    content = paragraph.getparent()
    control = None if content is None or content.tag != W + "sdtContent" else content.getparent()
    return control if control is not None and paragraph_in(control) is paragraph else None


def _move_inside(control: Element, paragraph: Element) -> None:
    """Let the control stand in the line: in the paragraph, round all that it says."""
    moved = make(control.tag)
    moved.extend([deepcopy(each) for each in control if each.tag != W + "sdtContent"])
    content = make(W + "sdtContent")
    content.extend([each for each in paragraph if each.tag != W + "pPr"])
    moved.append(content)
    paragraph.append(moved)
    outer = control.getparent()
    if outer is not None:
        outer.replace(control, paragraph)


def _drop(control: Element, names: frozenset[str]) -> None:
    properties = first(control, W + "sdtPr")
    if properties is None:
        return
    for each in [each for each in properties if each.tag in names]:
        properties.remove(each)


def _is_ours(revision: Element) -> bool:
    return revision.get(W + "author") == AUTHOR
