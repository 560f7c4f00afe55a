"""The frames of one kind of document; those of an earlier run are read when a document of theirs comes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kh_docs.check.frames import Frame
from kh_docs.word.packing import packed, unpacked

# Units of a few types make a few frames.
MOST_FRAMES: Final = 16
# Those of the first runs with the same templates; each takes 50 KB, and 10 ms to write.
MOST_KEPT: Final = 8
_NONE: Final[Mapping[bytes, bytes]] = MappingProxyType({})


class Frames(dict[bytes, Frame]):
    """By what is the same in all its documents; the one asked for longest ago gives way to a new one."""

    def __init__(self, kept: Mapping[bytes, bytes] = _NONE) -> None:
        super().__init__()
        self.kept = dict(kept)
        # Those that no earlier run has kept.
        self.new: set[bytes] = set()
        self.room = MOST_KEPT - len(kept)

    def asked(self, key: bytes) -> Frame | None:
        if (kept := self.kept.pop(key, None)) is not None:
            self[key] = _unpacked(kept)
        elif key in self:
            self[key] = self.pop(key)
        return self.get(key)

    def add(self, key: bytes, frame: Frame) -> None:
        if key in self:
            del self[key]
        elif len(self.new) < self.room:
            self.new.add(key)
        if len(self) >= MOST_FRAMES:
            del self[next(iter(self))]
        self[key] = frame

    def packed(self) -> dict[bytes, bytes]:
        """Those that are worth keeping beside those that were kept."""
        return {key: _packed(self[key]) for key in self.new if key in self}


def _packed(frame: Frame) -> bytes:
    return packed((frame.document, frame.parts, frame.ground, frame.needed, frame.judged))


def _unpacked(kept: bytes) -> Frame:
    document, parts, ground, needed, judged = unpacked(kept)
    frame = Frame(document, parts, ground, needed)
    frame.judged = judged
    return frame
