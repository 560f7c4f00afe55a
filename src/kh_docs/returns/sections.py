"""What was typed before and behind the controls of sections, as paragraphs of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kh_docs.returns.cells import Cell
from kh_docs.returns.places import Places
from kh_docs.text import slug
from kh_docs.word.plain import plain_text
from kh_docs.word.xml import Element, W


def has_typed(blocks: Mapping[str, Element], known: Collection[str]) -> bool:
    """Whether a paragraph stands beside one of these controls that the form does not print."""
    return any(any(_beside(block, known, step)) for block in blocks.values() for step in (1, -1))


def add_typed(cells: dict[str, Cell], blocks: Mapping[str, Element], places: Places) -> None:
    """Add such paragraphs to what the controls say, less the prompt where its mark was lost."""
    for tag, block in blocks.items():
        before = [*_beside(block, places.known, -1)][::-1]
        cell = cells[tag]
        said = "" if slug(cell.raw) == places.prompts.get(tag) else cell.raw
        lines = [*before, said, *_beside(block, places.known, 1)]
        cells[tag] = cell._replace(raw="\n".join(line for line in lines if line.strip()))


def _beside(block: Element, known: Collection[str], step: int) -> Iterator[str]:
    sibling = block.getnext() if step > 0 else block.getprevious()
    while sibling is not None and sibling.tag == W + "p":
        text = plain_text(sibling, prompts=False)
        if (line := slug(text)) in known:
            return
        if line:
            yield text
        sibling = sibling.getnext() if step > 0 else sibling.getprevious()
