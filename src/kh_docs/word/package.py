"""The parts of one .docx, each parsed once, found by its relationship, added to and written again."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from lxml import etree

from kh_docs.word.allowed import refuse_foreign
from kh_docs.word.archive import read_archive
from kh_docs.word.refused import Refused
from kh_docs.word.writer import rewritten
from kh_docs.word.xml import CT, PKG, Element, W, default_namespace, is_strict, parse, to_bytes

# Main parts are mostly larger and never twice the same.
_MOST_SHARED_BYTES: Final = 64 * 1024
_TYPES: Final = "[Content_Types].xml"


class PartKind(NamedTuple):
    """What a new part is called, and what the package says of it."""

    name: str
    link_type: str
    content_type: str


class Package:
    """The parts of one document; `only_reading` lets documents share what they have alike."""

    def __init__(self, parts: Mapping[str, bytes], only_reading: bool = False) -> None:
        self.parts = parts
        self._only_reading = only_reading
        self.roots: dict[str, Element] = {}
        self.main = self._main_name()
        self.links = self.links_of(self.main)

    def _main_name(self) -> str:
        for kind, target in self.links_of("").values():
            if kind == "officeDocument":
                if target not in self.parts:
                    break
                root = self.root(target)
                if root is None or root.tag != W + "document":
                    raise Refused("other office file")
                return target
        raise Refused("no main part")

    @property
    def is_strict(self) -> bool:
        """Whether the document is in the strict dialect: it is read, and must not be written."""
        return is_strict(self.parts[self.main])

    def links_of(self, source: str) -> dict[str, tuple[str, str]]:
        """Relationship id -> (kind, part name)."""
        folder, _name = posixpath.split(source)
        root = self.root(links_name(source))
        links: dict[str, tuple[str, str]] = {}
        for link in root.iterfind(PKG + "Relationship") if root is not None else ():
            if link.get("TargetMode") != "External":
                target = link.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                kind = link.get("Type", "").rsplit("/", 1)[-1]
                links[link.get("Id", "")] = kind, posixpath.normpath(path)
        return links

    def root(self, name: str) -> Element | None:
        """The parsed part, or `None` when there is none of that name."""
        if name not in self.roots:
            data = self.parts.get(name)
            if data is None:
                return None
            # Documents of one office differ in little but the main part; what is not changed can be shared.
            shared = self._only_reading and len(data) < _MOST_SHARED_BYTES
            self.roots[name] = _parse_once(data, name) if shared else parse(data, name)
        return self.roots[name]

    def linked(self, kind: str) -> Element | None:
        """The first part of this kind that the main part links to."""
        name = self.name_of(kind)
        return None if name is None else self.root(name)

    def name_of(self, kind: str) -> str | None:
        """The name of the first part of this kind that the main part links to."""
        return next((target for link_kind, target in self.links.values() if link_kind == kind), None)

    def add_part(self, kind: PartKind, root: Element) -> str:
        """Put a new part beside the main one and link it there; the id of the relationship."""
        folder, _main = posixpath.split(self.main)
        names = {*self.parts, *self.roots}
        stem, dot, ending = kind.name.rpartition(".")
        free = (f"{stem}{n or ''}{dot}{ending}" for n in range(len(names) + 1))
        target = next(name for name in free if posixpath.join(folder, name) not in names)
        path = posixpath.join(folder, target)
        links, types = self._links_root(), self.root(_TYPES)
        assert types is not None  # read_archive refuses a package without
        self.roots[path] = root
        override = {"PartName": "/" + path, "ContentType": kind.content_type}
        etree.SubElement(types, CT + "Override", override)
        link_id = next(each for n in range(len(links) + 1) if (each := f"rIdNew{n}") not in self.links)
        relation = {"Id": link_id, "Type": kind.link_type, "Target": target}
        etree.SubElement(links, PKG + "Relationship", relation)
        self.links[link_id] = kind.link_type.rsplit("/", 1)[-1], path
        return link_id

    def _links_root(self) -> Element:
        name = links_name(self.main)
        if self.root(name) is None:
            self.roots[name] = etree.Element(PKG + "Relationships", nsmap=default_namespace(PKG))
        return self.roots[name]

    def changed_parts(self) -> dict[str, bytes]:
        """The parts that no longer say what the file says, as they are to be written."""
        return {
            name: to_bytes(root)
            for name, root in self.roots.items()
            if name not in self.parts or etree.tostring(root) != etree.tostring(parse(self.parts[name], name))
        }

    def to_bytes(self) -> bytes:
        """The whole file again: what was changed is written, every other part stays byte for byte.

        `Refused` where it holds something that must not be handed on.
        """
        refuse_foreign(self.parts)
        return rewritten(self.parts, self.changed_parts())


def open_package(data: bytes) -> Package:
    """The package in these bytes, to be read and changed; `Refused` for what is none or not safe."""
    return Package(read_archive(data))


def links_name(source: str) -> str:
    """The part that holds the relationships of `source`; of the package itself for an empty name."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", name + ".rels")


@lru_cache(32)
def _parse_once(data: bytes, name: str) -> Element:
    return parse(data, name)
