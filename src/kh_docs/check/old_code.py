"""Text in the old code TCVN3, turned into Unicode, so that what it says can be known."""

from typing import Final

from kh_docs.patterns import re

_OLD: Final = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ¡¢§£¤¥¦"
_NEW: Final = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
_TABLE: Final = str.maketrans(_OLD, _NEW)
# Letters that the old codes do not have: where one stands, a soft hyphen is one and no ư.
UNICODE_ONLY: Final = re.compile(
    "[\u1ea0-\u1ef9\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0]|[\u0300-\u0323]"
)
_SIGNS: Final = frozenset("§®¸µ¹«¬­")


def decoded(text: str) -> str:
    """The text in Unicode where it bears the signs of TCVN3, else as it is."""
    return text if _SIGNS.isdisjoint(text) else text.translate(_TABLE)
