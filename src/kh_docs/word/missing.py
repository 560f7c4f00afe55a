"""What a .docx names and does not hold: Word calls it unreadable, or leaves out a header without a word."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from kh_docs.word.refused import Foreign
from kh_docs.word.xml import PKG, Element, R, W, parse

# A place in the file itself.
_PLACES = ("#", "NULL")
_NOTES = ("footnote", "endnote")


def missing_parts(parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    """Links to parts that are not there, and uses of links that are not there."""
    roots = {name: parse(data, name) for name, data in parts.items() if name.endswith(".xml")}
    for name, root in roots.items():
        yield from _missing(name, root, parts)
        for kind in _NOTES:
            used = _numbers(root, f"{kind}Reference")
            if used and (lost := used - {each for other in roots.values() for each in _numbers(other, kind)}):
                yield from (Foreign("missing", name, f"{kind} {number}") for number in sorted(lost))


def _numbers(root: Element, kind: str) -> set[str]:
    return {each.get(f"{W}id", "") for each in root.iter(f"{W}{kind}")}


def _missing(name: str, root: Element, parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    folder, _slash, file = name.rpartition("/")
    links = posixpath.join(folder, "_rels", f"{file}.rels")
    held: set[str] = set()
    for link in parse(parts[links], links).iterfind(PKG + "Relationship") if links in parts else ():
        held.add(link.get("Id", ""))
        target = link.get("Target") or ""
        if (link.get("TargetMode") or "").lower() == "external" or target.startswith(_PLACES):
            continue
        path = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
        )
        if path not in parts:
            yield Foreign("missing", links, target)
    used = {
        str(value)
        for element in root.iter(etree.Element)
        for key, value in element.items()
        if str(key).startswith(R) and value
    }
    yield from (Foreign("missing", name, each) for each in sorted(used - held))
