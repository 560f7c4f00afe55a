"""Bookmarks: read them, and set hidden ones round paragraphs and table rows, by which to find them again."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from kh_docs.word.xml import Element, W, first, val

# Word hides what begins so, and keeps it.
HIDDEN: Final = "_"
LONGEST_NAME: Final = 40


class Bookmark(NamedTuple):
    """A bookmark by its two ends; the second may be missing in a damaged file."""

    name: str
    start: Element
    end: Element | None

    @property
    def block(self) -> Element | None:
        """The paragraph in which it begins."""
        return next(self.start.iterancestors(W + "p"), None)

    @property
    def row(self) -> Element | None:
        """The innermost table row in which it begins."""
        return next(self.start.iterancestors(W + "tr"), None)


def bookmarks_of(root: Element) -> dict[str, Bookmark]:
    """All bookmarks by name; of two with one name the first, as Word takes it."""
    ends = {val(end, "id"): end for end in root.iter(W + "bookmarkEnd")}
    found: dict[str, Bookmark] = {}
    for start in root.iter(W + "bookmarkStart"):
        name = val(start, "name") or ""
        found.setdefault(name, Bookmark(name, start, ends.get(val(start, "id"))))
    return found


def set_bookmark(block: Element, name: str, numbers: Iterator[int]) -> None:
    """Put a bookmark round the content of a paragraph, or of a whole table row."""
    if len(name) > LONGEST_NAME:
        raise ValueError(f"a bookmark's name has at most {LONGEST_NAME} characters: {name}")
    paragraphs = [block] if block.tag == W + "p" else list(block.iter(W + "p"))
    if not paragraphs:
        return
    number = str(next(numbers))
    start = etree.Element(W + "bookmarkStart", {W + "id": number, W + "name": name})
    opening, closing = paragraphs[0], paragraphs[-1]
    opening.insert(0 if first(opening, W + "pPr") is None else 1, start)
    closing.append(etree.Element(W + "bookmarkEnd", {W + "id": number}))


def remove_bookmark(bookmark: Bookmark) -> None:
    """Take both ends out; the text stays."""
    for edge in (bookmark.start, bookmark.end):
        up = edge.getparent() if edge is not None else None
        if up is not None and edge is not None:
            up.remove(edge)
