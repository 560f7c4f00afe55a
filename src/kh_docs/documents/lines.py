"""Parts of the wording that are no running text: lists of lines, of printed slots, of names with texts."""

from __future__ import annotations

from collections.abc import Iterable

from kh_docs.render.values import Block, Slot


def lines(blocks: Iterable[Block]) -> list[str]:
    """Blocks that are bare lines of text."""
    return ["".join(run.text for run in block.runs) for block in blocks]


def slots(blocks: Iterable[Block]) -> list[Slot]:
    """Blocks as a list of printed slots, e.g. the recipients."""
    return [block.runs for block in blocks]


def named(blocks: Iterable[Block]) -> dict[str, str]:
    """Lines of the form “name | text” as a mapping."""
    pairs = (line.split("|", 1) for line in lines(blocks))
    return {name.strip(): text.strip() for name, text in pairs}
