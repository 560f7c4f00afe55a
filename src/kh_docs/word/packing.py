"""Values that hold elements of a document as bytes, and back, with the elements of trees read anew."""

from __future__ import annotations

import copyreg
import io
import pickle
import struct
from operator import getitem
from typing import Any, Final

from lxml import etree

from kh_docs.word.deflate import deflated, inflated
from kh_docs.word.xml import Element

_SIZE: Final = struct.Struct(">Q")
_KINDS: Final = (etree._Element, etree._Comment, etree._ProcessingInstruction)


def packed(value: object) -> bytes:
    """A sixth of what is written out; raises what pickle does of a value that it does not know."""
    stream = io.BytesIO()
    _Packer(stream).dump(value)
    content = stream.getvalue()
    return _SIZE.pack(len(content)) + deflated(content)


def unpacked(kept: bytes) -> Any:
    """What was packed; as pickle's own, only for bytes that this program wrote."""
    content = inflated(kept[_SIZE.size :], *_SIZE.unpack_from(kept))
    assert content is not None
    return pickle.loads(content)


class _Tree:
    """A whole tree, which becomes the list of its elements."""

    def __init__(self, root: Element) -> None:
        self.xml = etree.tostring(root, with_tail=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return _elements_of, (self.xml,)


class _Packer(pickle.Pickler):
    """An element is written as its place in a tree, which is written once."""

    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self.places: dict[Element, tuple[_Tree, int]] = {}
        self.dispatch_table = copyreg.dispatch_table | dict.fromkeys(_KINDS, self._reduced)

    def _reduced(self, element: Element) -> tuple[Any, ...]:
        if element not in self.places:
            # What was taken out of a document is of a tree of its own.
            *_below, root = element, *element.iterancestors()
            tree = _Tree(root)
            self.places.update((each, (tree, at)) for at, each in enumerate(root.iter()))
        return getitem, self.places[element]


def _elements_of(xml: bytes) -> list[Element]:
    return list(etree.fromstring(xml).iter())
