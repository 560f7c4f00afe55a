"""Text in the old code TCVN3, turned into Unicode, so that what it says can be known."""

from typing import Final

_OLD: Final = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ¡¢§£¤¥¦"
_NEW: Final = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
_TABLE: Final = str.maketrans(_OLD, _NEW)
_SIGNS: Final = frozenset("§®¸µ¹«¬­")


def decoded(text: str) -> str:
    """The text in Unicode where it bears the signs of TCVN3, else as it is."""
    return text if _SIGNS.isdisjoint(text) else text.translate(_TABLE)
