"""The shape of a unit's file, as the plan's fields.yaml declares it, and the values that were told in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kh_docs.model.base import Model
from kh_docs.model.fields import COMMUNES, OWN_TARGETS, SHEET, Field, Fields, Value
from kh_docs.model.local import LocalData, OfAnyPlan

# Made once for the plan in hand: its units' files are many.
_made: list[tuple[Fields, type[Model]]] = []


def shape_of(fields: Fields) -> type[Model]:
    """What a file may hold: what every plan asks, and what this one declares."""
    if not _made or _made[0][0] is not fields:
        _made[:] = [(fields, _shape(fields))]
    return _made[0][1]


def _shape(fields: Fields) -> type[Model]:
    declared: dict[str, Any] = {
        **_members(fields.unit),
        OWN_TARGETS: _group(OWN_TARGETS, _members(fields.own_targets)),
        COMMUNES: dict[str, _group(COMMUNES, _members(fields.communes))],  # type: ignore[misc]
    }
    for each in fields.lists:
        sheet: dict[str, Any] = {SHEET: dict[str, str]} if each.judged else {}
        entry = _group(each.id, {**_members(each.fields), **sheet}, _required(each.fields))
        declared[each.id] = tuple[entry, ...]  # type: ignore[valid-type]
    return _group("Local", declared, base=OfAnyPlan)


def told(fields: Fields, read: Any) -> LocalData:
    """What was read in that shape, without anything that nobody told."""
    lists = {
        each.id: tuple(dict(_values(entry)) for entry in getattr(read, each.id)) for each in fields.lists
    }
    unit = {field.id.split(".")[0]: None for field in fields.unit}
    own = [pair for name in (*unit, OWN_TARGETS) for pair in _value(name, getattr(read, name))]
    return LocalData(
        **{name: getattr(read, name) for name in OfAnyPlan.field_types},
        own=dict(own),
        communes={name: dict(_values(commune)) for name, commune in getattr(read, COMMUNES).items()},
        lists={name: entries for name, entries in lists.items() if entries},
    )


def _members(fields: Sequence[Field]) -> dict[str, Any]:
    """The type of each field; those with a dot in their id together under what stands before it."""
    members: dict[str, Any] = {}
    for field in fields:
        head, dot, _rest = field.id.partition(".")
        if not dot:
            members[head] = field.kind
        elif head not in members:
            inner = [
                each.replace(id=each.id.partition(".")[2])
                for each in fields
                if each.id.startswith(head + ".")
            ]
            members[head] = _group(head, _members(inner), _required(inner)) | None
    return members


def _required(fields: Sequence[Field]) -> frozenset[str]:
    return frozenset(field.id for field in fields if field.required)


def _group(
    name: str, members: dict[str, Any], required: frozenset[str] = frozenset(), base: type[Model] = Model
) -> type[Model]:
    defaults = {member: _default(kind) for member, kind in members.items() if member not in required}
    return type(name, (base,), {"__annotations__": members, **defaults})


def _default(kind: Any) -> Any:
    """What stands for nothing told."""
    origin = getattr(kind, "__origin__", None)
    if isinstance(kind, type) and issubclass(kind, Model):
        return kind()
    if origin in (dict, tuple):
        return origin()
    if origin is bool:
        return False
    return None if type(None) in getattr(kind, "__args__", ()) else ""


def _values(entry: Model) -> Iterator[tuple[str, Value]]:
    for name, value in vars(entry).items():
        yield from _value(name, value)


def _value(name: str, value: Any) -> Iterator[tuple[str, Value]]:
    if isinstance(value, Model):
        yield from ((f"{name}.{inner}", found) for inner, found in _values(value))
    elif isinstance(value, dict):
        yield from ((f"{name}.{inner}", found) for inner, found in value.items() if found)
    elif value is not None and value is not False and value != "":
        yield name, value
