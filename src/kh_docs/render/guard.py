"""See to it that between template, values and Word file no word is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from kh_docs.i18n import _

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
TEXT_ELEMENT = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>", re.DOTALL)
# How a file of Word 97-2003 begins, and a .docx with a password.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LEFT_OVER = ("{{", "}}", "{%", "%}")
TEXT, BREAK, TAB, VALUE = f"{W}t", f"{W}br", f"{W}tab", f"{W}val"
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


def not_a_docx(content: bytes) -> str:
    """What a file is that could not be opened as a Word file, as far as its first bytes tell."""
    if not content:
        return _("không phải .docx: tệp rỗng (0 byte)")
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return _("không phải .docx: tệp có mật khẩu; bỏ mật khẩu trong Word rồi lưu lại")
        return _("không phải .docx: là tệp .doc của Word 97-2003; mở bằng Word rồi lưu thành .docx")
    if content.startswith(b"%PDF"):
        return _("không phải .docx: là tệp PDF")
    if content.startswith(b"PK"):
        return _("không phải .docx: tệp hỏng, bị cắt cụt hoặc có mật khẩu")
    return _("không phải .docx: không nhận ra định dạng tệp")


def template_faults(parts: Mapping[str, bytes]) -> list[str]:
    """Why these zip entries must not serve as a template; empty when they may."""
    faults: list[str] = []
    if "word/document.xml" not in parts:
        return [_("không phải .docx (thiếu word/document.xml)")]
    if any(name.endswith("vbaProject.bin") for name in parts):
        faults.append(_("mẫu có macro"))
    if any("embeddings/" in name for name in parts):
        faults.append(_("mẫu có đối tượng nhúng (OLE)"))
    for name, content in parts.items():
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            faults.append(_("tệp không an toàn: {} có DTD").format(name))
        if name.endswith((".xml", ".rels")):
            try:
                check_well_formed(content)
            except etree.XMLSyntaxError as error:
                faults.append(_("{}: XML hỏng: {}").format(name, error))
        if name.endswith(".rels"):
            faults += _links_out(content)
    if b"kh-docs:" in parts.get("docProps/core.xml", b"") and b"{{" not in parts["docProps/core.xml"]:
        faults.append(_("đây là văn bản do kh-docs làm ra, không phải mẫu"))
    return faults


def _links_out(relationships: bytes) -> Iterator[str]:
    """What Word would fetch on opening; a hyperlink it only follows when someone clicks."""
    try:
        links = etree.fromstring(relationships, strict_parser())
    except etree.XMLSyntaxError:
        yield _("tệp hỏng: không đọc được các liên kết bên trong")
        return
    for link in links:
        kind = link.get("Type", "").rsplit("/", 1)[-1]
        if kind == "attachedTemplate":
            yield _("mẫu gắn với một mẫu khác (attachedTemplate)")
        elif link.get("TargetMode", "").lower() == "external" and kind != "hyperlink":
            yield _("mẫu trỏ ra ngoài (ảnh hoặc đối tượng liên kết)")


def check_same_wording(source: str, patched: str) -> None:
    """docxtpl's regular expressions moved tags about; the words between them must all be there."""
    before, after = _wording(source), _wording(patched)
    if before != after:
        at = next(
            (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
            min(len(before), len(after)),
        )
        raise Loss(_("thẻ mẫu đặt sai chỗ làm mất chữ gần “{}”").format(before[max(0, at - 20) : at + 20]))


def _wording(xml: str) -> str:
    text = "".join(TEXT_ELEMENT.findall(xml))
    return "".join(TAG.sub("", text).split())


def mend_empty_containers(root: etree._Element) -> None:
    """Give an emptied cell its paragraph back and drop a table without rows: Word calls both corrupt."""
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag not in (f"{W}p", f"{W}sdt"):
            etree.SubElement(cell, f"{W}p")
    for table in list(root.iter(f"{W}tbl")):
        parent = table.getparent()
        if parent is not None and next(table.iter(f"{W}tr"), None) is None:
            parent.remove(table)


def has_no_empty_container(content: bytes) -> bool:
    """Whether every cell of this part ends with a paragraph or control and every table with a row."""
    *cells, _rest = content.split(b"</w:tc>")
    *tables, _rest = content.split(b"</w:tbl>")
    return all(cell.endswith((b"</w:p>", b"</w:sdt>")) for cell in cells) and all(
        table.endswith(b"</w:tr>") for table in tables
    )


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
