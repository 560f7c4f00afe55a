"""How wide a text is in Times New Roman, from the advance widths of its letters."""

import unicodedata
from functools import lru_cache
from typing import Final

from kh_docs.unseen import seen

_UNITS_PER_EM: Final = 2048
_MM_PER_PT: Final = 25.4 / 72
_HORN: Final = "\u031b"

# Width -> letters, read once from Liberation Serif, which has the metrics of Times New Roman.
_REGULAR: Final = {
    369: "'",
    410: "|",
    512: " ,.\u00a0",
    565: "ª",
    569: "/:;\\ijltı",
    614: "²³",
    635: "º",
    682: "!()-I[]`fr‘’",
    797: "Js",
    819: "°",
    836: '"',
    909: "?acez“”",
    961: "^",
    983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ–",
    1083: "ơ",
    1108: "~",
    1110: "ư",
    1124: "±",
    1139: "FPS",
    1155: "+<=>×",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1536: "½",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "—…",
}
_BOLD: Final = {
    451: "|",
    512: " ,.\u00a0",
    569: "'/\\ilı",
    614: "²³ª",
    676: "º",
    682: "!()-:;[]`fjt‘’",
    797: "Is",
    807: "{}",
    819: "°",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy–“”",
    1065: "~",
    1124: "±",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>×",
    1190: "^",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1536: "½",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W—…",
}


def _by_letter(table: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in table.items() for letter in letters}


_WIDTHS: Final = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


# Heads and headings are measured by several rules, and say much the same in all documents of one run.
@lru_cache(4096)
def text_width_mm(text: str, size_pt: float, bold: bool = False) -> float:
    """The width of `text` set on one line; marks above and below letters, and what is unseen, add nothing."""
    widths = _WIDTHS[bold]
    average = widths["n"]
    units = sum(widths.get(letter, average) for letter in _base_letters(seen(text)))
    return units * size_pt * _MM_PER_PT / _UNITS_PER_EM


def _base_letters(text: str) -> str:
    """`text` without its tone and vowel marks, but with ơ, ư and đ, which are wider than o, u and d."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFD", text):
        if letter == _HORN:
            # A horn may come after the tone mark was dropped, so it always joins the last base letter.
            letters[-1:] = [unicodedata.normalize("NFC", letters[-1] + _HORN)] if letters else []
        elif not unicodedata.combining(letter):
            letters.append(letter)
    return "".join(letters)
