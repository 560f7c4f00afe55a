"""Find the tags of a layout that stand where nothing is filled in, or where Word replaces or hides it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kh_docs.i18n import N_, _
from kh_docs.patterns import re
from kh_docs.render import losing
from kh_docs.render.guard import NAMED, TAG, VALUE
from kh_docs.render.hidden import is_hidden
from kh_docs.render.paragraphs import CURSOR, own_texts, pieces, text_of
from kh_docs.render.replaced import replaced
from kh_docs.unseen import TURNING
from kh_docs.word.xml import W

OPENING = re.compile(r"\{\{|\{%|\{#|%7B%7B|%7B%25", re.IGNORECASE)
# docxtpl's own tags, and what each of them takes away with itself.
_TAKES = re.compile(r"\{[{%]-?(p|tr|tc) ")
_HOLDERS = {"p": N_("đoạn"), "tr": N_("hàng"), "tc": N_("ô")}
_NEAR = re.compile(r"(?:«|<<)\s*[^\W\d][\w.]*\s*(?:»|>>)")
_TURNED = re.compile(f"[{TURNING}]")
_THINGS = {mark.strip("<> ").partition(":")[2]: name for mark, name in losing.THINGS.items()}


def misplaced(root: etree._Element) -> Iterator[str]:
    """What is wrong with the places of tags in a part that is filled in."""
    if found := OPENING.search(_beside_texts(root)):
        yield _("thẻ “{}…” ở chỗ không được điền -> chuyển thẻ vào nội dung, hoặc xóa").format(found[0])
    yield from replaced(root)


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
        if tag[0].startswith("{{") and any(is_hidden(text, hidden) for text in held):
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
