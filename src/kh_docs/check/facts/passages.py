"""Cut a document into passages: a paragraph, and the words that tell what it speaks of."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from kh_docs.word.document import Block, Paragraph, walk

_END: Final = re.compile(r"(?<=[;.])\s")


class Passage(NamedTuple):
    """A paragraph of the document; `row` is the text of its table row, empty outside of tables."""

    paragraph: Paragraph
    text: str
    row: str

    def around(self, at: int) -> str:
        """The sentence or the item in which a character stands; in a table the whole row."""
        if self.row:
            return self.row
        start = 0
        for part in sentences(self.text):
            start += len(part)
            if at < start:
                return part
        return self.text


def sentences(text: str) -> Iterator[str]:
    """The text cut behind each full stop and semicolon, nothing left out."""
    cuts = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    yield from (text[low:high] for low, high in pairwise(cuts))


def passages(blocks: list[Block]) -> Iterator[Passage]:
    """Every paragraph with text, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for paragraph in walk([block]):
                if paragraph.text:
                    yield Passage(paragraph, paragraph.text, "")
            continue
        for row in block.rows:
            paragraphs = [paragraph for cell in row for paragraph in walk(cell.blocks) if paragraph.text]
            text = " | ".join(paragraph.text for paragraph in paragraphs)
            yield from (Passage(paragraph, paragraph.text, text) for paragraph in paragraphs)
