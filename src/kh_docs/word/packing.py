"""Values that hold elements of a document as bytes, and back, with the elements of trees read anew."""

from __future__ import annotations

import io
import pickle
import zlib
from typing import Any, Final

from lxml import etree

from kh_docs.word.xml import Element

# Which tree, and which of its elements in the order of the file.
_Place = tuple[int, int]
_QUICKLY: Final = 1


def packed(value: object) -> bytes:
    """A sixth of what is written out; raises what pickle does of a value that it does not know."""
    stream = io.BytesIO()
    packer = _Packer(stream)
    packer.dump(value)
    trees = [etree.tostring(root, with_tail=False) for root in packer.roots]
    return zlib.compress(pickle.dumps((stream.getvalue(), trees), pickle.HIGHEST_PROTOCOL), _QUICKLY)


def unpacked(kept: bytes) -> Any:
    """What was packed; as pickle's own, only for bytes that this program wrote."""
    values, trees = pickle.loads(zlib.decompress(kept))
    return _Unpacker(values, trees).load()


class _Packer(pickle.Pickler):
    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self.roots: list[Element] = []
        self.places: dict[Element, _Place] = {}

    def persistent_id(self, value: Any) -> _Place | None:
        if not isinstance(value, Element):
            return None
        if value not in self.places:
            root = value.getroottree().getroot()
            self.places.update((each, (len(self.roots), at)) for at, each in enumerate(root.iter()))
            self.roots.append(root)
        return self.places[value]


class _Unpacker(pickle.Unpickler):
    def __init__(self, values: bytes, trees: list[bytes]) -> None:
        super().__init__(io.BytesIO(values))
        self.trees = trees
        self.elements: dict[int, list[Element]] = {}

    def persistent_load(self, place: _Place) -> Element:
        tree, at = place
        if tree not in self.elements:
            self.elements[tree] = list(etree.fromstring(self.trees[tree]).iter())
        return self.elements[tree][at]
