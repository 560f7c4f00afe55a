"""Take a plan's files as they are and as import would write them, give both in one; a person's work stays."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from kh_docs.i18n import _
from kh_docs.planning.files import BASES, CLAUSES, DEADLINES, QUESTIONS, TARGETS
from kh_docs.planning.yaml_items import Block, joined, split
from kh_docs.text import slug


class Trace(NamedTuple):
    """What import wrote under an id: a hash of its text, and of what it was about."""

    text: str
    about: str


# By file, then by id.
Made = Mapping[str, Mapping[str, Trace]]


class Merged(NamedTuple):
    text: str
    # The items of the program that the file now holds, to be known again next time.
    made: Mapping[str, Trace]
    # Old and new id of the items that were renamed on their way in.
    renamed: Mapping[str, str]
    conflicts: tuple[str, ...]
    # Ids that were in the file and are no more.
    gone: frozenset[str] = frozenset()


class _Pair(NamedTuple):
    new: Block
    old: Block | None


def traces(name: str, blocks: Sequence[Block]) -> dict[str, Trace]:
    """What to remember of what is written."""
    return {block.id: Trace(digest(block.text), digest(_about(name, block))) for block in blocks}


def digest(text: str) -> str:
    return hashlib.sha256(text.strip().encode()).hexdigest()[:12]


def merge(
    name: str, old_text: str, new: Sequence[Block], made: Mapping[str, Trace], clauses: set[str]
) -> Merged:
    """One file; `clauses` are the ids of the new text."""
    head, old = split(old_text)
    pairs = _paired(name, old, new, made)
    kept: list[Block] = []
    own: dict[str, Trace] = {}
    renamed: dict[str, str] = {}
    conflicts: list[str] = []
    ids = {block.id for block in old}
    deleted = {trace.about for key, trace in made.items() if key not in ids}
    for pair in pairs:
        if pair.old is None:
            if digest(_about(name, pair.new)) in deleted:
                continue
            block = _free(name, pair.new, {*ids, *(each.id for each in kept)})
        elif _is_persons(pair.old, made):
            if name == CLAUSES and (reason := _clashes(pair, made)):
                conflicts.append(reason)
            kept.append(pair.old)
            renamed[pair.new.id] = pair.old.id
            continue
        else:
            block = _renamed(pair.new, pair.old.id)
        renamed[pair.new.id] = block.id
        kept.append(block)
        own[block.id] = Trace(digest(block.text), digest(_about(name, block)))
    for block in old:
        if block in [pair.old for pair in pairs] or not _is_persons(block, made):
            continue
        clause = _fields(block).get("clause", "")
        if block.id in made or (clause and clause not in clauses):
            conflicts.append(
                _("{}: {} đã được xem hoặc sửa, văn bản mới không còn chỗ đó").format(name, block.id)
            )
        kept.append(block)
    gone = frozenset(ids) - {block.id for block in kept}
    return Merged(joined(head, kept), own, renamed, tuple(conflicts), gone)


def _is_persons(block: Block, made: Mapping[str, Trace]) -> bool:
    return block.id not in made or made[block.id].text != digest(block.text)


def _clashes(pair: _Pair, made: Mapping[str, Trace]) -> str:
    """A clause that a person corrected, and that the province has changed as well."""
    assert pair.old is not None
    old, new = _fields(pair.old), _fields(pair.new)
    text = new["text"]
    for correction in old.get("corrections") or ():
        text = text.replace(correction["was"], correction["now"])
    known = made.get(pair.old.id)
    if _same_text(old["text"], text) or (known and known.text == digest(pair.new.text)):
        return ""
    return _("{}: nguyên văn điểm {} đã được sửa tay, văn bản mới cũng khác").format(CLAUSES, pair.old.id)


def _same_text(one: str, other: str) -> bool:
    return one.split() == other.split()


def _paired(name: str, old: Sequence[Block], new: Sequence[Block], made: Mapping[str, Trace]) -> list[_Pair]:
    """Each new item with the old one about the same: exactly, nearly, or in its place."""
    left = list(old)
    found: dict[int, Block] = {}
    about_old = {id(block): _about(name, block) for block in old}
    for fits in (_is_same, _is_near, _is_successor):
        for at, block in enumerate(new):
            about = _about(name, block)
            for candidate in left if at not in found else ():
                if fits(about, about_old[id(candidate)], made.get(candidate.id), candidate):
                    found[at] = candidate
                    left.remove(candidate)
                    break
    return [_Pair(block, found.get(at)) for at, block in enumerate(new)]


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


def _about(name: str, block: Block) -> str:
    """What an item is about, whatever its id."""
    fields = _fields(block)
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


def _fields(block: Block) -> dict[str, Any]:
    value = yaml.load(block.text, Loader=yaml.BaseLoader)
    return value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else {}


def _free(name: str, block: Block, taken: set[str]) -> Block:
    """The item under its own id, or the next that no other has."""
    if block.id not in taken or name == CLAUSES:
        return block
    letter = block.id[0]
    numbers = [int(each[1:]) for each in taken if each[:1] == letter and each[1:].isdecimal()]
    return _renamed(block, f"{letter}{max(numbers, default=0) + 1:02d}")


def _renamed(block: Block, name: str) -> Block:
    return Block(name, re.sub(r"^- id: .*$", f"- id: {name}", block.text, count=1, flags=re.MULTILINE))


def refer(block: Block, renamed: Mapping[str, str]) -> Block:
    """The item with the ids it points at as they are now."""

    def now(found: re.Match[str]) -> str:
        return found[1] + renamed.get(found[2], found[2])

    return Block(
        block.id, re.sub(r"^(  (?:deadline|cited_with): )(\w+)$", now, block.text, flags=re.MULTILINE)
    )
