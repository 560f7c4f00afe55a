"""Names in sentences of a plan's data for which its vocabulary (documents.speech) has nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kh_docs.errors import Problem
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.fields import COMMUNES
from kh_docs.model.local import OfAnyPlan
from kh_docs.reading.workspace import Workspace
from kh_docs.reading.yaml_text import read_yaml
from kh_docs.render.names_asked import names_asked


def unknown_names(workspace: Workspace, book: Book) -> list[Problem]:
    """A problem for each name that the plan does not have, printed or not; its field is the item's id."""
    folder = workspace.data / "plans" / book.head.id
    vocabulary = _vocabulary(book)
    found = []
    for path in sorted(folder.glob("*.yaml")):
        shown = path.relative_to(workspace.root).as_posix()
        text = read_yaml(path, shown)
        for key, owner, sentence in _sentences(text.value, (), ""):
            for asked in names_asked(sentence):
                known = vocabulary.get(asked.of)
                if known is not None and asked.name not in known:
                    message = _("không có mã “{}”").format(asked.name)
                    fix = _("sửa tên biến hoặc cú pháp {{ }} ở dòng đó")
                    found.append(Problem(shown, text.line_of(key), owner, message, fix))
    return list(dict.fromkeys(found))


def _vocabulary(book: Book) -> Mapping[str, Collection[str]]:
    """What each function or group of the wording knows; one that is not named here is not looked at."""
    fields = book.fields
    days = {*book.deadlines, *(each.id for each in book.head.internal_deadlines)}
    communes = {field.id for field in fields.communes}
    lists = [each.id for each in fields.lists]
    return {
        **dict.fromkeys(("due", "day", "passed"), days),
        **dict.fromkeys(("figure", "formula", "cumulative", "percent", "left_of"), book.targets),
        **dict.fromkeys(("task", "does"), book.tasks),
        "own": {field.id for field in fields.own_targets},
        "local": {*OfAnyPlan.field_types, *(field.id.partition(".")[0] for field in fields.unit)},
        "roles": {role.id for role in book.roles},
        "count": {*lists, *(f"{COMMUNES}.{name}" for name in communes)},
        "communes": communes,
        "listed": {register.id for register in book.registers},
        "has": book.traits,
        "cite": book.bases,
    }


def _sentences(value: Any, key: tuple[str | int, ...], owner: str) -> Iterator[tuple[Any, str, str]]:
    """Each text with its key in the file and the id of the outermost item it stands in."""
    if isinstance(value, str):
        yield key, owner, value
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _sentences(each, (*key, index), owner)
    elif isinstance(value, dict):
        owner = owner or str(value.get("id") or value.get("clause") or "")
        for name, each in value.items():
            yield from _sentences(each, (*key, name), owner)
