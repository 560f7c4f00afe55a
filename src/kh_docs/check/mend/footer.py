"""Mend a page number at the foot of the page: its footer becomes the header."""

import posixpath

from kh_docs.check.anatomy import Anatomy
from kh_docs.word.document import Paragraph
from kh_docs.word.package import Package
from kh_docs.word.xml import PKG, Element, R, W, val

_CONTENT_TYPES = "[Content_Types].xml"
_BESIDE_NUMBER = frozenset("0123456789-–—/ \t\n")


def mend_footers(anatomy: Anatomy, package: Package) -> None:
    """Turn each footer that holds nothing but the page number into a header, where no header stands yet."""
    for section in anatomy.document.sections:
        for reference in section.element.findall(W + "footerReference"):
            kind = val(reference, "type") or "default"
            if kind == "first" or not _is_number_only(section.footers.get(kind, [])):
                continue
            if not is_empty(section.headers.get(kind, [])):
                continue
            for old in section.element.findall(W + "headerReference"):
                if val(old, "type") == kind:
                    section.element.remove(old)
            reference.tag = W + "headerReference"
            section.element.remove(reference)
            section.element.insert(0, reference)
            _retype(package, reference.get(R + "id", ""))


def _is_number_only(story: list[Paragraph]) -> bool:
    has_number = any(field.code.split()[:1] == ["PAGE"] for paragraph in story for field in paragraph.fields)
    return has_number and all(
        _BESIDE_NUMBER.issuperset(p.raw) and not p.has_object and not p.boxes for p in story
    )


def is_empty(story: list[Paragraph]) -> bool:
    """Whether a header or footer prints nothing."""
    return all(p.is_blank and not p.fields and not p.boxes for p in story)


def _retype(package: Package, link_id: str) -> None:
    """Say in the part, in its relationship and in the content types that it is a header now."""
    if link_id not in package.links:  # a reference that leads nowhere
        return
    target = package.links[link_id][1]
    root = package.root(target)
    if root is not None:
        root.tag = W + "hdr"
    folder, name = posixpath.split(package.main)
    for link in _children(package, posixpath.join(folder, "_rels", name + ".rels")):
        if link.tag == PKG + "Relationship" and link.get("Id") == link_id:
            link.set("Type", link.get("Type", "").replace("/footer", "/header"))
    for part in _children(package, _CONTENT_TYPES):
        if part.get("PartName") == "/" + target:
            part.set("ContentType", part.get("ContentType", "").replace(".footer+xml", ".header+xml"))


def _children(package: Package, name: str) -> list[Element]:
    root = package.root(name)
    return list(root) if root is not None else []
