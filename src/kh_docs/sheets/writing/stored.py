"""A workbook as bytes that say nothing of when it was saved: same data, same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from lxml import etree
from openpyxl import Workbook

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
# openpyxl says of every height that a person chose it; then rows would not grow with what a clerk types.
_CHOSEN_HEIGHT = b' customHeight="1"'
# The order of what a font says (ECMA-376, part 1, 18.8.22), which openpyxl does not keep.
_FONT = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)


def stored(workbook: Workbook, day: date) -> bytes:
    """The workbook as if it had been saved on `day`; openpyxl stamps files with the hour."""
    workbook.properties.creator = "kh-docs"
    _leave_no_formula(workbook)
    first, result = io.BytesIO(), io.BytesIO()
    workbook.save(first)
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, content)
            elif name == "xl/styles.xml":
                content = _in_order(content)
            elif name.startswith("xl/worksheets/"):
                content = content.replace(_CHOSEN_HEIGHT, b"")
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.external_attr = 0o600 << 16
            target.writestr(info, content, zipfile.ZIP_DEFLATED)
    return result.getvalue()


def _leave_no_formula(workbook: Workbook) -> None:
    """Words stay words even if they begin with “=”, “+”, “-” or “@” (B72): none of our cells counts."""
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value[:1] in tuple("=+-@\t\r"):
                    cell.data_type = "s"
                    cell.quotePrefix = True


def _in_order(styles: bytes) -> bytes:
    root = etree.fromstring(styles)
    for font in root.iter("{*}font"):
        font[:] = sorted(font, key=lambda part: _FONT.index(etree.QName(part).localname))
    return etree.tostring(root)
