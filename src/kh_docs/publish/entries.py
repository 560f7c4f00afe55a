"""The lines of a ledger: what they say, and whether a line that was read says it as ours do."""

from __future__ import annotations

import json
from typing import Any, NamedTuple, get_type_hints

from kh_docs.text import TextRefused, safe_name


class Record(NamedTuple):
    """A file we wrote: the sha256 of its bytes and the fingerprint of what they were made from.

    `sha256` is always of what we made of the data. Where a run brought that into a file which somebody had
    edited, other bytes were put in place: `merged`. `before` is the file as it was then, `before_base` and
    `before_fingerprint` what this record said of it; with them it can be had back.
    """

    sha256: str
    fingerprint: str
    unit: str
    kind: str
    blanks: int = 0
    number: str = ""
    issued_on: str = ""
    merged: str = ""
    before: str = ""
    before_base: str = ""
    before_fingerprint: str = ""

    @property
    def put(self) -> str:
        """The sha256 of the bytes that we put in place last."""
        return self.merged or self.sha256


class Intent(NamedTuple):
    """A line of the journal: these bytes are about to stand at `path`, in place of the `old` ones if any."""

    path: str
    old: str | None
    record: Record


def stored(record: Record) -> dict[str, object]:
    """The record as a line holds it; what most documents do not have is left out."""
    return {name: value for name, value in record._asdict().items() if value or name in _ALWAYS}


def record_of(data: object) -> Record | None:
    """The record that `data` tells of, None where it tells of none."""
    if not isinstance(data, dict) or not data.keys() <= _TYPES.keys():
        return None
    if any(type(value) is not _TYPES[name] for name, value in data.items()):
        return None
    try:
        return Record(**data)
    except TypeError:  # one is missing
        return None


def intent_of(line: bytes) -> Intent | None:
    """What a line of the journal announces, None where it is none or was cut short."""
    try:
        data: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or not isinstance(data.get("old"), (str, type(None))):
        return None
    record, path = record_of(data.get("record")), data.get("path")
    if record is None or not is_place(path):
        return None
    return Intent(str(path), data.get("old"), record)


_ALWAYS = frozenset({"sha256", "fingerprint", "unit", "kind", "blanks"})


def is_place(path: object) -> bool:
    """Whether this names a file inside a folder, as we name files."""
    try:
        return isinstance(path, str) and all(safe_name(part) == part for part in path.split("/"))
    except TextRefused:
        return False


_TYPES: dict[str, type] = get_type_hints(Record)
