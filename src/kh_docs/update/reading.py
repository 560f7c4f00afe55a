"""Read a main part into blocks: what is a paragraph, a row, an answer of several paragraphs."""

from collections.abc import Iterator

from kh_docs.update.blocks import CELL, MARK, Block, Body, Place
from kh_docs.update.flow import tag_of, text_of
from kh_docs.word.xml import Element, W, val


def read_body(data: bytes, root: Element) -> Body:
    """The blocks of a main part, given as bytes and as parsed from them."""
    body = root.find(W + "body")
    assert body is not None  # a main part without is refused before
    return Body(data, root, _Reader().blocks(body, Place()))


class _Reader:
    def __init__(self) -> None:
        self.paragraphs = 0
        self.tables = 0

    def blocks(self, owner: Element, place: Place) -> list[Block]:
        found: list[Block] = []
        for element in owner:
            if element.tag == W + "p":
                found.append(self._text(element, [element], place))
            elif element.tag == W + "tbl":
                found.append(self._table(element))
            elif element.tag == W + "sdt":
                content = element.find(W + "sdtContent")
                inner = [] if content is None else list(content)
                if inner and all(each.tag == W + "p" for each in inner):
                    found.append(self._text(element, inner, place))
                elif content is not None:
                    found += self.blocks(content, place)
            elif element.tag in (W + "customXml", W + "ins", W + "moveTo"):
                found += self.blocks(element, place)
        return found

    def _text(self, element: Element, paragraphs: list[Element], place: Place) -> Block:
        self.paragraphs += 1
        said = "\n".join([text_of(paragraph) for paragraph in paragraphs])
        mark = paragraphs[0].find(f"{W}pPr/{W}rPr/{W}del") if len(paragraphs) == 1 else None
        return Block(
            "text",
            element,
            place._replace(paragraph=self.paragraphs),
            said,
            paragraphs=paragraphs,
            tags=_tags(element) if said else (),
            marks=_marks(element) if said else (),
            gone=mark is not None and not said,
        )

    def _table(self, element: Element) -> Block:
        self.tables += 1
        table = self.tables
        rows = [
            self._row(row, Place(0, table, number)) for number, row in enumerate(_within(element, "tr"), 1)
        ]
        return Block(
            "table",
            element,
            Place(0, table),
            "\n".join(row.said for row in rows),
            rows=rows,
            tags=tuple(tag for row in rows for tag in row.tags),
            marks=tuple(mark for row in rows for mark in row.marks),
            gone=bool(rows) and all(row.gone for row in rows),
        )

    def _row(self, element: Element, place: Place) -> Block:
        cells = [
            self.blocks(cell, place._replace(cell=number))
            for number, cell in enumerate(_within(element, "tc"), 1)
        ]
        return Block(
            "row",
            element,
            place,
            CELL.join("\n".join(block.said for block in cell) for cell in cells),
            cells=cells,
            tags=tuple(tag for cell in cells for block in cell for tag in block.tags),
            marks=tuple(mark for cell in cells for block in cell for mark in block.marks),
            gone=element.find(f"{W}trPr/{W}del") is not None,
        )


def _within(owner: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those that a control or a mark stands round."""
    for element in owner:
        if element.tag == W + name:
            yield element
        elif element.tag == W + "sdt":
            content = element.find(W + "sdtContent")
            yield from _within(content, name) if content is not None else ()
        elif element.tag in (W + "customXml", W + "ins"):
            yield from _within(element, name)


def _tags(element: Element) -> tuple[str, ...]:
    controls = element.iter(W + "sdt")
    return tuple(tag for control in controls if (tag := tag_of(control)))


def _marks(element: Element) -> tuple[str, ...]:
    names = (val(each, "name") or "" for each in element.iter(W + "bookmarkStart"))
    return tuple(name for name in names if name.startswith(MARK))
