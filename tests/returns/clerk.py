"""Fill a form as people do: in the control, beside it, over it, with changes tracked."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from kh_docs.word.controls import controls_of
from kh_docs.word.package import open_package
from kh_docs.word.plain import plain_text
from kh_docs.word.xml import Element, W

WAYS = ("inside", "beside", "over", "tracked")


class Form:
    """A form that is being filled in."""

    def __init__(self, content: bytes) -> None:
        self.package = open_package(content)
        root = self.package.root(self.package.main)
        assert root is not None
        self.root = root

    def fill(self, tag: str, text: str, way: str = "inside") -> None:
        control = self.control(tag)
        if way == "inside":
            self._prompt_gone(control)
            self._put(control, _run(text))
        elif way == "beside":
            control.addnext(_typed(control, text))
        elif way == "over":
            control.addnext(_typed(control, text))
            parent = control.getparent()
            assert parent is not None
            parent.remove(control)
        else:
            self._prompt_gone(control)
            author = {W + "author": "A", W + "date": "2024-06-01T00:00:00Z"}
            inserted = etree.Element(W + "ins", {W + "id": "9", **author})
            inserted.append(_run(text))
            deleted = etree.Element(W + "del", {W + "id": "8", **author})
            old = _run("777")
            old[0].tag = W + "delText"
            deleted.append(old)
            self._put(control, deleted, inserted)

    def type_in(self, code: str, column: int, text: str) -> None:
        """Into a cell of the row with this code, where the form has no control."""
        rows = (row.findall(W + "tc") for row in self.root.iter(W + "tr"))
        cell = next(cells[column] for cells in rows if cells and plain_text(cells[0]).strip() == code)
        next(cell.iter(W + "p")).append(_run(text))

    def control(self, tag: str) -> Element:
        return next(control.element for control in controls_of(self.root) if control.tag == tag)

    def row(self, tag: str) -> Element:
        return next(self.control(tag).iterancestors(W + "tr"))

    def copy_row(self, tag: str) -> None:
        row = self.row(tag)
        row.addnext(deepcopy(row))

    def delete_row(self, tag: str) -> None:
        row = self.row(tag)
        parent = row.getparent()
        assert parent is not None
        parent.remove(row)

    def move_row(self, tag: str) -> None:
        """To the end of its table, before the line that ends it."""
        row = self.row(tag)
        parent = row.getparent()
        assert parent is not None
        rows = parent.findall(W + "tr")
        rows[-2].addnext(row)

    def tags(self) -> list[str]:
        """What can be filled in: all that shows its prompt."""
        return [control.tag for control in controls_of(self.root) if control.placeholder]

    def all_tags(self) -> set[str]:
        return {control.tag for control in controls_of(self.root)}

    def titles(self) -> dict[str, str]:
        """What sections are called, by the tags of their controls."""
        blocks = (control for control in controls_of(self.root) if control.level == "block")
        return {control.tag: control.alias for control in blocks}

    def drop_controls(self) -> None:
        """As LibreOffice 7.4 does on the way through .odt: their words stay, prompts as if typed."""
        for control in list(self.root.iter(W + "sdt")):
            content = control.find(W + "sdtContent")
            parent = control.getparent()
            assert content is not None
            assert parent is not None
            at = parent.index(control)
            parent[at : at + 1] = list(content)

    def drop_tags(self) -> None:
        """As LibreOffice 7.4 does."""
        for properties in list(self.root.iter(W + "sdtPr")):
            for child in list(properties):
                if child.tag in (W + "tag", W + "showingPlcHdr"):
                    properties.remove(child)

    def saved(self) -> bytes:
        return self.package.to_bytes()

    def _prompt_gone(self, control: Element) -> None:
        for mark in list(control.iter(W + "showingPlcHdr")):
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)

    def _put(self, control: Element, *pieces: Element) -> None:
        content = next(control.iter(W + "sdtContent"))
        # A block control holds a paragraph, and that its runs.
        home = next(content.iter(W + "p"), content)
        for child in list(home):
            if child.tag != W + "pPr":
                home.remove(child)
        home.extend(pieces)


def _run(text: str) -> Element:
    run = etree.Element(W + "r")
    etree.SubElement(run, W + "t").text = text
    return run


def _typed(control: Element, text: str) -> Element:
    """What somebody types where the control stands: a run, or a paragraph where it holds paragraphs."""
    if next(control.iterancestors(W + "p"), None) is not None:
        return _run(text)
    paragraph = etree.Element(W + "p")
    paragraph.append(_run(text))
    return paragraph
