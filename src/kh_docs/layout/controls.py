"""Content controls: what a clerk fills in, and the loop that prints a list of runs."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kh_docs.layout.glossary import BLANK, DOTS, HINT
from kh_docs.layout.styles import GAP, GUIDANCE, style_id
from kh_docs.layout.xml import paragraph, run, w

# Lists of the drop-downs, by the kind of run that asks for them.
CHOICES = {
    "choice": ("Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn"),
    "yesno": ("Có", "Không"),
    "group": ("1. Nhân rộng", "2. Duy trì, củng cố", "3. Kết thúc, thanh loại", "4. Chuyển đổi, xây mới"),
}


def runs(names: str, *choices: str) -> list[etree._Element]:
    """The run list `names`; only a slot that lists `choices` can hold drop-downs of those kinds.

    A kind that a slot does not know is printed as text.
    """
    branches = [
        ("r.kind == 'blank'", [control(DOTS, shown=True)]),
        ("r.kind == 'space'", [control(BLANK, shown=True)]),
        ("r.kind == 'value'", [control(DOTS, shown=False)]),
        *((f"r.kind == '{kind}'", _drop_down(kind)) for kind in choices),
    ]
    printed = [_tag(f"for r in {names}")]
    for position, (condition, content) in enumerate(branches):
        printed += [_tag(f"{'elif' if position else 'if'} {condition}"), *content]
    return [*printed, _tag("else"), run("{{ r.text }}"), _tag("endif"), _tag("endfor")]


def control(placeholder: str, *, shown: bool, choice: str = "") -> etree._Element:
    """A control inside a line; `shown`: its text is a placeholder that goes when one types."""
    kind = (
        w("dropDownList", *(w("listItem", displayText=word, value=word) for word in CHOICES[choice]))
        if choice
        else w("text")
    )
    text = run("{{ r.text }}", GAP) if shown else run("{{ r.text }}")
    return w("sdt", _properties("r", placeholder, shown=shown, kind=[kind]), w("sdtContent", text))


def _drop_down(kind: str) -> list[etree._Element]:
    return [
        _tag("if r.preset"),
        control(BLANK, shown=False, choice=kind),
        _tag("else"),
        control(BLANK, shown=True, choice=kind),
        _tag("endif"),
    ]


def narrative(block: str) -> etree._Element:
    """A control for paragraphs, which shows in italics what belongs there.

    LibreOffice 7 makes an input field of it, which has no formatting of its own: there the hint is upright.
    """
    hint = paragraph(style_id("noi_dung"), run(f"{{{{ {block}.hint }}}}", GUIDANCE))
    return w("sdt", _properties(block, HINT, shown=True, kind=[w("richText")]), w("sdtContent", hint))


def _properties(
    owner: str, placeholder: str, *, shown: bool, kind: Iterable[etree._Element]
) -> etree._Element:
    return w(
        "sdtPr",
        w("alias", val=f"{{{{ {owner}.title }}}}"),
        w("tag", val=f"{{{{ {owner}.tag }}}}"),
        w("placeholder", w("docPart", val=placeholder)),
        *([w("showingPlcHdr")] if shown else []),
        *kind,
    )


def _tag(statement: str) -> etree._Element:
    return run(f"{{%r {statement} %}}")
