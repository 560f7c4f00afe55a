"""Texts of a plan's files while they are taken over: items cut out, ids as the new plan has them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kh_docs.errors import Problem
from kh_docs.planning.item_texts import ItemText, innermost, items_in, outermost

# Ids, and years: an item that names the year of the old plan is not that of the new one.
_ID = re.compile(r"(?<![\w./])\d{4}(?![\w./])|(?<![\w.])[A-Za-z]\w*(?:[.-]\w+)*")
# A field or a column stays what it is without the clause that asked for it.
_OF_CLAUSE = re.compile(r"^ *clause: *(\S+) *\n", re.MULTILINE)

_QUOTED = re.compile("“(.+?)”")


class Left(NamedTuple):
    """An item that was not taken over, and why."""

    file: str
    id: str
    because: str


def ids_in(text: str) -> set[str]:
    """Every word of the text, comments left out, that could be an id."""
    return set(_ID.findall("\n".join(_said(text))))


def without(text: str, lost: Mapping[str, str]) -> tuple[str, list[tuple[str, str]]]:
    """The file without the items that speak of what is lost, directly or through another that goes."""
    dropped: list[tuple[str, str]] = []
    lost = dict(lost)
    while True:
        items = items_in(text)
        bad = {
            item: because
            for item in items
            if (because := _speaks_of(textwrap.dedent(text[item.start : item.end]), lost))
        }
        if not bad:
            return _unlisted(text, lost), dropped
        # Of a table whose column speaks of it, the column.
        item = innermost(bad)[0]
        dropped.append((item.id, bad[item]))
        text = text[: item.start] + text[item.end :]
        # The names of columns are those of many tables, and words besides.
        if item in outermost(items) and not re.match(r"[IVX]+\.", item.id):
            lost[item.id] = bad[item]


def without_clauses(text: str, lost: Mapping[str, str]) -> str:
    """The file whose items no longer say that a clause asks for them that is lost."""
    return _OF_CLAUSE.sub(lambda found: "" if found[1] in lost else found[0], text)


def renamed(text: str, renames: Mapping[str, str]) -> str:
    return _ID.sub(lambda found: renames.get(found[0], found[0]), text)


def pruned(files: dict[str, str], problems: Sequence[Problem]) -> list[Left]:
    """Take out of `files` the items in which the problems stand; a file that cannot be mended goes whole."""
    left: list[Left] = []
    for name in [name for name in files if any(problem.file.endswith(f"/{name}") for problem in problems)]:
        mine = [problem for problem in problems if problem.file.endswith(f"/{name}")]
        items = items_in(files[name])
        bad: dict[ItemText, str] = {}
        for problem in mine:
            if found := _item_of(problem, files[name], items):
                bad.setdefault(found, problem.message)
        if not bad:
            text = _unlisted(files[name], dict.fromkeys(_QUOTED.findall(mine[0].message), ""))
            left.append(Left(name, "", mine[0].message))
            if text != files[name]:
                files[name] = text
            else:
                del files[name]
            continue
        for item in sorted(outermost(bad), key=lambda item: -item.start):
            files[name] = files[name][: item.start] + files[name][item.end :]
            left.append(Left(name, item.id, bad[item]))
    return left


def _unlisted(text: str, lost: Mapping[str, str]) -> str:
    """The file without lines that list nothing but something lost."""
    return "".join(
        line
        for line in text.splitlines(keepends=True)
        if not (found := re.fullmatch(r" *- ([\w.-]+) *\n?", line)) or found[1] not in lost
    )


def _speaks_of(text: str, lost: Mapping[str, str]) -> str:
    words = _ID.findall("\n".join(_said(text)))
    return next((lost[word] for word in words if word in lost), "")


def _said(text: str) -> Iterable[str]:
    return (line for line in text.split("\n") if not line.lstrip().startswith("#"))


def _item_of(problem: Problem, text: str, items: Sequence[ItemText]) -> ItemText | None:
    """The item at the problem's line, or the one that its field names."""
    if problem.line is not None:
        position = sum(len(line) + 1 for line in text.split("\n")[: problem.line - 1])
        inside = [item for item in items if item.start <= position < item.end]
        if inside:
            return min(inside, key=lambda item: item.end - item.start)
    names = [problem.field, *re.findall(r"[\w-]+", problem.field)]
    return next((item for item in items if item.id and item.id in names), None)
