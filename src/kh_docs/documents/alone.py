"""A list of one item is not numbered: a điểm or khoản that has none beside it loses its mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_docs.render.values import Block

_MARK = re.compile(r"(?:[a-zđ]\)|\d+\.) ")
# How an item of each style is printed that stands alone (a style of numbered items wants its number), and what
# ends a list of them.
_POINTS = {"diem": "noi_dung", "diem_ten": "noi_dung"}
_CLAUSES = {"khoan": "noi_dung", "khoan_cau": "noi_dung"}
_ABOVE_POINTS = ("muc", "khoan", "khoan_cau")


def unnumbered(blocks: Sequence[Block], *, whole: bool) -> list[Block]:
    """The blocks with lone marks taken off; `whole`: no list goes on behind them."""
    found = _stripped(blocks, _POINTS, _ABOVE_POINTS, whole=True)
    return _stripped(found, _CLAUSES, ("muc",), whole=whole)


def _stripped(
    blocks: Sequence[Block], alone: dict[str, str], above: tuple[str, ...], *, whole: bool
) -> list[Block]:
    """A block whose style is `above` ends the list before it."""
    found = list(blocks)
    begin = 0
    for end in [*(at for at, block in enumerate(blocks) if block.style in above), len(blocks)]:
        items = [at for at in range(begin, end) if blocks[at].style in alone]
        if len(items) == 1 and (whole or end < len(blocks)):
            block = blocks[items[0]]
            found[items[0]] = _without_mark(block)._replace(style=alone[block.style])
        begin = end + 1
    return found


def _without_mark(block: Block) -> Block:
    first, *more = block.runs
    return block._replace(runs=[first._replace(text=_MARK.sub("", first.text, count=1)), *more])


def heading(text: str, *, alone: bool) -> str:
    """The heading of a table, without its number where no other table stands beside it."""
    return _MARK.sub("", text, count=1) if alone and _MARK.match(text) else text
