"""The items of lists in a YAML file as pieces of its text, their comments with them."""

from __future__ import annotations

import re
from typing import NamedTuple

_START = re.compile(r"^(?P<indent> *)- (?:id|clause): *['\"]?(?P<id>[^'\"\n#\[]*?)['\"]? *$", re.MULTILINE)


class ItemText(NamedTuple):
    id: str
    start: int
    end: int


def items_in(text: str) -> list[ItemText]:
    """The items of the lists in a file, comments above them included."""
    starts = [(found.start(), len(found["indent"]), found["id"]) for found in _START.finditer(text)]
    items = []
    for at, indent, name in starts:
        end = len(text)
        for line in re.finditer(r"^( *)[^ #\n]", text[at + indent + 1 :], re.MULTILINE):
            if len(line[1]) <= indent and at + indent + 1 + line.start() > at + indent + 1:
                end = at + indent + 1 + line.start()
                break
        items.append(
            ItemText(name, _with_remarks(text, at), _with_remarks(text, end) if end < len(text) else end)
        )
    return items


def _with_remarks(text: str, at: int) -> int:
    """Where the comments right above `at` begin."""
    while at > 0:
        above = text.rfind("\n", 0, at - 1) + 1
        if not text[above:at].lstrip().startswith("#"):
            break
        at = above
    return at
