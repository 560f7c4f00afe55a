"""Write the items of a plan's file as people keep them; split such a file into items, comments and all."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_WIDTH = 108
# What needs no quotation marks: in a line of its own, and between commas and brackets.
_PLAIN = re.compile(r"\w(?:[^:#\n\"']|:(?! |$)|(?<! )#)*")
_PLAIN_IN_FLOW = re.compile(r"\w[^:#\n\"'{}\[\],]*")

# A file without items; an empty one would look like one that was lost.
_NONE = "[]"
_ITEM = re.compile(r"- id:\s*['\"]?(?P<id>[^'\"\n#]+?)['\"]?\s*$", re.MULTILINE)

# Text, a yes, a list of ids, or a small mapping on one line; what is None is left out.
Value = str | bool | None | Sequence[str] | Mapping[str, str | Sequence[str]]


class Block(NamedTuple):
    """One item as it stands in the file: `text` with its comments above it, ending in a line end."""

    id: str
    text: str


def item(fields: Mapping[str, Value], remark: str = "") -> Block:
    """The item with these fields, those that are empty left out, the remark as a comment above it."""
    lines = [f"# {line}" for line in textwrap.wrap(remark, _WIDTH - 2, break_on_hyphens=False)]
    first = True
    for name, value in fields.items():
        if value is None or value in ("", False):
            continue
        lines.append(f"{'- ' if first else '  '}{name}: {_written(value)}")
        first = False
    return Block(str(fields["id"]), "\n".join(lines) + "\n")


def mapping(fields: Mapping[str, Value]) -> str:
    """The fields of a file that holds one value."""
    return "".join(f"{name}: {_written(value, '  ')}\n" for name, value in fields.items() if value)


def split(text: str) -> tuple[str, list[Block]]:
    """What stands before the first item, and the items; put together again they are the text."""
    starts = []
    for found in _ITEM.finditer(text):
        at = found.start()
        # Comments right above an item are about it.
        while (line := text.rfind("\n", 0, max(at - 1, 0))) >= -1 and at > 0:
            above = text[line + 1 : at]
            if not above.startswith("#"):
                break
            at = line + 1
        starts.append((at, found["id"]))
    if not starts:
        return text, []
    ends = [at for at, _id in starts[1:]] + [len(text)]
    return text[: starts[0][0]], [
        Block(name, text[at:end]) for (at, name), end in zip(starts, ends, strict=True)
    ]


def joined(head: str, blocks: Iterable[Block]) -> str:
    """The file: its head, then the items with an empty line between them."""
    top = head.strip().removesuffix(_NONE).rstrip("\n") + "\n\n"
    return top + ("\n".join(block.text.strip("\n") + "\n" for block in blocks) or f"{_NONE}\n")


def _written(value: Value, indent: str = "    ") -> str:
    if isinstance(value, bool) or value is None:
        return "yes" if value else "no"
    if isinstance(value, str):
        return _text(value, indent)
    return _flow(value)


def _flow(value: str | Sequence[str] | Mapping[str, str | Sequence[str]]) -> str:
    if isinstance(value, str):
        return value if _PLAIN_IN_FLOW.fullmatch(value) else _quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow(each)}" for name, each in value.items()) + "}"
    return "[" + ", ".join(_flow(each) for each in value) + "]"


def _text(value: str, indent: str) -> str:
    if "\n" in value:
        return "|-\n" + textwrap.indent(value, indent)
    if len(value) < 70:
        return value if _PLAIN.fullmatch(value) else _quoted(value)
    lines = textwrap.wrap(value, _WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    return ">-\n" + "\n".join(indent + line for line in lines)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
