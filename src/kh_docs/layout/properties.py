"""docProps: what Word and Explorer show about a file."""

from __future__ import annotations

from lxml import etree

from kh_docs import decree30
from kh_docs.word.xml import default_namespace, to_bytes

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
# The decree's own day: the hour of the building would make each build of a template different.
_MADE_ON = f"{decree30.SIGNED_ON}T00:00:00Z"
_PRINTED = {
    f"{{{_DC}}}title": "{{ props.title }}",
    f"{{{_DC}}}subject": "{{ props.subject }}",
    f"{{{_DC}}}creator": "{{ props.author }}",
    f"{{{_CORE}}}keywords": "{{ props.keywords }}",
    f"{{{_DC}}}description": "{{ props.comments }}",
    f"{{{_CORE}}}lastModifiedBy": "{{ props.author }}",
    f"{{{_DC}}}language": "vi-VN",
}


def core_properties() -> bytes:
    """docProps/core.xml."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    )
    for name, text in _PRINTED.items():
        etree.SubElement(root, name).text = text
    for name in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        moment.text = _MADE_ON
    return to_bytes(root)


def app_properties() -> bytes:
    """docProps/app.xml."""
    root = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap=default_namespace(_EXTENDED))
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = "kh-docs"
    return to_bytes(root)
