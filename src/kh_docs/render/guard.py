"""See to it that between template, values and Word file no word is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from kh_docs.i18n import N_, _
from kh_docs.word.xml import W

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
TEXT_ELEMENT = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>", re.DOTALL)
LEFT_OVER = ("{{", "}}", "{%", "%}")
TEXT, BREAK, TAB, VALUE = f"{W}t", f"{W}br", f"{W}tab", f"{W}val"
# What a person put into a template, by how it begins in the XML.
THINGS = {
    "{{": N_("thẻ giá trị"),
    "{%": N_("thẻ lệnh"),
    "<w:drawing": N_("hình"),
    "<w:pict": N_("hình"),
    "<w:object": N_("đối tượng"),
    "<w:footnoteReference": N_("chú thích"),
    "<w:endnoteReference": N_("chú thích"),
    "<w:fldSimple": N_("trường"),
    "<w:fldChar": N_("trường"),
    "<w:bookmarkStart": N_("dấu trang"),
    "<w:hyperlink": N_("liên kết"),
    "<w:sym ": N_("ký hiệu"),
    "<w:br ": N_("ngắt trang, ngắt dòng"),
    "<w:sectPr": N_("ngắt phần (section)"),
    "<w:sdt>": N_("ô nhập (content control)"),
    "<m:oMath": N_("công thức"),
}
# What must be there once only, or in an order that tags may break: such a part is looked at again.
REPEATED_BADLY = re.compile(
    r"<wp:docPr|<w:bookmarkStart|w14:paraId|<v:\w|\{%-?\s*cellbg|<w:shd |<w:footnoteReference"
)
# Elements whose value a program or a person reads although it is an attribute.
NAMED = {f"{W}tag", f"{W}alias"}
SHOWN = (TEXT, BREAK, TAB, *NAMED)


class Loss(Exception):
    """Wording or a value would be missing from the result."""


class Discarded:
    """What a parse is built into when only its errors matter."""

    def close(self) -> None: ...


def strict_parser(target: Discarded | None = None) -> etree.XMLParser:
    """A parser that repairs nothing, expands nothing and fetches nothing."""
    return etree.XMLParser(
        recover=False,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        target=target,  # type: ignore[arg-type]  # the stubs want more methods than lxml does
    )


def not_ours(parts: Mapping[str, bytes]) -> list[str]:
    """Why a document that we made is no template."""
    core = parts.get("docProps/core.xml", b"")
    if b"kh-docs:" in core and b"{{" not in core:
        return [_("đây là văn bản do kh-docs làm ra, không phải mẫu")]
    return []


def check_same_wording(source: str, patched: str) -> None:
    """docxtpl's regular expressions moved tags about; the words between them must all be there."""
    before, after = _wording(source), _wording(patched)
    if before != after:
        at = next(
            (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
            min(len(before), len(after)),
        )
        raise Loss(_("thẻ mẫu đặt sai chỗ làm mất chữ gần “{}”").format(before[max(0, at - 20) : at + 20]))


def check_same_things(source: str, patched: str) -> None:
    """What docxtpl drops with the paragraph or row of a {%p %} or {%tr %} tag must be that tag alone."""
    for mark, name in THINGS.items():
        before, after = source.count(mark), patched.count(mark)
        if after < before:
            said = _("{} {} đứng cùng đoạn hoặc cùng hàng với thẻ %p, %tr sẽ mất -> tách ra đoạn khác")
            raise Loss(said.format(before - after, _(name)))


def _wording(xml: str) -> str:
    text = "".join(TEXT_ELEMENT.findall(xml))
    return "".join(TAG.sub("", text).split())


def check_well_formed(content: bytes) -> None:
    """Parse `content` strictly, without keeping what was parsed."""
    etree.fromstring(content, strict_parser(Discarded()))


def check_nothing_lost(root: etree._Element, printed: Sequence[str]) -> None:
    """Every value that the template printed stands in `root`, as often as it was printed."""
    stream = "".join(_readable(root))
    position = 0
    missed: list[str] = []
    for value in printed:
        found = stream.find(value, position)
        if found < 0:
            missed.append(value)
        else:
            position = found + len(value)
    counted = Counter(printed)
    for value in set(missed):
        # A macro may print a value before its place; then the count has to do.
        if stream.count(value) < counted[value]:
            raise Loss(_("giá trị “{}” bị mất").format(value[:80]))
    for mark in LEFT_OVER:
        if stream.count(mark) > sum(value.count(mark) for value in printed):
            raise Loss(_("còn sót thẻ mẫu {} trong văn bản").format(mark))


def _readable(root: etree._Element) -> Iterator[str]:
    """Text and control names of `root` in order; a part that is not Word's own is read element by element."""
    if not root.tag.startswith(W):
        yield from (str(text) for text in root.itertext())
        return
    for element in root.iter(*SHOWN):
        if element.tag == TEXT:
            yield element.text or ""
        elif element.tag in NAMED:
            yield element.get(VALUE, "")
        else:
            yield "\n" if element.tag == BREAK else "\t"
