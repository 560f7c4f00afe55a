"""Put together what a template yields, cut into its blocks (`word.cutting`); known rows are cut already."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, NamedTuple

from kh_docs.render.recurring import Recurring
from kh_docs.word.cutting import BLOCK, cut

# Rows and paragraphs of one part that came again; of those that came once as many as a few documents have.
MOST, MOST_NEW = 1_500, 400


class Drawn(tuple[bytes, ...]):
    """The pieces of a table that is sound by the way it was made (`render.tables`)."""


# What a template yields: text, or what is cut already.
Yielded = str | tuple[bytes, ...]


class Assembled(NamedTuple):
    """The pieces of a part, and at which of them stand blocks that are sound by the way they were made."""

    pieces: list[bytes]
    sound: frozenset[int] = frozenset()


class Kept(Recurring[Yielded]):
    """Rows of one part, by their identity, with their pieces."""

    def __init__(self) -> None:
        super().__init__(MOST, MOST_NEW)

    def keep(self, key: Hashable, row: Any, text: str) -> tuple[Any, Yielded]:
        """A row that was made into `text`; once it comes again it is known from then on."""
        if key is None or not self.came_again(key, row):
            return row, text
        pieces = cut(text.encode("utf-8"))
        return self.remember(key, row, tuple(pieces)) if _is_whole(pieces) else (row, text)


class Unkept(dict[Hashable, tuple[Any, Yielded]]):
    """Remembers nothing: each value is to be seen."""

    def keep(self, _key: Hashable, row: Any, text: str) -> tuple[Any, Yielded]:
        """The row as it is."""
        return row, text


def assembled(yielded: Iterable[Yielded], encoded: Mapping[str, bytes], start: bytes) -> Assembled:
    """What `cut` would make of the whole part, `start` before it; `encoded`: texts as bytes."""
    pieces, gap, sound = list[bytes](), [start], set[int]()
    rest = iter(yielded)
    for part in rest:
        if isinstance(part, str):
            gap.append(encoded[part])
            continue
        gap.append(part[0])
        pieces += (before := cut(b"".join(gap)))
        if BLOCK.search(before[-1]):
            # It would end in this part.
            later = (encoded[each] if isinstance(each, str) else b"".join(each) for each in rest)
            return Assembled(cut(b"".join([*pieces, *part[1:], *later])))
        if part.__class__ is Drawn:
            sound.update(range(len(pieces), len(pieces) + len(part) - 2, 2))
        pieces += part[1:-1]
        gap = [part[-1]]
    pieces += cut(b"".join(gap))
    return Assembled(pieces, frozenset(sound))


def _is_whole(pieces: list[bytes]) -> bool:
    """Whether `cut` would find the same blocks in them wherever they stand: none goes on, no tag does."""
    return len(pieces) > 1 and pieces[0][:1] in (b"", b"<") and not BLOCK.search(pieces[-1])
