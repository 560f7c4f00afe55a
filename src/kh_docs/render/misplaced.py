"""Find the tags of a layout that stand where nothing is filled in, or where Word replaces or hides it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from kh_docs.i18n import N_, _
from kh_docs.render import losing
from kh_docs.render.guard import NAMED, TAG, VALUE
from kh_docs.render.paragraphs import CURSOR, at_paragraph, own_texts, pieces, text_of
from kh_docs.unseen import TURNING
from kh_docs.word.field_codes import first_word
from kh_docs.word.xml import W

OPENING = re.compile(r"\{\{|\{%|\{#|%7B%7B|%7B%25", re.IGNORECASE)
# docxtpl's own tags, and what each of them takes away with itself.
_TAKES = re.compile(r"\{[{%]-?(p|tr|tc) ")
_HOLDERS = {"p": N_("đoạn"), "tr": N_("hàng"), "tc": N_("ô")}
_NEAR = re.compile(r"(?:«|<<)\s*[^\W\d][\w.]*\s*(?:»|>>)")
_TURNED = re.compile(f"[{TURNING}]")
_THINGS = {mark.strip("<> ").partition(":")[2]: name for mark, name in losing.THINGS.items()}
# What these fields show is not worked out anew when the file is opened or printed.
_LASTING = {"HYPERLINK", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"}
_REPLACED = N_("thẻ trong trường {} sẽ bị Word thay khi mở, in -> xóa trường đó, gõ thẻ ngoài trường")


def misplaced(root: etree._Element) -> Iterator[str]:
    """What is wrong with the places of tags in a part that is filled in."""
    if found := OPENING.search(_beside_texts(root)):
        yield _("thẻ “{}…” ở chỗ không được điền -> chuyển thẻ vào nội dung, hoặc xóa").format(found[0])
    yield from _replaced(root)


def badly_placed(paragraph: etree._Element, whole: str, hidden: frozenset[str]) -> Iterator[str]:
    """The same for one paragraph, whose own words are `whole`; `hidden`: styles of what is not printed."""
    if found := _TURNED.search(whole):
        code = f"U+{ord(found[0]):04X}"
        yield _("ký tự đảo chiều chữ {} -> xóa, gõ lại chữ ở đó").format(code)
    if found := _NEAR.search(TAG.sub("", whole)):
        yield _(
            "“{}” không phải thẻ, sẽ in nguyên như thế -> viết tên trong hai dấu ngoặc nhọn mỗi bên"
        ).format(found[0])
    texts = own_texts(paragraph)
    for tag in TAG.finditer(whole):
        held = pieces(texts, tag.start(), tag.end())
        if tag[0].startswith("{{") and any(_is_hidden(text, hidden) for text in held):
            yield _("thẻ “{}” ở chữ ẩn, không in ra -> chọn thẻ, Font, bỏ Hidden").format(tag[0])
        if taking := _TAKES.match(tag[0]):
            yield from _not_alone(paragraph, tag[0], taking[1])


def _not_alone(paragraph: etree._Element, tag: str, kind: str) -> Iterator[str]:
    holder = next(iter(paragraph.iterancestors(f"{W}{kind}")), None) if kind != "p" else paragraph
    if holder is None:
        yield _("thẻ “{}” chỉ dùng trong bảng -> dùng %p cho đoạn").format(tag)
        return
    texts = own_texts(paragraph) if kind == "p" else list(holder.iter(f"{W}t"))
    rest = text_of(texts).replace(tag, "", 1)
    if re.sub(r"\{#.*?#\}", "", rest, flags=re.DOTALL).strip():
        said = _("thẻ “{}” phải đứng một mình trong {}, chữ và thẻ khác ở đó sẽ mất -> tách ra {} khác")
        yield said.format(tag, _(_HOLDERS[kind]), _(_HOLDERS[kind]))
    elif beside := list(dict.fromkeys(_things(holder))):
        said = _("thẻ “{}” đứng cùng {} với {}, sẽ mất -> tách ra {} khác")
        yield said.format(tag, _(_HOLDERS[kind]), ", ".join(beside), _(_HOLDERS[kind]))


def _things(holder: etree._Element) -> Iterator[str]:
    """What is no words, and goes with the paragraph or row."""
    for element in holder.iter(etree.Element):
        name = _THINGS.get(etree.QName(element).localname)
        is_cursor = element.get(f"{W}name") == CURSOR
        # A plain new line goes unnoticed, a page break does not.
        if name and not is_cursor and (element.tag != f"{W}br" or element.attrib):
            yield _(name)


def _beside_texts(root: etree._Element) -> str:
    """Texts that are no words of the page, and values of attributes; a tag in pieces is put together."""
    texts: list[str] = []
    values: list[str] = []
    for element in root.iter(etree.Element):
        if element.tag != f"{W}t":
            texts.append(element.text or "")
        texts.append(element.tail or "")
        named = element.tag in NAMED
        values += (str(value) for key, value in element.attrib.items() if not (named and key == VALUE))
    return "\n".join(["".join(texts), *values])


def hidden_styles(styles: Iterable[etree._Element]) -> frozenset[str]:
    """The styles whose text is not printed, by themselves or by those they build on."""
    found: set[str] = set()
    listed = list(styles)
    for _round in listed:
        before = len(found)
        for style in listed:
            base = style.find(f"{W}basedOn")
            mark = style.find(f"{W}rPr/{W}vanish")
            if _is_on(mark) or (mark is None and base is not None and base.get(VALUE) in found):
                found.add(style.get(f"{W}styleId", ""))
        if len(found) == before:
            break
    return frozenset(found)


def _is_hidden(text: etree._Element, hidden: frozenset[str]) -> bool:
    for holder in text.iterancestors(f"{W}r", f"{W}p", f"{W}tr"):
        if _is_on(holder.find(f"{W}trPr/{W}hidden")):
            return True
        if holder.tag == f"{W}r":
            mark = holder.find(f"{W}rPr/{W}vanish")
            if mark is not None:
                return _is_on(mark)
        for style in (holder.find(f"{W}rPr/{W}rStyle"), holder.find(f"{W}pPr/{W}pStyle")):
            if style is not None and style.get(VALUE) in hidden:
                return True
    return False


def _is_on(mark: etree._Element | None) -> bool:
    return mark is not None and mark.get(VALUE) not in ("0", "false", "off")


def _replaced(root: etree._Element) -> Iterator[str]:
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
