"""The frames of one kind of document; those of an earlier run are read when a document of theirs comes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kh_docs.check.frames import Frame
from kh_docs.word.packing import Packed, packed, unpacked

# Units of a few types make a few frames.
MOST_FRAMES: Final = 16
_NONE: Final[Mapping[bytes, Packed]] = MappingProxyType({})


class Frames(dict[bytes, Frame]):
    """By what is the same in all its documents; the one asked for longest ago gives way to a new one."""

    def __init__(self, kept: Mapping[bytes, Packed] = _NONE) -> None:
        super().__init__()
        self.kept = dict(kept)
        # No earlier run had them all.
        self.has_new = False

    def asked(self, key: bytes) -> Frame | None:
        if (kept := self.kept.pop(key, None)) is not None:
            self[key] = _unpacked(kept)
        elif key in self:
            self[key] = self.pop(key)
        return self.get(key)

    def add(self, key: bytes, frame: Frame) -> None:
        self.has_new = self.has_new or key not in self
        self.pop(key, None)
        if len(self) >= MOST_FRAMES:
            del self[next(iter(self))]
        self[key] = frame

    def packed(self) -> dict[bytes, Packed]:
        """What is worth keeping of them."""
        found = {**self.kept, **{key: _packed(frame) for key, frame in self.items()}}
        return {key: found[key] for key in [*found][-MOST_FRAMES:]}


def _packed(frame: Frame) -> Packed:
    return packed((frame.document, frame.parts, frame.ground, frame.needed, frame.judged))


def _unpacked(kept: Packed) -> Frame:
    document, parts, ground, needed, judged = unpacked(kept)
    frame = Frame(document, parts, ground, needed)
    frame.judged = judged
    return frame
