"""The items of lists in a YAML file as pieces of its text, their comments with them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

# On lines of its own, or all of it on one line: `- {id: ten, heading: …}`.
_START = re.compile(
    r"^(?P<indent> *)- (?:(?:id|clause): *['\"]?(?P<id>[^'\"\n#\[]*?)['\"]? *$|\{id: *(?P<short>[\w-]+),)",
    re.MULTILINE,
)


class ItemText(NamedTuple):
    id: str
    start: int
    end: int


def items_in(text: str) -> list[ItemText]:
    """The items of the lists in a file, comments above them included."""
    starts = [
        (found.start(), len(found["indent"]), found["id"] or found["short"] or "")
        for found in _START.finditer(text)
    ]
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


def outermost(items: Collection[ItemText]) -> list[ItemText]:
    """Without those that stand inside another of them."""
    return [item for item in items if not any(_inside(item, each) for each in items)]


def innermost(items: Collection[ItemText]) -> list[ItemText]:
    """Without those in which another of them stands."""
    return [item for item in items if not any(_inside(each, item) for each in items)]


def _inside(item: ItemText, other: ItemText) -> bool:
    return item is not other and other.start <= item.start and item.end <= other.end


def _with_remarks(text: str, at: int) -> int:
    """Where the comments right above `at` begin."""
    while at > 0:
        above = text.rfind("\n", 0, at - 1) + 1
        if not text[above:at].lstrip().startswith("#"):
            break
        at = above
    return at
