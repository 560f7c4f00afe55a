"""Try what the blocks of a template make of its XML: left out, once and twice it must stay XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.render.guard import Loss, check_well_formed

_TAG = re.compile(r"\{%[-+]?\s*(\w+)(.*?)[-+]?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_OPENERS = ("for", "if", "macro", "call", "filter", "with")


@dataclass
class _Block:
    """One block; `branches`: what stands between its tags, texts and further blocks."""

    opener: str
    repeats: bool = False
    branches: list[list[str | _Block]] = field(default_factory=lambda: [[]])


def check_blocks(source: str) -> None:
    """Raise Loss for a block whose ends stand in different places of the XML, naming its first tag."""
    tree = _tree(source)
    if all(_is_xml("".join(_written(tree, times))) for times in (1, 0, 2, -1)):
        return
    for block in _all(tree):
        for times in (0, 2):
            if not _is_xml("".join(_written(tree, 1, block, times))):
                message = _("ở đoạn “{}”: thẻ này và thẻ đóng của nó không cùng một khối (ô, điều khiển)")
                raise Loss(message.format(" ".join(block.opener.split())))
    raise Loss(_("một thẻ bị cắt bởi liên kết, điều khiển hoặc sửa đổi -> gõ lại thẻ liền một mạch"))


def _tree(source: str) -> list[str | _Block]:
    root = _Block("")
    stack, position = [root], 0
    for found in _TAG.finditer(source):
        stack[-1].branches[-1].append(source[position : found.start()])
        position, word = found.end(), found[1] or ""
        if word in _OPENERS:
            block = _Block(found[0], repeats=word == "for")
            stack[-1].branches[-1].append(block)
            stack.append(block)
        elif word in ("else", "elif") and len(stack) > 1:
            stack[-1].branches.append([])
        elif word.removeprefix("end") in _OPENERS and word != word.removeprefix("end") and len(stack) > 1:
            stack.pop()
    root.branches[0].append(source[position:])
    return root.branches[0]


def _written(
    pieces: list[str | _Block], times: int, only: _Block | None = None, times_only: int = 1
) -> Iterator[str]:
    """The XML with each block's content so many times, `only` another number; -1: the last branch, once."""
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
            continue
        wanted = times_only if piece is only else times
        branch = piece.branches[-1 if wanted == -1 else 0]
        for _time in range(abs(wanted) if piece.repeats else min(abs(wanted), 1)):
            yield from _written(branch, times, only, times_only)


def _all(pieces: list[str | _Block]) -> Iterator[_Block]:
    for piece in pieces:
        if isinstance(piece, _Block):
            yield piece
            for branch in piece.branches:
                yield from _all(branch)


def _is_xml(text: str) -> bool:
    try:
        check_well_formed(text.encode("utf-8"))
    except etree.XMLSyntaxError:
        return False
    return True
