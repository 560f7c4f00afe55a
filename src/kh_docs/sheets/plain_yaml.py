"""Write plain data, texts in mappings and lists, as YAML; as ruamel.yaml would, in a tenth of its time."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What reads back as itself without quotes: no sign of YAML in front, no “: ” or “ #” inside.
_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f:#]|:(?=\S)|(?<=\S)#)*(?<!\s)")


def lines_of(value: object, indent: str = "") -> Iterator[str]:
    """The lines of a mapping or a list."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _entry(f"{indent}{_scalar(str(key), indent)}:", item, f"{indent}  ")
    elif isinstance(value, list):
        inner = f"{indent}  "
        for item in value:
            lines = _entry(indent, item, inner) if isinstance(item, str) else lines_of(item, inner)
            # The dash takes the place of the blanks before the first line.
            yield f"{indent}- {next(lines).lstrip()}"
            yield from lines


def _entry(name: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{name} {_scalar(value, indent)}\n"
    else:
        yield f"{name}\n"
        yield from lines_of(value, indent)


def _scalar(text: str, indent: str) -> str:
    if "\n" in text:
        return "|-" + "".join(f"\n{indent}{line}" if line else "\n" for line in text.split("\n"))
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
