"""The ids of clauses by the path of their marks: “II.1.a”, dashes counted under what they stand under."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.planning.marks import Level, Mark

OPENING = "opening"
_SENTENCE_ENDS = tuple(".;:!?…")


class Node(NamedTuple):
    mark: Mark | None
    texts: list[tuple[int, str]]
    path: tuple[tuple[Level, str], ...]


def ids_of(nodes: list[Node]) -> list[str]:
    """Ids by the path of marks; dashes counted under what they stand under."""
    dashed = any(level == "sub" for node in nodes for level, _name in node.path) or _collides(nodes)
    ids: list[str] = []
    dashes: dict[str, int] = {}
    for at, node in enumerate(nodes):
        if node.mark is None:
            ids.append(OPENING if at == 0 else ".".join([*(name for _level, name in node.path), "end"]))
            continue
        parent = ".".join(_parts(node.path[:-1] if node.mark.level == "dash" else node.path))
        if node.mark.level != "dash":
            ids.append(parent)
            continue
        dashes[parent] = dashes.get(parent, 0) + 1
        joined = ("-" if dashed else ".").join([parent, str(dashes[parent])])
        ids.append(joined.lstrip(".-"))
    return ids


def _parts(path: Sequence[tuple[Level, str]]) -> list[str]:
    """“2.1” under “2” adds its last number only."""
    parts: list[str] = []
    for at, (level, name) in enumerate(path):
        before = path[at - 1][1] + "." if at else ""
        parts.append(name.removeprefix(before) if level == "sub" else name)
    return parts


def _collides(nodes: list[Node]) -> bool:
    """Dashes and numbers under one clause would get the same ids."""
    parents = {
        level: {node.path[:-1] for node in nodes if node.mark and node.mark.level == level}
        for level in ("number", "dash")
    }
    return bool(parents["number"] & parents["dash"])


def is_heading(node: Node, after: Node | None) -> bool:
    """A title that gives no order: parts, and what ends like no sentence and has clauses under it."""
    if node.mark is None or node.mark.level == "dash" or len(node.texts) > 1:
        return False
    text = node.texts[0][1]
    has_children = after is not None and after.mark is not None and after.path[: len(node.path)] == node.path
    return has_children and not text.endswith(_SENTENCE_ENDS)


def told_apart(ids: list[str]) -> list[str]:
    """The second “II.1” becomes “II.1_2”: nothing of a text is lost by a slip in its numbers."""
    count: dict[str, int] = {}
    told: list[str] = []
    for name in ids:
        count[name] = count.get(name, 0) + 1
        told.append(name if count[name] == 1 else f"{name}_{count[name]}")
    return told
