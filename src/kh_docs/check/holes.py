"""Which run of a paragraph says which words, and the same paragraph with other words."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from kh_docs.check.as_printed import make_as_printed, word_as_printed
from kh_docs.word.document import Block, Cell, Container, Paragraph, Run, walk
from kh_docs.word.typed_lines import add_row_of_characters

# For each run of each paragraph, which of the words it says; None where it says none.
Holes = list[list[int | None]]


def holes_of(paragraphs: list[Paragraph], words: tuple[str, ...] | None) -> Holes | None:
    """Which run says which of the words; None where a run says more or less than one of them."""
    if words is None:
        return None
    found: Holes = []
    at = 0
    for paragraph in paragraphs:
        holes: list[int | None] = []
        for run in paragraph.runs:
            if not run.text.strip():
                holes.append(None)
            elif at < len(words) and run.text == word_as_printed(words[at], caps=run.format.caps):
                holes.append(at)
                at += 1
            else:
                return None
        # What is drawn, or counted, may follow from the words.
        if any(hole is not None for hole in holes) and (
            paragraph.lines or paragraph.boxes or paragraph.label
        ):
            return None
        found.append(holes)
    return found if at == len(words) else None


def holes_in(cells: list[Cell], words: tuple[str, ...] | None) -> Holes | None:
    """The same of cells; None where one holds a table: what is in that is not told apart."""
    if any(not isinstance(block, Paragraph) for cell in cells for block in cell.blocks):
        return None
    return holes_of([each for cell in cells for each in walk(cell.blocks)], words)


def with_words(
    paragraph: Paragraph, holes: list[int | None], words: tuple[str, ...], place: Container
) -> Paragraph:
    if place is paragraph.container and not any(hole is not None for hole in holes):
        return paragraph
    runs = [
        run if hole is None else Run(words[hole], run.format, run.element, run.placeholder, run.symbol_font)
        for run, hole in zip(paragraph.runs, holes, strict=True)
    ]
    new = paragraph.saying(runs, place)
    if new.boxes or paragraph.lines:
        new.lines = paragraph.lines
    else:
        add_row_of_characters(new)
    make_as_printed(new)
    return new


def cell_with_words(
    cell: Cell, place: Container, holes: Iterator[list[int | None]], words: tuple[str, ...]
) -> Cell:
    blocks: list[Block] = [with_words(each, next(holes), words, place) for each in walk(cell.blocks)]
    return Cell(place, blocks, cell.bordered)


def by_itself(cell: Cell) -> Cell:
    """The cell with elements of its own: those it was read from would keep the whole document in memory."""
    blocks: list[Block] = []
    for each in walk(cell.blocks):
        element = copy.deepcopy(each.element)
        runs = [Run(run.text, run.format, element, run.placeholder, run.symbol_font) for run in each.runs]
        own = each.saying(runs, each.container)
        own.element = element
        blocks.append(own)
    return Cell(cell.container, blocks, cell.bordered)
