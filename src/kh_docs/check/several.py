"""Where the next document begins in a file that holds more than one."""

from kh_docs.check.words import QUOC_HIEU, QUOC_HIEU_LETTERS, letters
from kh_docs.word.document import Block, walk

_LAST_WORDS = QUOC_HIEU[-len("VIỆT NAM") :]


def next_head(blocks: list[Block]) -> int | None:
    """The block with the second Quốc hiệu; `None` where one document is all."""
    heads = [index for index, block in enumerate(blocks) if _holds_quoc_hieu(block)]
    return heads[1] if len(heads) > 1 else None


def _holds_quoc_hieu(block: Block) -> bool:
    """Whether a line of it is Quốc hiệu, the name of the agency beside it or not."""
    return any(
        _LAST_WORDS in paragraph.text and letters(paragraph.text).endswith(QUOC_HIEU_LETTERS)
        for paragraph in walk([block])
    )
