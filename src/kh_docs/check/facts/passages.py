"""Cut a document into passages: a paragraph, and the words that tell what it speaks of."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kh_docs.patterns import re
from kh_docs.word.document import Block, Paragraph, walk

_LONGEST: Final = 3_000
# Between the cells of a row.
_BESIDE: Final = " | "
_END: Final = re.compile(r"(?<=[;.])\s")


class Passage(NamedTuple):
    """A paragraph of the document; `row` is the text of its table row, empty outside of tables."""

    paragraph: Paragraph
    text: str
    row: str
    # As written, where parts of the text that are told elsewhere have been blanked.
    whole: str = ""
    # What stands before it in its row.
    lead: str = ""

    def sentence_as_written(self, at: int) -> tuple[int, str]:
        """Where the sentence of a character begins, and all of it."""
        start, end = self.span_around(at)
        return start, (self.whole or self.text)[start:end]

    def around(self, at: int) -> str:
        """The sentence or the item in which a character stands; in a table the whole row."""
        return self.row or self.text[slice(*self.span_around(at))]

    def span_around(self, at: int) -> tuple[int, int]:
        """Where that sentence begins and ends in the text."""
        return next(
            ((start, end) for start, end in _cuts(self.text) if start <= at < end), (0, len(self.text))
        )


def sentences(text: str) -> Iterator[str]:
    """The text cut behind each full stop and semicolon, nothing left out."""
    yield from (text[low:high] for low, high in _cuts(text))


@lru_cache(16)
def _cuts(text: str) -> tuple[tuple[int, int], ...]:
    """Where each begins and ends; what has no stop for so long is cut, as nobody reads it as one."""
    stops = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return tuple(
        (start, min(start + _LONGEST, high))
        for low, high in pairwise(stops)
        for start in range(low, max(high, low + 1), _LONGEST)
    )


def placed_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each with where it begins."""
    start = 0
    for part in sentences(text):
        yield start, part
        start += len(part)


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
            text = _BESIDE.join(paragraph.text for paragraph in paragraphs)
            at = 0
            for paragraph in paragraphs:
                yield Passage(paragraph, paragraph.text, text, lead=text[:at])
                at += len(paragraph.text) + len(_BESIDE)
