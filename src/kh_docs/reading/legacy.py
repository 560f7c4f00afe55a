"""Recognise Vietnamese text in an old font code (TCVN3, VNI) or read with the wrong one (mojibake)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from kh_docs.patterns import re

# Letters of TCVN3 (ABC) fonts, shown by a Western code page, and what they stand for.
_TCVN3 = dict(zip(
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§",
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
    strict=True,
))  # fmt: skip
_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_TWO = {
    **{
        f"{base}{mark}": unicodedata.normalize("NFC", base + tone)
        for base, (mark, tone) in product("aeouy", _TONES.items())
    },
    **{f"a{mark}": letter for mark, letter in zip("êéèúüë", "ăắằẳẵặ", strict=True)},
    **{
        f"{base}{mark}": letter
        for base, letters in {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}.items()
        for mark, letter in zip("âáàåãä", letters, strict=True)
    },
    **{f"ô{mark}": unicodedata.normalize("NFC", "ơ" + tone) for mark, tone in _TONES.items()},
    **{f"ö{mark}": unicodedata.normalize("NFC", "ư" + tone) for mark, tone in _TONES.items()},
}  # fmt: skip
_VNI_ONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = {
    **_VNI_TWO,
    **{pair.upper(): letter.upper() for pair, letter in _VNI_TWO.items()},
    **{pair.capitalize(): letter.upper() for pair, letter in _VNI_TWO.items()},
    **_VNI_ONE,
    **{mark.upper(): letter.upper() for mark, letter in _VNI_ONE.items()},
}
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
# A syllable without its tone: onset, then vowels, then one of the few codas there are.
_SYLLABLE = re.compile(
    r"(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
    r"(?:[aăâeêioôơuưy]|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê"
    r"|iêu|oai|oao|oay|oeo|uôi|uya|uyê|uyu|ươi|ươu|yêu)(?:c|ch|m|n|ng|nh|p|t)?$"
)
_TONE_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# How many of a text's marked words must look wrong.
_SHARE = 0.3


class Suspicion(NamedTuple):
    """Which old code the text seems to be in, and what it would be in Unicode."""

    font: str
    unicode: str


def suspicion(text: str) -> Suspicion | None:
    """What is wrong with `text`, None where it reads as it should; nothing is converted."""
    if text.isascii():
        return None
    if (fixed := _read_right(text)) is not None:
        return Suspicion("UTF-8 bị đọc nhầm bảng mã", fixed)
    readings = {"TCVN3 (.VnTime)": _from_tcvn3(text), "VNI": _from_vni(text)}
    font = max(readings, key=lambda name: _share_mended(text, readings[name]))
    return Suspicion(font, readings[font]) if _likelier(text, readings[font]) else None


def _read_right(text: str) -> str | None:
    """`Há»™i` was UTF-8 read as Windows-1252; None when it was not."""
    try:
        data = b"".join(_byte(letter) for letter in text)
        fixed = data.decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return fixed if _likelier(text, fixed) else None


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _from_tcvn3(text: str) -> str:
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def _from_vni(text: str) -> str:
    return _VNI_PATTERN.sub(lambda match: _VNI[match[0]], text)


def _likelier(text: str, fixed: str) -> bool:
    return _share_mended(text, fixed) > _SHARE


def _share_mended(text: str, fixed: str) -> float:
    """The share of the marked words of `text` that are no Vietnamese, but are in `fixed`."""
    pairs = [pair for pair in zip(text.split(), fixed.split(), strict=False) if not pair[0].isascii()]
    mended = [1 for before, after in pairs if not _vietnamese(before) and _vietnamese(after)]
    return len(mended) / len(pairs) if pairs else 0.0


# A unit's data says the same words over and over.
@lru_cache(maxsize=20_000)
def _vietnamese(word: str) -> bool:
    parts = _WORD.findall(word)
    return bool(parts) and all(_SYLLABLE.match(_bare(part)) for part in parts) and not _odd(word)


def _odd(word: str) -> bool:
    """Signs that stand inside no word."""
    return bool(re.search(r"[µ¶·¸¹¨»¼½¾©®ª«¬¡¢£¤¥¦§\xad×÷]", word))


def _bare(word: str) -> str:
    stripped = _TONE_MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    return unicodedata.normalize("NFC", stripped)
