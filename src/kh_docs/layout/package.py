"""The parts of a .docx and the zip around them: the same template gives the same bytes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lxml import etree

from kh_docs.layout.form_part import FORM_PART, form_part, form_properties
from kh_docs.layout.glossary import glossary
from kh_docs.layout.lines import Line
from kh_docs.layout.page import FIRST_HEADER, OTHER_HEADER, Section, first_header, other_header
from kh_docs.layout.properties import app_properties, core_properties
from kh_docs.layout.settings import settings
from kh_docs.layout.stylesheet import stylesheet
from kh_docs.layout.xml import w
from kh_docs.word.writer import compressed, pack
from kh_docs.word.xml import default_namespace, to_bytes

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DEFAULT_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
_TYPES = {
    "word/document.xml": _WORD_TYPE + "document.main+xml",
    "word/styles.xml": _WORD_TYPE + "styles+xml",
    "word/settings.xml": _WORD_TYPE + "settings+xml",
    "word/header1.xml": _WORD_TYPE + "header+xml",
    "word/header2.xml": _WORD_TYPE + "header+xml",
    "word/glossary/document.xml": _WORD_TYPE + "document.glossary+xml",
    "word/glossary/styles.xml": _WORD_TYPE + "styles+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_PACKAGE_LINKS = {
    "rId1": (_OFFICE + "officeDocument", "word/document.xml"),
    "rId2": (_PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
    "rId3": (_OFFICE + "extended-properties", "docProps/app.xml"),
}
_DOCUMENT_LINKS = {
    "rId1": (_OFFICE + "styles", "styles.xml"),
    "rId2": (_OFFICE + "settings", "settings.xml"),
    FIRST_HEADER: (_OFFICE + "header", "header1.xml"),
    OTHER_HEADER: (_OFFICE + "header", "header2.xml"),
    "rId5": (_OFFICE + "glossaryDocument", "glossary/document.xml"),
    "rId6": (_OFFICE + "customXml", f"../{FORM_PART}"),
}
_FORM_LINKS = {"rId1": (_OFFICE + "customXmlProps", "itemProps1.xml")}
_GLOSSARY_LINKS = {"rId1": (_OFFICE + "styles", "styles.xml")}


def package(
    content: Sequence[etree._Element],
    last_section: Section,
    lines: Sequence[Line],
    parts: Collection[str] = (),
) -> bytes:
    """A whole .docx of this `content`, whose last section is `last_section`; `parts`: of its kind alone."""
    styles = to_bytes(stylesheet(lines, parts))
    body = w("body", *content, last_section.properties())
    entries = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _links(_PACKAGE_LINKS),
        "customXml/_rels/item1.xml.rels": _links(_FORM_LINKS),
        FORM_PART: form_part(),
        "customXml/itemProps1.xml": form_properties(),
        "docProps/app.xml": app_properties(),
        "docProps/core.xml": core_properties(),
        "word/_rels/document.xml.rels": _links(_DOCUMENT_LINKS),
        "word/document.xml": to_bytes(w("document", body)),
        "word/glossary/_rels/document.xml.rels": _links(_GLOSSARY_LINKS),
        "word/glossary/document.xml": to_bytes(glossary()),
        "word/glossary/styles.xml": styles,
        "word/header1.xml": to_bytes(first_header()),
        "word/header2.xml": to_bytes(other_header()),
        "word/settings.xml": to_bytes(settings()),
        "word/styles.xml": styles,
    }
    return pack(compressed(name, data) for name, data in entries.items())


def _content_types() -> bytes:
    namespace = _PACKAGE + "content-types"
    root = etree.Element(f"{{{namespace}}}Types", nsmap=default_namespace(namespace))
    for extension, content_type in _DEFAULT_TYPES.items():
        etree.SubElement(root, f"{{{namespace}}}Default", Extension=extension, ContentType=content_type)
    for name, content_type in _TYPES.items():
        etree.SubElement(root, f"{{{namespace}}}Override", PartName=f"/{name}", ContentType=content_type)
    return to_bytes(root)


def _links(links: dict[str, tuple[str, str]]) -> bytes:
    namespace = _PACKAGE + "relationships"
    root = etree.Element(f"{{{namespace}}}Relationships", nsmap=default_namespace(namespace))
    for identity, (kind, target) in links.items():
        etree.SubElement(root, f"{{{namespace}}}Relationship", Id=identity, Type=kind, Target=target)
    return to_bytes(root)
