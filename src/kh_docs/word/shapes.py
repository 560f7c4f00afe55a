"""What of a drawing is seen, and how flat and long a shape is that counts as a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kh_docs.word.xml import MC, Element, W, is_element

# The lines in a text box are read with its paragraphs.
_OF_ITS_OWN: Final = frozenset({W + "txbxContent"})
FLAT_MM: Final = 1.0

SHORTEST_MM: Final = 2.0

SOLID: Final = frozenset({"solid", "1", ""})


def visible(element: Element) -> Iterator[Element]:
    """All descendants but what text boxes hold, of mc:AlternateContent only the branch that Word shows."""
    for child in element:
        if child.tag == MC + "AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from visible(branch)
        elif is_element(child) and child.tag not in _OF_ITS_OWN:
            yield child
            yield from visible(child)


def chosen(alternate: Element) -> Element | None:
    """The branch of mc:AlternateContent that current programs show."""
    choice = alternate.find(MC + "Choice")
    return choice if choice is not None else alternate.find(MC + "Fallback")


def centre(left: float | None, width: float | None) -> float | None:
    return None if left is None or width is None else left + width / 2
