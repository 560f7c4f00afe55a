"""Find the places where a layout says `{{r name }}`, a slot, or `{{p name }}`; print a slot's runs as XML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from markupsafe import escape

from kh_docs.blanks import BLANK, DOTS, GAP
from kh_docs.i18n import _
from kh_docs.render.values import Run

# The filters that such tags are compiled to; no template may spell them.
SLOT, BLOCK = "__slot__", "__block__"
# docxtpl takes the run or paragraph away that holds such a tag: it then stands in no text.
_OUTSIDE = re.compile(
    r"<w:(?P<text>t|delText|instrText)(?: [^>/]*)?>.*?</w:(?P=text)>"
    r"|(?P<open><w:p(?: [^>]*[^/>])?>)|(?P<close></w:p>)"
    r'|="[^"]*"|\{%.*?%\}|\{#.*?#\}|\{\{-?(?P<name>.*?)-?\}\}',
    re.DOTALL,
)
_TEXT = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
_GAP = f'<w:r><w:rPr><w:rStyle w:val="{GAP}"/></w:rPr><w:t xml:space="preserve">{{}}</w:t></w:r>'
_CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="{}"/><w:tag w:val="{}"/>'
    '<w:placeholder><w:docPart w:val="{}"/></w:placeholder>{}</w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
_LOCKED = _CONTROL.replace("<w:placeholder>", '<w:lock w:val="contentLocked"/><w:placeholder>')
_SHOWN = "<w:showingPlcHdr/>"
# Enter in a field begins a new line that prints.
_WORDS = '<w:text w:multiLine="1"/>'
_DATE = (
    '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="vi-VN"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)


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
        return _TEXT.format(escaped[run.text])
    title, tag, text = escaped[run.title], escaped[run.tag], escaped[run.text]
    match run.kind:
        case "blank":
            return _CONTROL.format(title, tag, DOTS, _SHOWN + _WORDS, _GAP.format(text))
        case "space":
            return _CONTROL.format(title, tag, BLANK, _SHOWN + _WORDS, _GAP.format(text))
        case "value":
            return _CONTROL.format(title, tag, DOTS, _WORDS, _TEXT.format(text))
        case "choice" if run.preset:
            return _CONTROL.format(title, tag, BLANK, _drop_down(run.choices), _TEXT.format(text))
        case "choice":
            return _CONTROL.format(title, tag, BLANK, _SHOWN + _drop_down(run.choices), _GAP.format(text))
        case "date" if run.preset:
            return _CONTROL.format(title, tag, DOTS, _DATE, _TEXT.format(text))
        case "date":
            return _CONTROL.format(title, tag, DOTS, _SHOWN + _DATE, _GAP.format(text))
        case "locked":
            return _LOCKED.format(title, tag, DOTS, _WORDS, _TEXT.format(text))
        case _:
            raise ValueError(_("mẫu in một loại chữ không biết ({})").format(run.kind))


@lru_cache(maxsize=200)
def _drop_down(choices: tuple[str, ...]) -> str:
    items = (f'<w:listItem w:displayText="{escape(word)}" w:value="{escape(word)}"/>' for word in choices)
    return f"<w:dropDownList>{''.join(items)}</w:dropDownList>"
