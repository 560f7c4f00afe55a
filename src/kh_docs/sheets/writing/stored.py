"""A workbook as bytes that say nothing of when it was saved: same data, same bytes."""

from __future__ import annotations

import errno
import io
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import IO

from lxml import etree
from openpyxl import Workbook

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
# openpyxl says of every height that a person chose it; then rows would not grow with what a clerk types.
_CHOSEN_HEIGHT = b' customHeight="1"'
# Stands between a formula and what it comes to, which openpyxl has no place for: a preview of mail or a
# telephone, which does not calculate, would show an empty cell.
KNOWN = "\ue000"
_KNOWN_VALUE = re.compile(rb"<f>([^<]*)&#%d;([^<]*)</f><v ?(?:/>|></v>)" % ord(KNOWN))
# Bytes of a sheet that are looked at together.
_PIECE = 1 << 20
# The order of what a font says (ECMA-376, part 1, 18.8.22), which openpyxl does not keep.
_FONT = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)


def stored(workbook: Workbook, day: date) -> bytes:
    """The workbook as if it had been saved on `day`; openpyxl stamps files with the hour."""
    workbook.properties.creator = "kh-docs"
    result = io.BytesIO()
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    with tempfile.TemporaryFile() as first:
        _save(workbook, first)
        with zipfile.ZipFile(first) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                info = zipfile.ZipInfo(name, _ZIP_TIME)
                info.external_attr = 0o600 << 16
                info.compress_type = zipfile.ZIP_DEFLATED
                with source.open(name) as part, target.open(info, "w") as put:
                    for piece in _mended(name, part, stamp):
                        put.write(piece)
    return result.getvalue()


def _save(workbook: Workbook, file: IO[bytes]) -> None:
    try:
        workbook.save(file)
    except etree.SerialisationError as error:
        # A sheet waits in a temporary file; what the disk said, lxml calls IO_ENOSPC.
        number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number), tempfile.gettempdir()) from error


def _mended(name: str, part: IO[bytes], stamp: bytes) -> Iterator[bytes]:
    """A part without what openpyxl should not have written; sheets piece by piece, for they can be long."""
    if name == "docProps/core.xml":
        yield re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, part.read())
    elif name == "xl/styles.xml":
        yield _in_order(part.read())
    elif name.startswith("xl/worksheets/"):
        held = b""
        while piece := part.read(_PIECE):
            # Cut before a cell, so that each piece holds whole ones.
            whole, cell, held = (held + piece).replace(_CHOSEN_HEIGHT, b"").rpartition(b"<c ")
            yield _KNOWN_VALUE.sub(rb"<f>\1</f><v>\2</v>", whole)
            held = cell + held
        yield _KNOWN_VALUE.sub(rb"<f>\1</f><v>\2</v>", held.replace(_CHOSEN_HEIGHT, b""))
    else:
        yield part.read()


def _in_order(styles: bytes) -> bytes:
    root = etree.fromstring(styles)
    for font in root.iter("{*}font"):
        font[:] = sorted(font, key=lambda part: _FONT.index(etree.QName(part).localname))
    return etree.tostring(root)
