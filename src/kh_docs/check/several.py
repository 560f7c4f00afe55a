"""Tell the documents of one file from each other: each begins with its Quốc hiệu, or is attached to one."""

from kh_docs.check.words import ATTACHED, QUOC_HIEU, QUOC_HIEU_LETTERS, RECIPIENTS, fold, letters
from kh_docs.word.document import Block, Document, Paragraph, walk

_LAST_WORDS = QUOC_HIEU[-len("VIỆT NAM") :]
# The agency's names may stand in paragraphs of their own above Quốc hiệu.
_MOST_LINES_ABOVE = 4
_MOST_BLOCKS_OF_A_TITLE = 20
_MOST_LETTERS_OF_A_HEAD = 800
# Of what a list of recipients begins with.
_FIRST_LETTERS = ("N", "n")
# What is issued by another document and is no list, no form.
_TEXTS = tuple(
    map(fold, ("Quy chế", "Quy định", "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án"))
)


def later_heads(blocks: list[Block]) -> list[int]:
    """Where each document but the first begins."""
    heads = [index for index, block in enumerate(blocks) if _holds_quoc_hieu(block)]
    # One that was begun without Quốc hiệu has its text above the first.
    later = heads if heads and _is_text(blocks[: heads[0]]) else heads[1:]
    return [_with_lines_above(blocks, head) for head in later]


def _is_text(blocks: list[Block]) -> bool:
    """Whether more stands here than the head of a document."""
    return sum(len(each.text) for each in walk(blocks)) > _MOST_LETTERS_OF_A_HEAD


def part(document: Document, start: int, end: int | None) -> Document:
    """One document of several; what belongs to the whole file stays with the first."""
    return Document(document.blocks[start:end], document.sections, [], document.even_and_odd, False)


def _holds_quoc_hieu(block: Block) -> bool:
    """Whether a line of it is Quốc hiệu, the name of the agency beside it or not."""
    if isinstance(block, Paragraph) and not block.boxes:
        return is_quoc_hieu(block)
    return any(map(is_quoc_hieu, walk([block])))


def is_quoc_hieu(paragraph: Paragraph) -> bool:
    """Whether a paragraph is, or ends with, Quốc hiệu."""
    return _LAST_WORDS in paragraph.text and letters(paragraph.text).endswith(QUOC_HIEU_LETTERS)


def attached_text(blocks: list[Block]) -> int | None:
    """Where a text of its own begins behind the signature: “HƯỚNG DẪN … (Kèm theo Công văn số …)”.

    It has articles and annexes of its own; a list “(Kèm theo …)” has not.
    """
    signed = next((at for at, block in enumerate(blocks) if _holds_recipients(block)), len(blocks))
    for at in range(signed + 1, len(blocks)):
        block = blocks[at]
        if isinstance(block, Paragraph) and block.text and ATTACHED.match(fold(block.text)):
            start = _title_above(blocks, at)
            return start if start is not None and start > signed else None
    return None


def _holds_recipients(block: Block) -> bool:
    return any(
        RECIPIENTS.match(fold(each.text[:60])) for each in walk([block]) if each.text[:1] in _FIRST_LETTERS
    )


def _title_above(blocks: list[Block], note: int) -> int | None:
    """Where the lines in capitals above a note begin, if one of them names a text of its own."""
    start, named = note, False
    for at in range(note - 1, max(note - 1 - _MOST_BLOCKS_OF_A_TITLE, -1), -1):
        block = blocks[at]
        if not isinstance(block, Paragraph):
            break
        if not block.text:
            continue
        if not block.text.isupper():
            break
        start, named = at, named or fold(block.text).startswith(_TEXTS)
    return start if named else None


def _with_lines_above(blocks: list[Block], head: int) -> int:
    start = head
    for index in range(head - 1, max(head - 1 - _MOST_LINES_ABOVE, -1), -1):
        block = blocks[index]
        if not isinstance(block, Paragraph) or not block.text.isupper() or block.ends_section:
            break
        start = index
    return start
