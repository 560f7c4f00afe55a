"""Which names a sentence asks for, in every branch of it and not only in the one that is printed today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes


class Asked(NamedTuple):
    """`due("D04")` asks the function `due` for `D04`, `own.forums` the group `own` for `forums`."""

    of: str
    name: str


_ENVIRONMENT = Environment(autoescape=False)


def names_asked(text: str) -> Iterator[Asked]:
    """The names in `{{ }}` and `{% %}`; none where it cannot be read, as whoever prints it will say."""
    if "{" not in text:
        return
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError:
        return
    for node in tree.find_all((nodes.Call, nodes.Getattr)):
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            first = node.args[0] if node.args else None
            if isinstance(first, nodes.Const) and isinstance(first.value, str):
                yield Asked(node.node.name, first.value)
        elif isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            yield Asked(node.node.name, node.attr)
