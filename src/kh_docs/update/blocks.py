"""A document as rows of blocks: paragraphs, tables, their rows and cells, and where each stands."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, NamedTuple

from kh_docs.word.spans import Span, spans
from kh_docs.word.xml import Element, W

AUTHOR: Final = "kh-docs"
# The hidden names by which a block is known again after other programs.
MARK: Final = "_kh_"
CELL: Final = "\x1f"
_SPANNED: Final = ("p", "tr", "tbl", "sdt", "showingPlcHdr")
_TRACKS: Final = tuple(W + name for name in ("ins", "del"))


class Place(NamedTuple):
    """Where a block stands, counted from 1; `table` 0 outside tables."""

    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0


@dataclass(slots=True, eq=False)
class Block:
    """`said`: its text; `tags`: of its controls; `marks`: its hidden names.

    A text is a paragraph, or a control round paragraphs; a table has rows, a row cells, a cell blocks.
    """

    kind: Literal["text", "row", "table"]
    element: Element
    place: Place
    said: str = ""
    paragraphs: list[Element] = field(default_factory=list)
    rows: list["Block"] = field(default_factory=list)
    cells: list[list["Block"]] = field(default_factory=list)
    tags: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    # Deleted by a tracked change that nobody has accepted yet.
    gone: bool = False


@dataclass
class Body:
    """The main part: its bytes, and its blocks as parsed from them."""

    data: bytes
    root: Element
    blocks: list[Block]

    @cached_property
    def spans(self) -> dict[Element, Span]:
        """Where each element that may be changed stands in the bytes."""
        elements = self.root.iter(*(W + name for name in _SPANNED))
        return dict(zip(elements, spans(self.data, _SPANNED), strict=True))


def is_open(block: Element) -> bool:
    """Whether a change of ours waits there to be accepted or rejected."""
    return any(each.get(W + "author") == AUTHOR for each in block.iter(*_TRACKS))
