"""Values that hold elements of a document as bytes, and back, with the elements of trees read anew."""

from __future__ import annotations

import io
import pickle
from typing import Any, NamedTuple

from lxml import etree

from kh_docs.word.xml import Element

# Which tree, and which of its elements in the order of the file.
_Place = tuple[int, int]


class Packed(NamedTuple):
    """Values, and the trees whose elements they hold."""

    values: bytes
    trees: tuple[bytes, ...]


def packed(value: object) -> Packed:
    """Raises what pickle does of a value that it does not know."""
    stream = io.BytesIO()
    packer = _Packer(stream)
    packer.dump(value)
    return Packed(stream.getvalue(), tuple(etree.tostring(root, with_tail=False) for root in packer.roots))


def unpacked(kept: Packed) -> Any:
    """What was packed; as pickle's own, only for bytes that this program wrote."""
    return _Unpacker(kept).load()


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
    def __init__(self, kept: Packed) -> None:
        super().__init__(io.BytesIO(kept.values))
        self.trees = kept.trees
        self.elements: dict[int, list[Element]] = {}

    def persistent_load(self, place: _Place) -> Element:
        tree, at = place
        if tree not in self.elements:
            self.elements[tree] = list(etree.fromstring(self.trees[tree]).iter())
        return self.elements[tree][at]
