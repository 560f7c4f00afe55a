"""Loops over the rows of a layout whose XML follows from the row alone: it need not be made for each unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from typing import Any, Final

from jinja2 import nodes

from kh_docs.render.slots import SLOT

# What a row may ask of its place: whether it is the first, whether the last.
PLACES: Final = ("first", "last")
_FIRST, _INNER, _LAST = ({"first": at == 0, "last": at == 2} for at in range(3))
_ONLY = {"first": True, "last": True}
# All that the body of such a loop is made of; anything else may do what nobody sees.
_HARMLESS = (
    *(nodes.Output, nodes.TemplateData, nodes.If, nodes.Const, nodes.Name, nodes.Getattr, nodes.Filter),
    *(nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or),
)


def follows_from_its_row(loop: nodes.For) -> bool:
    """Whether the body of `loop` prints runs, and nothing but what its row and its place in the loop say."""
    if loop.test or loop.else_ or loop.recursive or not isinstance(loop.target, nodes.Name):
        return False
    inside = [each for node in loop.body for each in (node, *_below(node))]
    if not all(isinstance(node, _HARMLESS) for node in inside):
        return False
    filters = {node.name for node in inside if isinstance(node, nodes.Filter)}
    read = [node for node in inside if isinstance(node, nodes.Getattr)]
    names = [node for node in inside if isinstance(node, nodes.Name)]
    # Each name is that of the row or the loop, and read with a dot.
    return filters == {SLOT} and len(names) == len(read) and all(_is_ours(node, loop.target) for node in read)


def places_asked(loop: nodes.For) -> list[str]:
    """What of `PLACES` its body asks."""
    read = (node for each in loop.body for node in (each, *_below(each)) if isinstance(node, nodes.Getattr))
    return sorted({node.attr for node in read if isinstance(node.node, nodes.Name) and _is_loop(node.node)})


def placed(items: Iterable[Any]) -> Iterator[tuple[Any, Mapping[str, bool]]]:
    """Each of `items` with what may be asked of its place."""
    rows = items if items.__class__ is list else list(items)
    if len(rows) < 2:
        return zip(rows, (_ONLY,), strict=False)
    return zip(rows, chain((_FIRST,), repeat(_INNER, len(rows) - 2), (_LAST,)), strict=True)


def _is_ours(read: nodes.Getattr, row: nodes.Name) -> bool:
    if not isinstance(read.node, nodes.Name) or read.attr.startswith("_"):
        return False
    return read.attr in PLACES if _is_loop(read.node) else read.node.name == row.name


def _is_loop(name: nodes.Name) -> bool:
    return name.name == "loop"


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes():
        yield child
        yield from _below(child)
