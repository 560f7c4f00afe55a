"""What may be in a .docx that goes on to others: known kinds of parts, links and fields, and nothing else.

Lists of what is allowed: of what is dangerous there is always one more. Names are compared without case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from kh_docs.patterns import re
from kh_docs.word.field_codes import field_codes
from kh_docs.word.refused import Foreign, Refused
from kh_docs.word.xml import CT, PKG, Element, R, W, parse

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_WORD: Final = _OFFICE + "wordprocessingml."
_PARTS: Final = {
    "application/vnd.openxmlformats-package.relationships+xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    "application/xml",
    _OFFICE + "extended-properties+xml",
    _OFFICE + "custom-properties+xml",
    _OFFICE + "customxmlproperties+xml",
    _OFFICE + "theme+xml",
    "application/vnd.ms-word.stylesWithEffects+xml".lower(),
    *(
        f"{_WORD}{name}+xml"
        for name in (
            *("document.main", "document.glossary", "styles", "settings", "websettings", "header", "footer"),
            *("footnotes", "endnotes", "fonttable", "numbering", "comments", "commentsextended"),
            *("commentsids", "commentsextensible", "people"),
        )
    ),
    *(f"image/{name}" for name in ("png", "jpeg", "jpg", "gif", "bmp", "tiff", "x-emf", "x-wmf", "emf")),
}
# Passive too, and common in documents of offices; a template needs none of them.
_MORE_PARTS: Final = {
    _OFFICE + "obfuscatedfont",
    "application/x-fontdata",
    *(f"{_OFFICE}drawingml.{name}+xml" for name in (
        "chart", "chartshapes", "diagramdata", "diagramlayout", "diagramstyle", "diagramcolors",
    )),
    *(f"application/vnd.ms-office.{name}+xml" for name in (
        "drawingml.diagramdrawing", "chartstyle", "chartcolorstyle",
    )),
    _OFFICE + "spreadsheetml.sheet",
    "image/svg+xml",
}  # fmt: skip
_LINKS: Final = {
    *("officedocument", "core-properties", "extended-properties", "custom-properties", "thumbnail"),
    *("styles", "settings", "websettings", "header", "footer", "footnotes", "endnotes", "comments"),
    *("commentsextended", "commentsids", "commentsextensible", "people", "fonttable", "numbering", "theme"),
    *("glossarydocument", "image", "hyperlink", "customxml", "customxmlprops", "styleswitheffects"),
}
_MORE_LINKS: Final = {
    *("font", "chart", "chartuserShapes".lower(), "diagramdata", "diagramlayout", "diagramquickstyle"),
    *("diagramcolors", "diagramdrawing", "chartstyle", "chartcolorstyle", "package"),
}
_FIELDS: Final = {
    *("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "REF", "PAGEREF", "NOTEREF", "TOC", "TC", "SEQ"),
    *("STYLEREF", "HYPERLINK", "SYMBOL", "EQ", "=", "TITLE", "SUBJECT"),
    *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
}
_MORE_FIELDS: Final = {
    *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "AUTHOR", "FILENAME", "DOCPROPERTY"),
    *("XE", "INDEX", "MERGEFIELD", "NUMWORDS", "NUMCHARS", "LISTNUM"),
    *("BIBLIOGRAPHY", "CITATION", "COMMENTS", "KEYWORDS"),
    *("IF", "QUOTE", "LASTSAVEDBY", "EDITTIME", "REVNUM", "USERNAME", "TA", "TOA", "AUTONUM", "ADVANCE"),
}
_TARGETS: Final = re.compile(r"(https?|mailto):|#", re.IGNORECASE)
_ANY_TARGET: Final = re.compile("")
# What only follows a link when somebody clicks.
_FOLLOWS: Final = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}
_ELEMENTS: Final = {
    W + name for name in ("altChunk", "mailMerge", "subDoc", "control", "frameset", "object", "movie")
}
_MICROSOFT: Final = "{urn:schemas-microsoft-com:"
_FETCHES: Final = ("src", "href", "althref")
_FETCHING: Final = re.compile(r"\{urn:schemas-microsoft-com:[^}]*\}(src|href|althref)$")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAMS: Final = (_OLE, b"MZ", b"\x7fELF", b"#!")
_ENCODING: Final = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_XML: Final = (".xml", ".rels")


def foreign_to_layout(parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    """What must not be in a template: it would come into every document."""
    return _foreign(parts, _PARTS, _LINKS, _FIELDS, _TARGETS)


def foreign_to_document(parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    """What must not be in a document that we write on and hand out again."""
    more = _PARTS | _MORE_PARTS, _LINKS | _MORE_LINKS, _FIELDS | _MORE_FIELDS
    return _foreign(parts, *more, _ANY_TARGET)


def refuse_foreign(parts: Mapping[str, bytes]) -> None:
    """Refuse to write on a document that holds something we must not hand on."""
    if (found := next(foreign_to_document(parts), None)) is not None:
        raise Refused("foreign", f"{found.part}: {found.what} {found.about}", found)


def _foreign(
    parts: Mapping[str, bytes], kinds: set[str], links: set[str], fields: set[str], targets: re.Pattern[str]
) -> Iterator[Foreign]:
    files = {name: data for name, data in parts.items() if not name.endswith("/")}
    if disguised := list(_disguised(files)):
        yield from disguised
        return
    roots = {name: parse(data, name) for name, data in files.items() if name.endswith(_XML)}
    yield from _parts(files, roots["[Content_Types].xml"], kinds)
    outside: dict[str, set[str]] = {}
    for name in (name for name in roots if name.endswith(".rels")):
        folder, _rels, stem = name.rpartition("_rels/")
        for link in roots[name].iterfind(PKG + "Relationship"):
            yield from _link(name, link, links, targets)
            if _leads_outside(link):
                outside.setdefault(folder + stem.removesuffix(".rels"), set()).add(link.get("Id", ""))
    for name, root in roots.items():
        yield from _elements(name, root, outside.get(name, set()))
        yield from (Foreign("field", name, code) for code in field_codes(root) if code.upper() not in fields)


def _disguised(files: Mapping[str, bytes]) -> Iterator[Foreign]:
    """Text in another encoding than it is looked at in, programs and objects under the name of others."""
    for name, data in files.items():
        if name.endswith(_XML):
            said = _ENCODING.match(data)
            named = said[1].decode("ascii", "replace") if said else "UTF-8"
            if data[:2] in _UTF16 or named.lower() not in ("utf-8", "us-ascii"):
                yield Foreign("encoding", name, "UTF-16" if data[:2] in _UTF16 else named)
        elif data.startswith(_PROGRAMS):
            yield Foreign("hidden", name, "OLE" if data.startswith(_OLE) else data[:2].decode("latin-1"))


def _parts(files: Mapping[str, bytes], types: Element, kinds: set[str]) -> Iterator[Foreign]:
    by_ending, by_name = (
        {(each.get(key) or "").lstrip("/").lower(): each.get("ContentType") or "" for each in found}
        for key, found in (
            ("Extension", types.iterfind(CT + "Default")),
            ("PartName", types.iterfind(CT + "Override")),
        )
    )
    for name in files:
        kind = by_name.get(name.lower()) or by_ending.get(name.rpartition(".")[2].lower(), "")
        if name != "[Content_Types].xml" and kind.lower() not in kinds:
            yield Foreign("part", name, kind or "?")


def _leads_outside(link: Element) -> bool:
    return (link.get("TargetMode") or "").lower() == "external"


def _link(name: str, link: Element, links: set[str], targets: re.Pattern[str]) -> Iterator[Foreign]:
    kind, target = (link.get("Type") or "").rpartition("/")[2], link.get("Target") or ""
    if _leads_outside(link):
        if kind.lower() != "hyperlink" or not targets.match(target):
            yield Foreign("target", name, f"{kind}: {target}")
    elif kind.lower() not in links:
        yield Foreign("link", name, kind)


def _elements(name: str, root: Element, outside: set[str]) -> Iterator[Foreign]:
    for element in root.iter(etree.Element):
        local = etree.QName(element).localname
        if element.tag in _ELEMENTS:
            yield Foreign("element", name, local)
        for key, value in ((str(name), str(held)) for name, held in element.items()):
            if key.startswith(R):
                if value in outside and local not in _FOLLOWS:
                    yield Foreign("used by", name, local)
            elif _FETCHING.match(key) or (key in _FETCHES and element.tag.startswith(_MICROSOFT)):
                yield Foreign("element", name, local)
