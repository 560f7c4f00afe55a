"""Cut a document into passages: a paragraph, and the words that tell what it speaks of."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kh_docs.check.words import fold
from kh_docs.word.document import Block, Paragraph, walk

_END: Final = re.compile(r"(?<=[;.])\s")
_WORD: Final = re.compile(r"[a-z0-9]+")
_SAYS_NOTHING: Final = frozenset(
    [
        "va",
        "cua",
        "cac",
        "cho",
        "ve",
        "tai",
        "theo",
        "trong",
        "tren",
        "voi",
        "de",
        "la",
        "mot",
        "nhung",
        "it",
        "nhat",
        "ngay",
        "thang",
        "nam",
        "truoc",
        "so",
        "khi",
        "duoc",
        "",
        "1",
    ]
)


class Passage(NamedTuple):
    """A paragraph of the document; `row` is the text of its table row, empty outside of tables."""

    paragraph: Paragraph
    text: str
    row: str

    def around(self, at: int) -> str:
        """The sentence or the item in which a character stands; in a table the whole row."""
        if self.row:
            return self.row
        cuts = [0, *(match.end() for match in _END.finditer(self.text)), len(self.text)]
        return next(
            (self.text[low:high] for low, high in pairwise(cuts) if low <= at < high),
            self.text,
        )


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


@lru_cache(4096)
def content_words(text: str) -> frozenset[str]:
    """The words that tell what a text is about, without their marks."""
    return frozenset(word.lstrip("0") for word in _WORD.findall(fold(text))) - _SAYS_NOTHING


def likeness(subject: str, context: str) -> float:
    """Which share of the words of `subject` stand in `context`."""
    wanted = content_words(subject)
    return len(wanted & content_words(context)) / len(wanted) if wanted else 0.0
