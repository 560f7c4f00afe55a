"""Take a plan's files as they are and as import would write them, give both in one; a person's work stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.planning.counterparts import Counterpart, Trace, counterparts_of, digest, fields_of, subject_of
from kh_docs.planning.files import CLAUSES
from kh_docs.planning.yaml_items import Block, joined, split

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


def traces(name: str, blocks: Sequence[Block]) -> dict[str, Trace]:
    """What to remember of what is written."""
    return {block.id: Trace(digest(block.text), digest(subject_of(name, block))) for block in blocks}


def merge(
    name: str, old_text: str, new: Sequence[Block], made: Mapping[str, Trace], clauses: set[str]
) -> Merged:
    """One file; `clauses` are the ids of the new text."""
    head, old = split(old_text)
    pairs = counterparts_of(name, old, new, made)
    kept: list[Block] = []
    own: dict[str, Trace] = {}
    renamed: dict[str, str] = {}
    conflicts: list[str] = []
    ids = {block.id for block in old}
    deleted = {trace.about for key, trace in made.items() if key not in ids}
    for pair in pairs:
        if pair.old is None:
            if digest(subject_of(name, pair.new)) in deleted:
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
        own[block.id] = Trace(digest(block.text), digest(subject_of(name, block)))
    for block in old:
        if block in [pair.old for pair in pairs] or not _is_persons(block, made):
            continue
        clause = fields_of(block).get("clause", "")
        if block.id in made or (clause and clause not in clauses):
            conflicts.append(
                _("{}: {} đã được xem hoặc sửa, văn bản mới không còn chỗ đó").format(name, block.id)
            )
        kept.append(block)
    gone = frozenset(ids) - {block.id for block in kept}
    return Merged(joined(head, kept), own, renamed, tuple(conflicts), gone)


def _is_persons(block: Block, made: Mapping[str, Trace]) -> bool:
    return block.id not in made or made[block.id].text != digest(block.text)


def _clashes(pair: Counterpart, made: Mapping[str, Trace]) -> str:
    """A clause that a person corrected, and that the province has changed as well."""
    assert pair.old is not None
    old, new = fields_of(pair.old), fields_of(pair.new)
    text = new["text"]
    for correction in old.get("corrections") or ():
        text = text.replace(correction["was"], correction["now"])
    known = made.get(pair.old.id)
    if _same_text(old["text"], text) or (known and known.text == digest(pair.new.text)):
        return ""
    return _("{}: nguyên văn điểm {} đã được sửa tay, văn bản mới cũng khác").format(CLAUSES, pair.old.id)


def _same_text(one: str, other: str) -> bool:
    return one.split() == other.split()


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
