"""Judge a .docx before it serves as a layout: what it must not hold, and tags that could not be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from kh_docs.i18n import N_, _
from kh_docs.patterns import re
from kh_docs.refusals import foreign_in_words, in_words
from kh_docs.render.compiling import PROPERTY_PART
from kh_docs.render.guard import TAG
from kh_docs.render.hidden import hidden_styles
from kh_docs.render.misplaced import OPENING, badly_placed, misplaced
from kh_docs.render.paragraphs import at_paragraph, own_texts, pieces, text_of
from kh_docs.word.allowed import foreign_to_layout
from kh_docs.word.missing import missing_parts
from kh_docs.word.refused import Refused
from kh_docs.word.xml import W, parse

# Parts in which tags are filled in: the main part under whatever name, what is printed around it, properties.
PRINTED = ("officeDocument", "header", "footer", "footnotes", "endnotes")
MOST_TAGS = 5_000
_LOOSE = re.compile("[{}｛｝]")
_PAIRS = (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))
_REVISIONS = (
    *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
    *("pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange"),
    *("moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart"),
)
_UNWANTED = {
    **dict.fromkeys(
        _REVISIONS, N_("mẫu còn sửa đổi đang theo dõi -> chấp nhận hoặc bỏ hết sửa đổi trong Word")
    ),
    "trackRevisions": N_("mẫu đang bật Track Changes -> Review, tắt Track Changes rồi lưu lại"),
    "commentReference": N_("mẫu còn ghi chú của Word (comment) -> xóa ghi chú"),
    "commentRangeStart": N_("mẫu còn ghi chú của Word (comment) -> xóa ghi chú"),
    "documentProtection": N_("mẫu bị khóa chỉnh sửa -> bỏ Restrict Editing trong Word"),
    "writeProtection": N_("mẫu bị khóa ghi -> bỏ mật khẩu ghi trong Word"),
}


class Fault(NamedTuple):
    """Why a layout must not serve; `part`: the part whose tags cannot be filled in, where that is why."""

    message: str
    part: str = ""


def faults_of(parts: Mapping[str, bytes], printed: set[str]) -> Iterator[Fault]:
    """Why these parts must not serve as a layout, in which `printed` ones are filled in."""
    try:
        foreign = list(foreign_to_layout(parts))
        roots = {name: parse(data, name) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    except Refused as refused:
        yield Fault(in_words(refused))
        return
    foreign += missing_parts(parts)
    yield from map(Fault, dict.fromkeys(map(foreign_in_words, foreign)))
    hidden = hidden_styles(style for root in roots.values() for style in root.iterfind(f"{W}style"))
    for name, root in roots.items():
        yield from (Fault(f"{name}: {_(fault)}") for fault in dict.fromkeys(_unwanted(root)))
        if name in printed:
            yield from (Fault(f"{name}: {fault}", name) for fault in _tag_faults(root, hidden))
        elif not PROPERTY_PART.match(name) and (found := OPENING.search(_all_text(root))):
            message = _("{}: thẻ “{}…” ở chỗ không được điền -> chuyển thẻ vào nội dung, hoặc xóa")
            yield Fault(message.format(name, found[0]))


def _unwanted(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        tag = str(element.tag)
        fault = _UNWANTED.get(tag[len(W) :]) if tag.startswith(W) else None
        if fault and element.get(f"{W}val") not in ("0", "false", "off"):
            yield fault


def _all_text(root: etree._Element) -> str:
    """Texts and values of attributes; a tag in pieces is put together."""
    texts = "".join(str(text) for text in root.itertext())
    values = (str(value) for each in root.iter(etree.Element) for value in each.attrib.values())
    return "\n".join([texts, *values])


def _tag_faults(root: etree._Element, hidden: frozenset[str]) -> Iterator[str]:
    paragraphs = list(root.iter(f"{W}p"))
    if sum(text_of(list(each.iter(f"{W}t"))).count("{") for each in paragraphs) > 4 * MOST_TAGS:
        yield _("quá nhiều thẻ (hơn {})").format(MOST_TAGS)
        return
    yield from misplaced(root)
    for paragraph in paragraphs:
        yield from _paragraph_faults(paragraph, hidden)


def _paragraph_faults(paragraph: etree._Element, hidden: frozenset[str]) -> Iterator[str]:
    """A tag that does not end in its paragraph, is cut by a container, or stands in a wrong place."""
    texts = own_texts(paragraph)
    whole = text_of(texts)
    where = at_paragraph(whole)
    if "{" in whole or "}" in whole or "｛" in whole:
        if any(whole.count(first) != whole.count(last) for first, last in _PAIRS):
            yield where + _("thẻ mở mà không đóng, hoặc đóng mà không mở")
            return
        if _LOOSE.search(TAG.sub("", whole)):
            yield where + _("dấu ngoặc nhọn lẻ, thẻ phải viết liền hai dấu")
            return
    yield from (where + fault for fault in badly_placed(paragraph, whole, hidden))
    for found in TAG.finditer(whole):
        holders = {tuple(_containers(text)) for text in pieces(texts, found.start(), found.end())}
        if len(holders) > 1:
            names = sorted({etree.QName(each).localname for holder in holders for each in holder})
            message = _("thẻ “{}” bị cắt bởi {} -> gõ lại thẻ liền một mạch")
            yield where + message.format(found[0], ", ".join(names) or "w:r")


def _containers(text: etree._Element) -> Iterator[etree._Element]:
    """What stands between a text and its paragraph beside its run: a link, a control, a revision."""
    for ancestor in text.iterancestors():
        if ancestor.tag == f"{W}p":
            return
        if ancestor.tag != f"{W}r":
            yield ancestor
