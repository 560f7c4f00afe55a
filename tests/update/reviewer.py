"""Accept and reject tracked changes as Word does, in code that shares nothing with ours."""

import random
import zipfile
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"


def sure(element: etree._Element | None) -> etree._Element:
    """An element that has to be there."""
    assert element is not None
    return element


def main_of(data: bytes) -> etree._Element:
    """The root of the main part."""
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(MAIN))


def with_main(data: bytes, root: etree._Element) -> bytes:
    """The same file with another main part."""
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return with_parts(data, {MAIN: xml})


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The same file with these parts changed or added."""
    source, target = zipfile.ZipFile(BytesIO(data)), BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, parts.get(name, source.read(name)))
        for name in parts.keys() - set(source.namelist()):
            archive.writestr(name, parts[name])
    return target.getvalue()


def accepted(data: bytes, author: str = "kh-docs") -> bytes:
    """The file after somebody has accepted all changes of one author."""
    return with_main(data, _resolved(main_of(data), author, keep="ins", drop="del"))


def rejected(data: bytes, author: str = "kh-docs") -> bytes:
    """The file after somebody has rejected all changes of one author."""
    return with_main(data, _resolved(main_of(data), author, keep="del", drop="ins"))


def decided(data: bytes, dice: random.Random) -> bytes:
    """The file after somebody has accepted some of our changes and rejected the others, block by block."""
    root = main_of(data)
    for block in root.find(W + "body"):
        if dice.random() < 0.5:
            for change in [
                each for each in block.iter(W + "ins", W + "del") if each.get(W + "author") == "kh-docs"
            ]:
                change.set(W + "author", "to reject")
    return rejected(accepted(with_main(data, root)), "to reject")


def _resolved(root: etree._Element, author: str, keep: str, drop: str) -> etree._Element:
    def of(name: str) -> list[etree._Element]:
        return [each for each in root.iter(W + name) if each.get(W + "author") == author]

    for row in list(root.iter(W + "tr")):
        marks = row.findall(f"{W}trPr/{W}{drop}")
        if any(mark.get(W + "author") == author for mark in marks):
            row.getparent().remove(row)
    for table in list(root.iter(W + "tbl")):
        if table.find(f".//{W}tr") is None:
            table.getparent().remove(table)
    marked = []
    for mark in of(drop):
        parent = mark.getparent()
        if parent.tag == W + "rPr" and parent.getparent().tag == W + "pPr":
            marked.append(parent.getparent().getparent())
            parent.remove(mark)
    for mark in of(drop):
        mark.getparent().remove(mark)
    for mark in of(keep):
        parent = mark.getparent()
        place = parent.index(mark)
        for child in list(mark):
            parent.insert(place, child)
            place += 1
            for text in child.iter(W + "delText"):
                if not any(up.tag == W + "del" for up in text.iterancestors()):
                    text.tag = W + "t"
        parent.remove(mark)
    for paragraph in reversed(marked):
        _join_with_next(paragraph)
    return root


def _join_with_next(paragraph: etree._Element) -> None:
    """A paragraph whose mark is gone goes on in the next one; alone in its cell it has to stay."""
    parent, content = paragraph.getparent(), [each for each in paragraph if each.tag != W + "pPr"]
    following = paragraph.getnext()
    while following is not None and following.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
        following = following.getnext()
    if following is not None and following.tag == W + "p":
        place = 1 if following.find(W + "pPr") is not None else 0
        for each in reversed(content):
            following.insert(place, each)
        parent.remove(paragraph)
        return
    alone = parent.tag == W + "tc" and len(parent.findall(W + "p")) == 1
    if not alone and not "".join(map(str, paragraph.itertext(W + "t"))):
        parent.remove(paragraph)


def lines(data: bytes, *, all_accepted: bool = True) -> list[str]:
    """Each paragraph of the text on a line, in the order printed; deleted text left out."""
    said = []
    for paragraph in main_of(data).iter(W + "p"):
        row = next(paragraph.iterancestors(W + "tr"), None)
        if all_accepted and row is not None and row.find(f"{W}trPr/{W}del") is not None:
            continue
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
        text = ""
        for node in paragraph.iter(W + "t", W + "tab", W + "br"):
            if node.getparent().tag == W + "r":
                text += {W + "tab": "\t", W + "br": "\n"}.get(node.tag) or node.text or ""
        if text or not (all_accepted and mark is not None):
            said.append(text)
    return said
