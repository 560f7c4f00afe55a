"""Refuse what docxtpl would lose of a template: words, pictures, fields, and parts that are not ours."""

from __future__ import annotations

from collections.abc import Mapping

from kh_docs.i18n import N_, _
from kh_docs.render.guard import TAG, TEXT_ELEMENT, Loss

# What a person put into a template, by how it begins in the XML.
THINGS = {
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
    # One that gives a cell its colour or width becomes another: the sum counts.
    tags = [sum(xml.count(mark) for mark in ("{{", "{%")) for xml in (source, patched)]
    counted = [(name, [xml.count(mark) for xml in (source, patched)]) for mark, name in THINGS.items()]
    for name, (before, after) in [(N_("thẻ"), tags), *counted]:
        if after < before:
            said = _("{} {} đứng cùng đoạn hoặc cùng hàng với thẻ %p, %tr sẽ mất -> tách ra đoạn khác")
            raise Loss(said.format(before - after, _(name)))


def _wording(xml: str) -> str:
    text = "".join(TEXT_ELEMENT.findall(xml))
    return "".join(TAG.sub("", text).split())
