"""What was made for a clause that changed: tasks, indicators, criteria, lines of wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kh_docs.model.book import Book
from kh_docs.planning.matching import State


class LookAt(NamedTuple):
    """Something that was made for a clause that changed."""

    what: str
    id: str
    because: str


def to_look_at(
    old: Book, changed: Mapping[str, State], touched: Mapping[str, str], wording: Mapping[str, str]
) -> Iterator[LookAt]:
    tasks = [(task.id, (task.clause, *task.also)) for task in old.tasks.values()]
    for what, items in (("task", tasks), ("indicator", _indicators(old)), ("criterion", _criteria(old))):
        for name, clauses in items:
            if because := next((clause for clause in clauses if clause in changed), None):
                yield LookAt(what, name, because)
    names = {**{clause: clause for clause in changed if "." in clause}, **touched}
    for file, text in wording.items():
        for number, line in enumerate(text.split("\n"), 1):
            if found := _named_in(line, names):
                yield LookAt("wording", f"{file}:{number}", found)


def _named_in(line: str, names: Mapping[str, str]) -> str | None:
    ids = re.findall(r"(?<![\w.])[A-Z][\w]*(?:\.[\wđ]+)*", line)
    return next((names[name] for name in ids if name in names), None)


def _indicators(book: Book) -> Sequence[tuple[str, Sequence[str]]]:
    return [(each.id, each.clause) for each in book.indicators.indicators]


def _criteria(book: Book) -> Sequence[tuple[str, Sequence[str]]]:
    return [(each.id, each.clause) for each in book.checklist.items]
