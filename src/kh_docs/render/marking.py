"""Hidden bookmarks at the blocks of a document, by which they are known again after other programs.

Paragraph ids and style ids do not outlive LibreOffice or WPS; bookmarks do, and one whose name begins with _
is never shown. The name follows from what the block says, so that a block with nothing new keeps its name.
"""

from __future__ import annotations

import re
import zlib

MAIN = "word/document.xml"
_MARK = b'<w:bookmarkStart w:id="%d" w:name="_kh_%08x%s"/><w:bookmarkEnd w:id="%d"/>'
_BLOCK = re.compile(rb"<w:(tr|p)[ >]")
_ENDS = {b"tr": b"</w:tr>", b"p": b"</w:p>"}
_PROPERTIES_END = b"</w:pPr>"


def marked(name: str, content: bytes) -> bytes:
    """The part `name` of a document; the main one with a bookmark in each paragraph and table row."""
    return _marked(content) if name == MAIN else content


def _marked(content: bytes) -> bytes:
    used: dict[int, int] = {}
    pieces: list[bytes] = []
    done = end = 0
    while block := _BLOCK.search(content, end):
        start, end = block.start(), content.find(_ENDS[block[1]], block.end())
        # What prints nothing gets no mark: LibreOffice would spoil it.
        text = content.find(b"</w:t>", start, end)
        place = content.rfind(_PROPERTIES_END, start, text)
        if text < 0 or place < 0:
            continue
        said = zlib.crc32(content[start:end])
        times = used[said] = used.get(said, 0) + 1
        number = len(pieces) // 2 + 1
        place += len(_PROPERTIES_END)
        pieces += (content[done:place], _MARK % (number, said, b"_%d" % times if times > 1 else b"", number))
        done = place
    return b"".join([*pieces, content[done:]])
