"""Text for a terminal or a file: what would be obeyed there, or not be seen, shown as its code."""

import re
from functools import cache

# What a terminal would obey, or nobody see: control characters, turned text, what has no width.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)


@cache
def _no_letter() -> re.Pattern[str]:
    """What no file of XML can hold besides: halves of letters, as in names of files that are no UTF-8."""
    return re.compile(f"[\ud800-\udfff\ufffe\uffff]|{UNSEEN.pattern}")


def visible(text: str) -> str:
    """The text with what a terminal must not get, or a person would not see, as its code."""
    return _coded(UNSEEN, text.replace("\r\n", "\n"))


def writable(text: str) -> str:
    """The same for a file: words of others, such as names of files, as they can stand in it."""
    return _coded(_no_letter(), text.replace("\r\n", "\n"))


def _coded(unseen: re.Pattern[str], text: str) -> str:
    return unseen.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
