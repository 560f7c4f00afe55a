"""A list of one item is not numbered: a điểm or khoản that has none beside it loses its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kh_docs.patterns import re
from kh_docs.render.values import Block

_MARK = re.compile(r"(?:[a-zđ]\)|\d+\.) ")
# What ends a list of items.
_ABOVE_POINTS = ("muc", "khoan", "khoan_cau")
_ABOVE_CLAUSES = ("muc",)


def unnumbered(blocks: Sequence[Block], *, whole: bool) -> list[Block]:
    """The blocks with lone marks taken off; `whole`: no list goes on behind them."""
    points = set(_lone(blocks, ("diem", "diem_ten"), _ABOVE_POINTS, whole=True))
    # One that only names the field below it says nothing that its khoản does not.
    named = {at for at in points if blocks[at].style == "diem_ten"}
    clauses = set(_lone(blocks, ("khoan", "khoan_cau"), _ABOVE_CLAUSES, whole=whole))
    lone = points | clauses
    return [_plain(block) if at in lone else block for at, block in enumerate(blocks) if at not in named]


def heading(text: str, *, alone: bool) -> str:
    """The heading of a table, without its number where no other table stands beside it."""
    return _MARK.sub("", text, count=1) if alone and _MARK.match(text) else text


def _lone(
    blocks: Sequence[Block], styles: tuple[str, ...], above: tuple[str, ...], *, whole: bool
) -> Iterator[int]:
    items: list[int] = []
    for at, block in enumerate(blocks):
        if block.style in above:
            if len(items) == 1:
                yield items[0]
            items = []
        elif block.style in styles:
            items.append(at)
    if whole and len(items) == 1:
        yield items[0]


def _plain(block: Block) -> Block:
    """As a paragraph of the text: the styles of numbered items want a number."""
    first, *more = block.runs
    return block._replace(
        style="noi_dung", runs=[first._replace(text=_MARK.sub("", first.text, count=1)), *more]
    )
