"""What was typed before and behind the controls of sections, as paragraphs of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kh_docs.returns.cells import Cell
from kh_docs.text import slug
from kh_docs.word.plain import plain_text
from kh_docs.word.xml import Element, W

# Which sections a form has, and how many lines follow each up to the next control or table: one more where
# somebody typed behind it, or where the control of the next one is gone and only its heading is left.
Shape = frozenset[tuple[str, int]]


def shape_of(blocks: Mapping[str, Element]) -> Shape:
    """The shape of a form, by the controls of its sections."""
    return frozenset((tag, _lines_behind(block)) for tag, block in blocks.items())


def _lines_behind(block: Element) -> int:
    count, sibling = 0, block.getnext()
    while sibling is not None and sibling.tag == W + "p":
        count += bool(slug(plain_text(sibling, prompts=False)))
        sibling = sibling.getnext()
    return count


def add_typed(
    cells: dict[str, Cell], blocks: Mapping[str, Element], known: Collection[str], prompts: Mapping[str, str]
) -> None:
    """Add such paragraphs to what the controls say, less the prompt where its mark was lost.

    `known`: every line that the form of this unit prints.
    """
    for tag, block in blocks.items():
        before = [*_beside(block, known, -1)][::-1]
        cell = cells[tag]
        said = "" if slug(cell.raw) == prompts.get(tag) else cell.raw
        lines = [*before, said, *_beside(block, known, 1)]
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
