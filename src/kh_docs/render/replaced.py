"""Tags that Word writes over: in what a field or a bound control shows, in a prompt that goes at a click."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from kh_docs.i18n import N_, _
from kh_docs.patterns import re
from kh_docs.render.paragraphs import at_paragraph, text_of
from kh_docs.word.field_codes import first_word
from kh_docs.word.xml import W

# What these fields show is not worked out anew when the file is opened or printed.
_LASTING: Final = {"HYPERLINK", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"}
_REPLACED: Final = N_("thẻ trong trường {} sẽ bị Word thay khi mở, in -> xóa trường đó, gõ thẻ ngoài trường")
# What a control may show for as long as nobody types into it.
_HINT: Final = re.compile(r"\{\{\s*\w+\.hint\s*\}\}")


def replaced(root: etree._Element) -> Iterator[str]:
    """Tags in what a field shows, or in a control that shows a property of the file."""
    for simple in root.iter(f"{W}fldSimple"):
        code = first_word(simple.get(f"{W}instr") or "").upper()
        if code not in _LASTING and "{" in (words := text_of(list(simple.iter(f"{W}t")))):
            yield at_paragraph(words) + _(_REPLACED).format(code)
    for control in root.iter(f"{W}sdt"):
        words = text_of(list(control.iter(f"{W}t")))
        if control.find(f"{W}sdtPr/{W}dataBinding") is not None and "{{" in words:
            said = _("ô nhập gắn với thuộc tính của tệp, Word sẽ thay chữ trong ô -> xóa ô, gõ thẻ ngoài ô")
            yield at_paragraph(words) + said
        elif control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None and "{{" in _HINT.sub("", words):
            said = _("ô nhập coi thẻ là lời nhắc, chữ điền vào sẽ mất khi bấm vào ô -> xóa ô, gõ thẻ ngoài ô")
            yield at_paragraph(words) + said
    fields: list[list[str]] = []
    shown: list[bool] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if element.tag == f"{W}fldChar":
            match element.get(f"{W}fldCharType"):
                case "begin":
                    fields.append([])
                    shown.append(False)
                case "separate" if fields:
                    shown[-1] = True
                case "end" if fields:
                    fields.pop()
                    shown.pop()
        elif fields and element.tag == f"{W}instrText":
            fields[-1].append(element.text or "")
        elif "{" in (element.text or ""):
            for pieces_of_code, is_shown in zip(fields, shown, strict=True):
                code = first_word("".join(pieces_of_code)).upper()
                if is_shown and code not in _LASTING:
                    yield at_paragraph(element.text or "") + _(_REPLACED).format(code)
    if fields:
        yield _("trường {} không có chỗ kết thúc -> xóa trường đó").format(first_word("".join(fields[-1])))
