"""Find the places where a layout says `{{r name }}`, a slot, or `{{p name }}`; print a slot's runs as XML."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from markupsafe import escape

from kh_docs.blanks import BLANK, DOTS, GAP
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.render import guard
from kh_docs.render.values import Run
from kh_docs.word.xml import W

# The filters that such tags are compiled to; no template may spell them.
SLOT, BLOCK = "__slot__", "__block__"
# docxtpl takes the run or paragraph away that holds such a tag: it then stands in no text.
_OUTSIDE = re.compile(
    r"<w:(?P<text>t|delText|instrText)(?: [^>/]*)?>.*?</w:(?P=text)>"
    r"|(?P<open><w:p(?: [^>]*[^/>])?>)|(?P<close></w:p>)"
    r'|="[^"]*"|\{%.*?%\}|\{#.*?#\}|\{\{-?(?P<name>.*?)-?\}\}',
    re.DOTALL,
)
# What XML writes otherwise, or cannot hold, and breaks of a line.
SPECIAL = re.compile("[&<>\"'\x00-\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = '<w:r><w:t xml:space="preserve">%s</w:t></w:r>'
_GAP = f'<w:r><w:rPr><w:rStyle w:val="{GAP}"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>'
_CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s"/>'
    '{}<w:placeholder><w:docPart w:val="{}"/></w:placeholder>{}</w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
_LOCK = '<w:lock w:val="contentLocked"/>'
_SHOWN = "<w:showingPlcHdr/>"
# Enter in a field begins a new line that prints.
_WORDS = '<w:text w:multiLine="1"/>'
_DATE = (
    '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="vi-VN"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)
# By the kind of a run, ready for its name, its tag and what it says; a date is picked or still to be.
_CONTROLS = {
    "blank": _CONTROL.format("", DOTS, _SHOWN + _WORDS, _GAP),
    "space": _CONTROL.format("", BLANK, _SHOWN + _WORDS, _GAP),
    "value": _CONTROL.format("", DOTS, _WORDS, _TEXT),
    "picked": _CONTROL.format("", DOTS, _DATE, _TEXT),
    "date": _CONTROL.format("", DOTS, _SHOWN + _DATE, _GAP),
    "locked": _CONTROL.format(_LOCK, DOTS, _WORDS, _TEXT),
}


class Escaped(Protocol):
    """Texts as they stand in XML, and runs."""

    def __getitem__(self, text: str, /) -> str: ...

    def run(self, run: object, /) -> str: ...


def named(source: str) -> str:
    """The XML `source` of a patched template with a filter at each such tag."""

    paragraphs = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal paragraphs
        paragraphs += bool(found["open"]) - bool(found["close"])
        name = found["name"]
        return found[0] if name is None else f"{{{{ ({name})|{SLOT if paragraphs else BLOCK} }}}}"

    return _OUTSIDE.sub(mark, source)


def as_typed(source: str) -> str:
    """Such tags as they stand in the layout, for a message."""
    shown = re.sub(rf"\{{\{{ \((.*?)\)\|{SLOT} }}}}", r"{{r\1}}", source)
    return re.sub(rf"\{{\{{ \((.*?)\)\|{BLOCK} }}}}", r"{{p\1}}", shown)


def drawn(run: object, escaped: Escaped) -> str:
    """One run as Word's XML."""
    if not isinstance(run, Run):
        raise ValueError(_("mẫu in một giá trị không phải dãy chữ -> viết {{ … }} thay cho {{r … }}"))
    if run.kind == "text":
        return _TEXT % escaped[run.text]
    form = form_of(run.kind, preset=run.preset, choices=run.choices)
    return form % (escaped[run.title], escaped[run.tag], escaped[run.text])


@lru_cache(maxsize=200)
def form_of(kind: str, *, preset: bool, choices: tuple[str, ...]) -> str:
    """The XML of such runs, sound whatever title, tag and text without `SPECIAL` stand for its `%s`; of mere
    text there is no more than itself.
    """
    if kind == "text":
        return f"%.0s%.0s{_TEXT}"
    if kind == "choice":
        shown, said = ("", _TEXT) if preset else (_SHOWN, _GAP)
        drop_down = _drop_down(choices)
        guard.check_well_formed(f'<w:sdt xmlns:w="{W[1:-1]}">{drop_down}</w:sdt>'.encode())
        return _CONTROL.format("", BLANK, shown + drop_down.replace("%", "%%"), said)
    control = _CONTROLS.get("picked" if kind == "date" and preset else kind)
    if control is None:
        raise ValueError(_("mẫu in một loại chữ không biết ({})").format(kind))
    return control


def _drop_down(choices: tuple[str, ...]) -> str:
    items = (f'<w:listItem w:displayText="{escape(word)}" w:value="{escape(word)}"/>' for word in choices)
    return f"<w:dropDownList>{''.join(items)}</w:dropDownList>"
