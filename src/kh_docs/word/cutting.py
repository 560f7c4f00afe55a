"""Cut a part into its blocks, paragraphs of the text and rows of tables, without parsing it."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.patterns import re

ROW, ROW_END, PARAGRAPH_END = b"<w:tr>", b"</w:tr>", b"</w:p>"
# How a block begins.
BLOCK = re.compile(rb"<w:(?:tr|p)[ >]")


class Cut(NamedTuple):
    """A part as it was written, and its pieces, which may be those from before its blocks were marked."""

    written: bytes
    pieces: list[bytes]


def cut(content: bytes) -> list[bytes]:
    """The pieces of `content` in order: what is between blocks, a block, what is between, …, so that every
    second one is a block and the first and the last are none."""
    pieces: list[bytes] = []
    done = 0
    while block := BLOCK.search(content, done):
        start = block.start()
        # Rows follow one another, and a paragraph in a row is no block of its own.
        tag = ROW_END if content[start + 3] == 116 else PARAGRAPH_END
        end = content.find(tag, start)
        if end < 0:
            break
        end += len(tag)
        pieces += (content[done:start], content[start:end])
        done = end
    pieces.append(content[done:])
    return pieces
