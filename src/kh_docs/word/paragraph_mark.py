"""What the mark at the end of a paragraph says: whether it was deleted, which section ends with it."""

from typing import Final

from kh_docs.word.xml import Element, W

_DELETED: Final = frozenset({W + "del", W + "moveFrom"})
_R_PR: Final = W + "rPr"
_SECT_PR: Final = W + "sectPr"


def mark_and_section(ppr: Element) -> tuple[Element | None, Element | None]:
    """The look of the paragraph mark and the section that ends here, in one reading."""
    mark = section = None
    for child in ppr:
        tag = child.tag
        if tag == _R_PR:
            mark = child
        elif tag == _SECT_PR:
            section = child
    return mark, section


def is_deleted(mark: Element | None) -> bool:
    """Whether tracked changes join the paragraph to the next."""
    return mark is not None and any(child.tag in _DELETED for child in mark)
