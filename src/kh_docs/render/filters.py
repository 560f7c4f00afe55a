"""Which of Jinja's filters wording and layouts have, and that none of them spells out what is no text."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

Filter = Callable[..., Any]

# `safe` lets a value write Word XML, even in the sandbox and even when that XML is valid; the same data give
# the same document, which `random` does not; the others write what programs read, no document.
LEFT_OUT = (
    "safe",
    "random",
    "pprint",
    "tojson",
    "urlize",
    "urlencode",
    "xmlattr",
    "filesizeformat",
    "forceescape",
)
# Jinja makes text of whatever these are given: of nothing “None”, of a unit “UnitWords(id=…”.
_OF_TEXT = (
    *("capitalize", "lower", "upper", "title", "trim", "replace", "indent", "truncate", "center"),
    *("wordwrap", "striptags", "string", "format", "escape", "e"),
)


def fenced(filters: dict[str, Filter], text: Callable[[Any], Any]) -> dict[str, Filter]:
    """Jinja's filters without those; `text` raises for a value that must not be printed."""
    found = {name: each for name, each in filters.items() if name not in LEFT_OUT}
    found |= {name: _of_text(found[name], text) for name in _OF_TEXT}
    found["join"] = _joining(found["join"], text)
    return found


def _of_text(each: Filter, text: Callable[[Any], Any]) -> Filter:
    # Jinja hands some of them itself or its context first.
    at = 1 if hasattr(each, "jinja_pass_arg") else 0

    @wraps(each)
    def checked(*arguments: Any, **named: Any) -> Any:
        text(arguments[at])
        return each(*arguments, **named)

    return checked


def _joining(join: Filter, text: Callable[[Any], Any]) -> Filter:
    @wraps(join)
    def checked(context: Any, value: Any, *arguments: Any, **named: Any) -> Any:
        items = list(value)
        if len(arguments) < 2 and "attribute" not in named:
            for item in items:
                text(item)
        return join(context, items, *arguments, **named)

    return checked
