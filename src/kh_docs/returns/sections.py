"""What was typed before and behind the controls of sections, as paragraphs of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kh_docs.returns.cells import Cell
from kh_docs.text import slug
from kh_docs.word.plain import plain_text
from kh_docs.word.xml import Element, W

# Which sections a form has, and how many lines stand before and behind each up to the next control or table:
# more where somebody typed there, or where the control of the next one is gone and only its heading is left.
Shape = frozenset[tuple[str, int, int]]


def shape_of(blocks: Mapping[str, Element]) -> Shape:
    """The shape of a form, by the controls of its sections."""
    return frozenset((tag, _lines(block, -1), _lines(block, 1)) for tag, block in blocks.items())


def _lines(block: Element, step: int) -> int:
    return sum(bool(slug(_text(line))) for line in _beside(block, step))


def _text(line: Element) -> str:
    return plain_text(line, prompts=False, crossed="dropped")


def add_typed(
    cells: dict[str, Cell], blocks: Mapping[str, Element], known: Collection[str], prompts: Mapping[str, str]
) -> None:
    """Add such paragraphs to what the controls say, less the prompt where its mark was lost.

    `known`: every line that the form of this unit prints.
    """
    for tag, block in blocks.items():
        before = [*_typed(block, known, -1)][::-1]
        cell = cells[tag]
        said = "" if slug(cell.raw) == prompts.get(tag) else cell.raw
        lines = [*before, said, *_typed(block, known, 1)]
        cells[tag] = cell._replace(raw="\n".join(line for line in lines if line.strip()))


def _typed(block: Element, known: Collection[str], step: int) -> Iterator[str]:
    """What somebody wrote there, up to the next line that the form prints."""
    for sibling in _beside(block, step):
        text = _text(sibling)
        if (line := slug(text)) in known:
            return
        if line:
            yield text


def _beside(block: Element, step: int) -> Iterator[Element]:
    """The paragraphs before or behind a control, up to the next control or table."""
    sibling = block.getnext() if step > 0 else block.getprevious()
    while sibling is not None and sibling.tag == W + "p":
        yield sibling
        sibling = sibling.getnext() if step > 0 else sibling.getprevious()
