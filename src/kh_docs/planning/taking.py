"""Take over into a new plan what was made for clauses of an old one that did not change.

Files are handled as text, so that comments come along; what the new plan's data then refuses is left behind.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from kh_docs.errors import Problem
from kh_docs.i18n import _
from kh_docs.model.head import Head
from kh_docs.planning.diff import Diff
from kh_docs.planning.item_texts import ItemText, items_in

# What they hold is of the subject, not of a clause: taken whole.
WHOLE: Final = ("fields.yaml", "traits.yaml", "roles.yaml", "model-sheet.yaml")
# In this order, for the later speak of the earlier.
ITEMS: Final = ("tasks.yaml", "duties.yaml", "target-rows.yaml", "indicators.yaml", "checklist.yaml")
# Ids, and years: an item that names the year of the old plan is not that of the new one.
_ID = re.compile(r"(?<![\w./])\d{4}(?![\w./])|(?<![\w.])[A-Za-z]\w*(?:[.-]\w+)*")


class Left(NamedTuple):
    """An item that was not taken over, and why."""

    file: str
    id: str
    because: str


class Taken(NamedTuple):
    """The files to write, and what stayed behind."""

    files: Mapping[str, str]
    items: int
    left: tuple[Left, ...]


def take_over(
    old: Mapping[str, str],
    diff: Diff,
    heads: tuple[Head, Head],
    faults: Callable[[Mapping[str, str]], Sequence[Problem]],
) -> Taken:
    """Of the texts of the `old` files; `faults` says what the new plan has against files put into it."""
    renames, lost = _ids(diff)
    before, now = heads
    years = {str(before.year): _("còn ghi năm {}").format(before.year)} if before.year != now.year else {}
    lost |= years
    files = {name: old[name] for name in WHOLE if name in old}
    left: list[Left] = []
    for name in ITEMS:
        if name in old:
            text, dropped = _without(old[name], lost)
            left += [Left(name, item, because) for item, because in dropped]
            lost |= {item: because for item, because in dropped if item not in renames}
            number = f"{before.number}/{before.symbol}"
            files[name] = _renamed(text, renames).replace(number, f"{now.number}/{now.symbol}")
    while problems := faults(files):
        pruned = _pruned(files, problems)
        left += pruned
        if not pruned:
            break
    items = sum(len(items_in(text)) for name, text in files.items() if name in ITEMS)
    return Taken(files, items, tuple(left))


def _ids(diff: Diff) -> tuple[dict[str, str], dict[str, str]]:
    """The new id of what is the same, and of what is not, the clause or value that changed."""
    pairs = [
        (each.old.id if each.old else None, each.new.id if each.new else None, each.state)
        for each in diff.clauses
    ]
    for values in (diff.deadlines, diff.figures, diff.legal_bases):
        pairs += [(pair.old, pair.new, pair.state) for pair in values]
    same = {old: new for old, new, state in pairs if old and new and state in ("same", "moved")}
    return same, {old: old for old, _new, _state in pairs if old and old not in same}


def _without(text: str, lost: Mapping[str, str]) -> tuple[str, list[tuple[str, str]]]:
    """The file without the items that speak of what is lost, directly or through another that goes."""
    dropped: list[tuple[str, str]] = []
    lost = dict(lost)
    while True:
        for item in items_in(text):
            because = _speaks_of(textwrap.dedent(text[item.start : item.end]), lost)
            if because:
                dropped.append((item.id, because))
                text = text[: item.start] + text[item.end :]
                if not re.match(r"[IVX]+\.", item.id):
                    lost[item.id] = because
                break
        else:
            return _unlisted(text, lost), dropped


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


def _renamed(text: str, renames: Mapping[str, str]) -> str:
    return _ID.sub(lambda found: renames.get(found[0], found[0]), text)


def _pruned(files: dict[str, str], problems: Sequence[Problem]) -> list[Left]:
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
            left.append(Left(name, "", mine[0].message))
            del files[name]
            continue
        for item in sorted(bad, key=lambda item: -item.start):
            files[name] = files[name][: item.start] + files[name][item.end :]
            left.append(Left(name, item.id, bad[item]))
    return left


def _item_of(problem: Problem, text: str, items: Sequence[ItemText]) -> ItemText | None:
    """The item at the problem's line, or the one that its field names."""
    if problem.line is not None:
        position = sum(len(line) + 1 for line in text.split("\n")[: problem.line - 1])
        inside = [item for item in items if item.start <= position < item.end]
        if inside:
            return min(inside, key=lambda item: item.end - item.start)
    names = re.findall(r"[\w-]+", problem.field)
    return next((item for item in items if item.id and item.id in names), None)
