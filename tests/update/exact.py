"""Everything a document holds, in a form in which two files are equal where Word would show them equal."""

from copy import deepcopy
from typing import TypeAlias

from lxml import etree

from .clerk import make
from .reviewer import W, main_of

Line: TypeAlias = tuple[int, str, str]

# Marks of programs, and what a comment of ours leaves.
MARKS = tuple(
    W + name
    for name in (
        *("proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd"),
        *("commentRangeStart", "commentRangeEnd"),
    )
)
# What a control into which our text came is no more, also when that is rejected: Word does not track it.
LOOSE = tuple(W + name for name in ("showingPlcHdr", "text", "richText", "lock"))
LOOKS = ("pPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr")


def exact(data: bytes) -> list[Line]:
    """How deep, what, and what it says, element by element; runs of one look are one."""
    root = main_of(data)
    for mark in list(root.iter(*MARKS)):
        mark.getparent().remove(mark)
    for reference in list(root.iter(W + "commentReference")):
        reference.getparent().getparent().remove(reference.getparent())
    for loose in list(root.iter(*LOOSE)):
        if loose.getparent().tag == W + "sdtPr":
            loose.getparent().remove(loose)
    for control in list(root.iter(W + "sdt")):
        put_in_line(control)
    for look in [*root.iter(W + "rPr"), *root.iter(W + "pPr", W + "trPr")]:
        if not len(look):
            look.getparent().remove(look)
    lines: list[Line] = []
    add(root, 0, lines)
    return lines


def put_in_line(control: etree._Element) -> None:
    """A control round one paragraph counts as standing in it."""
    content = control.find(W + "sdtContent")
    if content is None or len(content) != 1 or content[0].tag != W + "p":
        return
    paragraph = content[0]
    inner = make("sdtContent", *[each for each in paragraph if each.tag != W + "pPr"])
    paragraph.append(make("sdt", *map(deepcopy, control.findall(W + "sdtPr")), inner))
    control.getparent().replace(control, paragraph)


def add(owner: etree._Element, depth: int, lines: list[Line]) -> None:
    joined = ""
    for child in owner:
        name = etree.QName(child).localname
        if name == "r":
            look = child.find(W + "rPr")
            kind = f"r {plain(look) if look is not None else ''}"
            said = "".join(
                (each.text or "")
                if each.tag in (W + "t", W + "delText")
                else f"<{etree.QName(each).localname}>"
                for each in child
                if each.tag != W + "rPr"
            )
            if joined == kind:
                lines[-1] = (depth, kind, lines[-1][2] + said)
            elif said:
                lines.append((depth, kind, said))
                joined = kind
            continue
        joined = ""
        if name in LOOKS:
            lines.append((depth, name, plain(child)))
        else:
            lines.append((depth, name, str(sorted(each for each in child.items() if "rsid" not in each[0]))))
            add(child, depth + 1, lines)


def plain(look: etree._Element) -> str:
    return etree.tostring(look, method="c14n", exclusive=True).decode()
