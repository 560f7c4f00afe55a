"""What a file is by its bytes: names are changed by hand, by mail and by telephones."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath
from typing import Final

from kh_docs.returns.suffixes import ARCHIVE, KNOWN
from kh_docs.word.archive import ZIP_FAULTS

# How every file begins that is an archive inside, Word's and Excel's among them.
ZIPPED: Final = b"PK\x03\x04"
# They say themselves why they are not read, or are read in a way of their own.
_AS_NAMED: Final = frozenset((".docm", ".xlsm", ".odt", ".ods"))


def fitting(content: bytes, suffix: str) -> str:
    """The suffix that fits what the file holds; its own where nothing says otherwise."""
    if suffix in _AS_NAMED or not content.startswith(ZIPPED):
        return suffix
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except ZIP_FAULTS:
        return suffix
    if any(name.startswith("word/") for name in names):
        return ".docx"
    if any(name.startswith("xl/") for name in names):
        return ".xlsx"
    return ARCHIVE if any(PurePosixPath(name).suffix.lower() in KNOWN for name in names) else suffix
