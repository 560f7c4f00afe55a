"""Prove that two versions of a document say the same."""

import unicodedata
from typing import Final

from kh_docs.patterns import re
from kh_docs.word.xml import Element, W

_DASHES: Final = re.compile(r"\s*[-–—‑]\s*")
_ZEROS: Final = re.compile(r"\b0+(?=\d)")
_BREAKS: Final = frozenset({W + name for name in ("tab", "br", "cr", "p")})


def words_of(root: Element) -> list[str]:
    """The words of a part in order, deleted ones too, with dashes, zeros and letter codes made alike."""
    characters: list[str] = []
    for element in root.iter():
        if element.tag in (W + "t", W + "delText"):
            characters.append(element.text or "")
        elif element.tag in _BREAKS:
            characters.append(" ")
    text = unicodedata.normalize("NFC", "".join(characters))
    return _ZEROS.sub("", _DASHES.sub(" - ", text)).split()
