"""Our hand in a document: tracked insertions and deletions that Word can accept or reject one by one."""

from collections.abc import Iterable, Iterator
from itertools import count

from kh_docs.update.blocks import AUTHOR
from kh_docs.word.revisions import mark_paragraph, mark_row, revision, strike
from kh_docs.word.xml import Element, W

# What stands in a paragraph beside its runs and prints nothing.
_PRINTS = frozenset(W + name for name in ("r", "sdt"))


class Ink:
    """Numbers and dates what we write; `ids` are free in the document."""

    def __init__(self, date: str, first_id: int) -> None:
        self._date = date
        self._ids = count(first_id)

    def next_id(self) -> str:
        """An id that nothing in the document has."""
        return str(next(self._ids))

    def sign(self, name: str) -> Element:
        """An empty w:ins or w:del of ours."""
        return revision(name, self.next_id(), AUTHOR, self._date)

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

    def insert_whole(self, element: Element) -> Element:
        """A paragraph, table, row or control round paragraphs, all of it tracked as inserted."""
        for row in _own(element, "tr"):
            mark_row(row, self.sign("ins"))
        for paragraph in _own(element, "p"):
            mark_paragraph(paragraph, self.sign("ins"))
            for together in _neighbours(each for each in paragraph if each.tag in _PRINTS):
                inserted = self.sign("ins")
                together[0].addprevious(inserted)
                inserted.extend(together)
        return element

    def delete_whole(self, element: Element) -> Element:
        """A paragraph, table, row or control, all of it tracked as deleted."""
        for row in _own(element, "tr"):
            mark_row(row, self.sign("del"))
        for paragraph in _own(element, "p"):
            mark_paragraph(paragraph, self.sign("del"))
            self.delete(list(_printing(paragraph)))
        return element


def _own(element: Element, name: str) -> list[Element]:
    """All w:`name` of a block but those of text boxes, which come and go with the run they hang on."""
    return [
        each for each in element.iter(W + name) if next(each.iterancestors(W + "txbxContent"), None) is None
    ]


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
