"""Take a saved web page, give the lines that a reader sees, and how many of the site's own were left out."""

from __future__ import annotations

from html.parser import HTMLParser

from kh_docs.planning.lines import Line, tidy
from kh_docs.planning.page_words import BLOCKS, CELLS, HIDDEN, SITES_OWN, SITES_WORDS, VOID

# A cell with more blocks than this is a column of the page, not a cell of a table.
_MOST_BLOCKS_OF_A_CELL = 12

_Found = tuple[int, str, bool, bool]


class _Page(HTMLParser):
    """Collects the text of each block; the cells of a row become one line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._line = 1
        self._open: list[str] = []
        # The blocks of the page, then of each cell we are in; the rows around those cells.
        self._frames: list[list[_Found]] = [[]]
        self._rows: list[list[list[_Found]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS or tag in CELLS or tag == "br":
            self._break()
        if tag in VOID:
            return
        if tag == "tr":
            self._rows.append([])
        elif tag in CELLS:
            self._frames.append([])
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        # Pages leave <p> and <li> open; they end with what is around them.
        while tag in self._open:
            inner = self._open.pop()
            if inner in BLOCKS or inner in CELLS:
                self._break()
            if inner in CELLS and len(self._frames) > 1:
                cell = self._frames.pop()
                (self._rows[-1] if self._rows else self._frames).append(cell)
            elif inner == "tr" and self._rows:
                self._frames[-1] += _row(self._rows.pop())
            if inner == tag:
                return

    def handle_data(self, data: str) -> None:
        if not HIDDEN.isdisjoint(self._open):
            return
        if data.strip() and not "".join(self._parts).strip():
            self._line = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
        self._parts.append(data.replace("\n", " "))

    def _break(self) -> None:
        text = tidy("".join(self._parts))
        self._parts.clear()
        if text:
            own = not SITES_OWN.isdisjoint(self._open)
            self._frames[-1].append((self._line, text, False, own))

    def blocks(self) -> list[_Found]:
        """All that was found, in the order of the page, once it was fed."""
        self.close()
        for tag in reversed(tuple(self._open)):
            self.handle_endtag(tag)
        self._break()
        return [block for frame in self._frames for block in frame]


def _row(cells: list[list[_Found]]) -> list[_Found]:
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or any(len(cell) > _MOST_BLOCKS_OF_A_CELL for cell in filled):
        return [block for cell in filled for block in cell]
    texts = (" ".join(text for _line, text, _row, _own in cell) for cell in cells)
    line, _text, _is_row, own = filled[0][0]
    return [(line, tidy(" | ".join(texts)), True, own)]


def page_lines(text: str) -> tuple[tuple[Line, ...], int]:
    """The page's lines by the line of the file, and the count of those that are the site's own."""
    page = _Page()
    page.feed(text)
    blocks = page.blocks()
    kept = [
        Line(number, line, row)
        for number, line, row, own in blocks
        if not own and not SITES_WORDS.match(line)
    ]
    return tuple(kept), len(blocks) - len(kept)
