"""Text for a terminal or a file: what would be obeyed there, or not be seen, shown as its code."""

import re
from functools import cache

from kh_docs.unseen import ANNOTATING, CONTROL, HALVES, IGNORABLE, TURNING

# What a terminal would obey, or nobody see.
UNSEEN = re.compile(f"[{CONTROL}{IGNORABLE}{TURNING}{ANNOTATING}]")


@cache
def _no_letter() -> re.Pattern[str]:
    """What no file of XML can hold besides."""
    return re.compile(f"[{HALVES}\ufffe\uffff]|{UNSEEN.pattern}")


def visible(text: str) -> str:
    """The text with what a terminal must not get, or a person would not see, as its code."""
    return _coded(UNSEEN, text.replace("\r\n", "\n"))


def writable(text: str) -> str:
    """The same for a file: words of others, such as names of files, as they can stand in it."""
    return _coded(_no_letter(), text.replace("\r\n", "\n"))


def _coded(unseen: re.Pattern[str], text: str) -> str:
    return unseen.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
