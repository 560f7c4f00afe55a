"""The hidden part that says which form a document is: customXml/item1.xml and what Word needs beside it."""

from __future__ import annotations

from lxml import etree

from kh_docs.word.xml import default_namespace, to_bytes

FORM_NS = "urn:kh-docs:form"
FORM_PART = "customXml/item1.xml"
FIELDS = ("plan", "unit", "kind", "from", "to", "version", "digest")
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM = "{8C4F2A51-0B6E-4D6B-9A1C-6B68646F6373}"


def form_part() -> bytes:
    """The values of `form` in the context, each in an element of its name."""
    root = etree.Element(f"{{{FORM_NS}}}form", nsmap=default_namespace(FORM_NS))
    for name in FIELDS:
        etree.SubElement(root, f"{{{FORM_NS}}}{name}").text = f"{{{{ form['{name}'] }}}}"
    return to_bytes(root)


def form_properties() -> bytes:
    """customXml/itemProps1.xml: the name by which Word keeps the part when it saves the file."""
    root = etree.Element(f"{{{_STORE}}}datastoreItem", {f"{{{_STORE}}}itemID": _ITEM}, nsmap={"ds": _STORE})
    schemas = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_STORE}}}schemaRef", {f"{{{_STORE}}}uri": FORM_NS})
    return to_bytes(root)
