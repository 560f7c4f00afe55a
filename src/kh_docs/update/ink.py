"""Our hand in a document: tracked insertions and deletions that Word can accept or reject one by one."""

from collections.abc import Iterable, Iterator
from itertools import count

from lxml.etree import Element as make

from kh_docs.update.blocks import AUTHOR
from kh_docs.word.xml import Element, W, first

# What stands in a paragraph beside its runs and prints nothing.
_PRINTS = frozenset(W + name for name in ("r", "sdt"))
_AFTER_MARK = frozenset(W + name for name in ("sectPr", "pPrChange"))


class Ink:
    """Numbers and dates what we write; `ids` are free in the document."""

    def __init__(self, date: str, first_id: int) -> None:
        self._date = date
        self._ids = count(first_id)

    def next_id(self) -> str:
        """An id that nothing in the document has."""
        return str(next(self._ids))

    def sign(self, name: str) -> Element:
        """An empty w:ins, w:del or w:comment of ours."""
        signed = {W + "id": self.next_id(), W + "author": AUTHOR, W + "date": self._date}
        return make(W + name, signed, nsmap={"w": W[1:-1]})

    def delete(self, nodes: Iterable[Element]) -> list[Element]:
        """Strike through runs and controls where they stand; neighbours are one deletion."""
        strokes = []
        for together in _neighbours(nodes):
            stroke = self.sign("del")
            together[0].addprevious(stroke)
            for node in together:
                stroke.append(node)
                strike(node)
            strokes.append(stroke)
        return strokes

    def insert(self, nodes: Iterable[Element]) -> Element:
        """Runs and controls as one insertion."""
        inserted = self.sign("ins")
        inserted.extend(nodes)
        return inserted

    def mark_paragraph(self, paragraph: Element, name: str) -> None:
        """Track the end of a paragraph as inserted (`ins`) or deleted (`del`)."""
        look = first(paragraph, W + "pPr")
        if look is None:
            look = make(W + "pPr")
            paragraph.insert(0, look)
        mark = first(look, W + "rPr")
        if mark is None:
            mark = make(W + "rPr")
            later = [each for each in look if each.tag in _AFTER_MARK]
            if later:
                later[0].addprevious(mark)
            else:
                look.append(mark)
        # The schema wants w:ins before w:del, and both before what the mark looks like.
        signs = [each for each in mark if each.tag == W + "ins"] if name == "del" else []
        mark.insert(len(signs), self.sign(name))

    def mark_row(self, row: Element, name: str) -> None:
        """Track a row as inserted (`ins`) or deleted (`del`)."""
        look = first(row, W + "trPr")
        if look is None:
            look = make(W + "trPr")
            before = first(row, W + "tblPrEx")
            row.insert(0 if before is None else 1, look)
        change = first(look, W + "trPrChange")
        if change is None:
            look.append(self.sign(name))
        else:
            change.addprevious(self.sign(name))

    def insert_whole(self, element: Element) -> Element:
        """A paragraph, table, row or control round paragraphs, all of it tracked as inserted."""
        for row in element.iter(W + "tr"):
            self.mark_row(row, "ins")
        for paragraph in element.iter(W + "p"):
            self.mark_paragraph(paragraph, "ins")
            for together in _neighbours(each for each in paragraph if each.tag in _PRINTS):
                inserted = self.sign("ins")
                together[0].addprevious(inserted)
                inserted.extend(together)
        return element

    def delete_whole(self, element: Element) -> Element:
        """A paragraph, table, row or control, all of it tracked as deleted."""
        for row in element.iter(W + "tr"):
            self.mark_row(row, "del")
        for paragraph in element.iter(W + "p"):
            self.mark_paragraph(paragraph, "del")
            self.delete(list(_printing(paragraph)))
        return element


def strike(node: Element) -> None:
    """Make the texts of a run, or of the runs in a control, deleted ones."""
    for text in node.iter(W + "t"):
        text.tag = W + "delText"
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for text in node.iter(W + "instrText"):
        text.tag = W + "delInstrText"


def _printing(owner: Element) -> Iterator[Element]:
    """Runs and controls that no one has deleted yet, also those inside links and her own insertions."""
    for node in owner:
        if node.tag in _PRINTS:
            yield node
        elif node.tag not in (W + "del", W + "pPr", W + "moveFrom"):
            yield from _printing(node)


def _neighbours(nodes: Iterable[Element]) -> list[list[Element]]:
    """Nodes in groups of direct neighbours."""
    groups: list[list[Element]] = []
    for node in nodes:
        if groups and node.getprevious() is groups[-1][-1]:
            groups[-1].append(node)
        else:
            groups.append([node])
    return groups
