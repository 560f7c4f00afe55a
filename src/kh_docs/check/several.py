"""Tell the documents of one file from each other: each begins with its Quốc hiệu."""

from kh_docs.check.words import QUOC_HIEU, QUOC_HIEU_LETTERS, letters
from kh_docs.word.document import Block, Document, Paragraph, walk

_LAST_WORDS = QUOC_HIEU[-len("VIỆT NAM") :]
# The agency's names may stand in paragraphs of their own above Quốc hiệu.
_MOST_LINES_ABOVE = 4


def later_heads(blocks: list[Block]) -> list[int]:
    """Where each document but the first begins."""
    heads = [index for index, block in enumerate(blocks) if _holds_quoc_hieu(block)]
    return [_with_lines_above(blocks, head) for head in heads[1:]]


def part(document: Document, start: int, end: int | None) -> Document:
    """One document of several; what belongs to the whole file stays with the first."""
    return Document(document.blocks[start:end], document.sections, [], document.even_and_odd, False)


def _holds_quoc_hieu(block: Block) -> bool:
    """Whether a line of it is Quốc hiệu, the name of the agency beside it or not."""
    return any(map(is_quoc_hieu, walk([block])))


def is_quoc_hieu(paragraph: Paragraph) -> bool:
    """Whether a paragraph is, or ends with, Quốc hiệu."""
    return _LAST_WORDS in paragraph.text and letters(paragraph.text).endswith(QUOC_HIEU_LETTERS)


def _with_lines_above(blocks: list[Block], head: int) -> int:
    start = head
    for index in range(head - 1, max(head - 1 - _MOST_LINES_ABOVE, -1), -1):
        block = blocks[index]
        if not isinstance(block, Paragraph) or not block.text.isupper() or block.ends_section:
            break
        start = index
    return start
