"""Each new item of a file with the old one about the same: exactly, nearly, or in its place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from kh_docs.planning.files import BASES, DEADLINES, QUESTIONS, TARGETS
from kh_docs.planning.yaml_items import Block
from kh_docs.text import slug


class Trace(NamedTuple):
    """What import wrote under an id: a hash of its text, and of what it was about."""

    text: str
    about: str


class Counterpart(NamedTuple):
    new: Block
    old: Block | None


def digest(text: str) -> str:
    return hashlib.sha256(text.strip().encode()).hexdigest()[:12]


def counterparts_of(
    name: str, old: Sequence[Block], new: Sequence[Block], made: Mapping[str, Trace]
) -> list[Counterpart]:
    """Each new item with the old one about the same: exactly, nearly, or in its place."""
    left = list(old)
    found: dict[int, Block] = {}
    about_old = {id(block): subject_of(name, block) for block in old}
    for fits in (_is_same, _is_near, _is_successor):
        for at, block in enumerate(new):
            about = subject_of(name, block)
            for candidate in left if at not in found else ():
                if fits(about, about_old[id(candidate)], made.get(candidate.id), candidate):
                    found[at] = candidate
                    left.remove(candidate)
                    break
    return [Counterpart(block, found.get(at)) for at, block in enumerate(new)]


def _is_same(new: str, old: str, trace: Trace | None, _block: Block) -> bool:
    return new == old or (trace is not None and trace.about == digest(new))


def _is_near(new: str, old: str, _trace: Trace | None, _block: Block) -> bool:
    """Of one clause, the words of one within those of the other."""
    clause, _bar, words = new.partition("|")
    other_clause, _bar, other_words = old.partition("|")
    pieces = [piece.strip() for piece in re.split("…|;", other_words)]
    return (
        bool(words)
        and clause == other_clause
        and (words in other_words or any(piece and piece in words for piece in pieces))
    )


def _is_successor(new: str, old: str, trace: Trace | None, block: Block) -> bool:
    """What nobody has touched gives its id to what now stands in its clause."""
    untouched = trace is not None and trace.text == digest(block.text)
    return untouched and "|" in new and new.partition("|")[0] == old.partition("|")[0]


def subject_of(name: str, block: Block) -> str:
    """What an item is about, whatever its id."""
    fields = fields_of(block)
    if name == DEADLINES:
        return f"{fields.get('clause', '')}|{_tight(fields.get('literal', ''))}"
    if name == TARGETS:
        return f"{fields.get('clause', '')}|{_tight(fields.get('words', ''))}"
    if name == QUESTIONS:
        return f"{fields.get('clause', '')}|{_tight(fields.get('literal', '') or fields.get('message', ''))}"
    if name == BASES:
        return str(fields.get("number") or f"{fields.get('kind', '')} {slug(fields.get('subject', ''))}")
    return block.id


def _tight(text: str) -> str:
    return " ".join(text.split())


def fields_of(block: Block) -> dict[str, Any]:
    value = yaml.load(block.text, Loader=yaml.BaseLoader)
    return value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else {}
