"""The end of a document: Nơi nhận at the left, who signs at the right; all three sides of minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from kh_docs import decree30
from kh_docs.layout.controls import slot
from kh_docs.layout.styles import AFTER_LINE, SIGN_HERE, style_id
from kh_docs.layout.tables import cell, plain_table, row
from kh_docs.layout.xml import each, paragraph, spoken

_RECIPIENTS_MM = 78.0
_SIGNER_MM = decree30.TEXT_WIDTH_MM - _RECIPIENTS_MM
_THIRD_MM = decree30.TEXT_WIDTH_MM / 3
_SIDES = {
    "secretary": "THƯ KÝ",
    "inspected": "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC~KIỂM~TRA",
    "leader": "TRƯỞNG ĐOÀN",
}
_SHEET_SIDES = ("left", "middle", "right")


def signature() -> etree._Element:
    """One row, so that both sides start at one height and stay on one page."""
    signer = [
        *each("line", "signature.authority", [spoken(style_id("quyen_han_chuc_vu"), "{{ line }}")]),
        paragraph(style_id("ho_ten"), slot("signature.name")),
    ]
    return plain_table(
        (_RECIPIENTS_MM, _SIGNER_MM), row(cell(_RECIPIENTS_MM, *_recipients()), cell(_SIGNER_MM, *signer))
    )


def three_signatures() -> etree._Element:
    """Mẫu 1.9 with the inspected body between secretary and leader; Nơi nhận below the secretary."""
    names = (paragraph(style_id("ho_ten"), slot(f"signatures.{side}")) for side in _SIDES)
    recipients = cell(2 * _THIRD_MM, paragraph(AFTER_LINE), *_recipients(), span=2)
    rest = cell(_THIRD_MM, paragraph(style_id("noi_nhan")))
    return plain_table([_THIRD_MM] * 3, _titles(_SIDES.values()), row(*_thirds(names)), row(recipients, rest))


def sheet_signatures() -> etree._Element:
    """Who judged, and who confirms it: as the data say, side by side; signed by hand."""
    sides = [f"sheet.signers.{side}" for side in _SHEET_SIDES]
    titles = _titles(f"{{{{ {side}.title }}}}" for side in sides)
    notes = (spoken(SIGN_HERE, f"{{{{ {side}.how }}}}") for side in sides)
    return plain_table([_THIRD_MM] * 3, titles, row(*_thirds(notes)))


def _titles(titles: Iterable[str]) -> etree._Element:
    style = style_id("quyen_han_chuc_vu")
    return row(*_thirds(spoken(style, title) for title in titles))


def _thirds(content: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return (cell(_THIRD_MM, element) for element in content)


def _recipients() -> list[etree._Element]:
    return [
        spoken(style_id("noi_nhan_tieu_de"), "Nơi nhận:"),
        *each("line", "recipients", [paragraph(style_id("noi_nhan"), slot("line"))]),
    ]
