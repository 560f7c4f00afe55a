"""What a clerk fills in: slots of runs, and controls for whole paragraphs."""

from __future__ import annotations

from lxml import etree

from kh_docs.blanks import HINT
from kh_docs.layout.styles import GUIDANCE, style_id
from kh_docs.layout.xml import paragraph, run, w


def slot(names: str) -> etree._Element:
    """Where the run list `names` is printed, with the controls that it holds."""
    return run(f"{{{{r {names} }}}}")


def block_slot(name: str) -> etree._Element:
    """Where the block `name` is printed: a table whose columns the data declare, or a line."""
    return w("p", run(f"{{{{p {name} }}}}"))


def narrative(block: str) -> etree._Element:
    """A control for paragraphs, which shows in italics what belongs there.

    LibreOffice 7 makes an input field of it, which has no formatting of its own: there the hint is upright.
    """
    hint = paragraph(style_id("noi_dung"), run(f"{{{{ {block}.hint }}}}", GUIDANCE))
    properties = w(
        "sdtPr",
        w("alias", val=f"{{{{ {block}.title }}}}"),
        w("tag", val=f"{{{{ {block}.tag }}}}"),
        w("placeholder", w("docPart", val=HINT)),
        w("showingPlcHdr"),
        w("richText"),
    )
    return w("sdt", properties, w("sdtContent", hint))
