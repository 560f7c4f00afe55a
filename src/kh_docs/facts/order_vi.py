"""Sort Vietnamese names as a dictionary does: đ after d, ê after e, tones last."""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Without a mark, then huyền, hỏi, ngã, sắc, nặng.
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def order_of(name: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The key to sort `name` by: its letters first, its tones where the letters are the same."""
    letters: list[int] = []
    tones: list[int] = []
    for letter in unicodedata.normalize("NFC", name.lower()):
        marks = [mark for mark in unicodedata.normalize("NFD", letter) if mark in _TONES]
        bare = unicodedata.normalize(
            "NFC", "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark not in _TONES)
        )
        letters.append(_LETTERS.find(bare) + 1 if bare.isalpha() else 0)
        tones.append(_TONES.find(marks[0]) + 1 if marks else 0)
    return tuple(letters), tuple(tones)
