"""Take a plan's files, give those that change when a person approves items, one line of each."""

from __future__ import annotations

from collections.abc import Mapping

from kh_docs.errors import UsageError
from kh_docs.i18n import _
from kh_docs.model.approval import APPROVED, PROPOSED
from kh_docs.planning.files import BASES, DEADLINES, QUESTIONS, TARGETS
from kh_docs.planning.yaml_items import Block, split
from kh_docs.text import nearest

_FILES = (DEADLINES, BASES, TARGETS, QUESTIONS)


def approve_in(texts: Mapping[str, str], ids: frozenset[str] | None) -> dict[str, str]:
    """The files with the items `ids` approved (all when None); raises UsageError for an unknown id."""
    read = {name: split(texts[name]) for name in _FILES if name in texts}
    known = {block.id for _head, blocks in read.values() for block in blocks}
    if unknown := sorted((ids or frozenset()) - known):
        close = nearest(unknown[0], known) or sorted(known)[:3]
        raise UsageError(_("không có mục “{}” -> có: {}").format(", ".join(unknown), ", ".join(close)))
    changed = {
        name: head
        + "".join(_approved(block) if ids is None or block.id in ids else block.text for block in blocks)
        for name, (head, blocks) in read.items()
    }
    return {name: text for name, text in changed.items() if text != texts[name]}


def left_in(texts: Mapping[str, str]) -> int:
    """How many items wait for a person."""
    read = (split(texts[name]) for name in _FILES if name in texts)
    return sum(_approved(block) != block.text for _head, blocks in read for block in blocks)


def _approved(block: Block) -> str:
    return block.text.replace(f"\n  state: {PROPOSED}\n", f"\n  state: {APPROVED}\n", 1)
