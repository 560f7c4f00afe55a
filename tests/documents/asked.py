"""What the tags of a layout ask of a context, held against the context's type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints, is_typeddict

from jinja2 import Environment, nodes

from kh_docs.layout.lines import Line
from kh_docs.render.slots import BLOCK, SLOT
from kh_docs.render.values import Run, Slot, Table


class Asked(NamedTuple):
    """Which fields of which types are asked for, and what is wrong with how they are."""

    fields: set[tuple[type, str]]
    faults: list[str]


def fields_of(kind: Any) -> dict[str, Any]:
    """The fields of a named tuple or of a dict with declared keys; other types have none for a layout."""
    declared = hasattr(kind, "_fields") or is_typeddict(kind)
    return get_type_hints(kind) if declared and kind not in (Run, Table, Line) else {}


def asked_by(source: str, context: type) -> Asked:
    """What the Jinja template `source` asks of a `context` of this type."""
    environment = Environment()
    environment.filters |= {SLOT: str, BLOCK: str}
    asked = Asked(set(), [])
    _walk(environment.parse(source), {}, context, asked)
    return asked


def reached_from(context: type) -> Iterator[tuple[type, str]]:
    """Every field of `context` and of what its fields hold."""
    todo, seen = [context], set()
    while todo:
        kind = todo.pop()
        if kind in seen:
            continue
        seen.add(kind)
        for name, inner in fields_of(kind).items():
            yield kind, name
            todo += [_element(_without_none(inner)) or _without_none(inner)]


def _walk(node: nodes.Node, names: Mapping[str, Any], context: type, asked: Asked) -> None:
    if isinstance(node, nodes.For):
        assert isinstance(node.target, nodes.Name)
        element = _element(_type_of(node.iter, names, context, asked))
        if element is None:
            asked.faults.append(f"for {node.target.name}: not a list")
        names = {**names, node.target.name: element}
        for child in node.body:
            _walk(child, names, context, asked)
        return
    if isinstance(node, nodes.Output):
        for child in node.nodes:
            _printed(child, names, context, asked)
        return
    if isinstance(node, (nodes.Getattr, nodes.Getitem, nodes.Name)):
        _type_of(node, names, context, asked)
        return
    for child in node.iter_child_nodes():
        _walk(child, names, context, asked)


def _printed(node: nodes.Node, names: Mapping[str, Any], context: type, asked: Asked) -> None:
    if isinstance(node, nodes.TemplateData):
        return
    wanted: tuple[Any, ...] = (str,)
    if isinstance(node, nodes.Filter) and node.node is not None:
        wanted = (Slot,) if node.name == SLOT else (Table, Line)
        node = node.node
    kind = _type_of(node, names, context, asked)
    if kind is not None and kind not in wanted:
        asked.faults.append(f"{_spelt(node)}: prints {kind}")


def _type_of(node: nodes.Node, names: Mapping[str, Any], context: type, asked: Asked) -> Any:
    """The type of `name`, `name.field` or `name['key']`; None where the type has no such field."""
    if isinstance(node, nodes.Name):
        if node.name == "loop":
            return None
        return names[node.name] if node.name in names else _field(context, node.name, node, asked)
    if isinstance(node, nodes.Getattr):
        return _of(_type_of(node.node, names, context, asked), node.attr, node, asked)
    assert isinstance(node, nodes.Getitem)
    assert isinstance(node.arg, nodes.Const)
    return _of(_type_of(node.node, names, context, asked), str(node.arg.value), node, asked)


def _of(kind: Any, name: str, node: nodes.Node, asked: Asked) -> Any:
    return None if kind is None else _field(kind, name, node, asked)


def _field(kind: Any, name: str, node: nodes.Node, asked: Asked) -> Any:
    found = fields_of(kind).get(name)
    if found is None:
        asked.faults.append(f"{_spelt(node)}: {kind.__name__} has no {name}")
        return None
    asked.fields.add((kind, name))
    return _without_none(found)


def _without_none(kind: Any) -> Any:
    if get_origin(kind) is UnionType:
        (kind,) = (each for each in get_args(kind) if each is not type(None))
    return kind


def _element(kind: Any) -> Any:
    """What a list holds; None of what is no list, or a slot, which is printed as one."""
    origin = get_origin(kind)
    if kind == Slot or origin not in (list, tuple, Sequence):
        return None
    return get_args(kind)[0]


def _spelt(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_spelt(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else type(node).__name__
