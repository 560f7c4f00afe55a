"""Where elements stand in the bytes of a part, so that what is not changed can stay byte for byte."""

from collections.abc import Collection
from typing import Final, NamedTuple
from xml.parsers import expat

from lxml import etree

from kh_docs.patterns import re
from kh_docs.word.xml import Element, W

_DECLARED: Final = re.compile(rb'\sxmlns(?::(\w+))?="([^"]*)"')


class Span(NamedTuple):
    """The first byte of an element and the one after its last."""

    start: int
    end: int


def spans(data: bytes, names: Collection[str]) -> list[Span]:
    """The elements w:`names` of a well-formed part in document order, as lxml's iter() gives them."""
    wanted = {f"{W[1:-1]} {name}" for name in names}
    starts: list[int] = []
    ends: dict[int, int] = {}
    open_ones: list[int] = []
    # Whether the last thing seen was the start of an element: only then can a tag have closed itself.
    last_started = False
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.ordered_attributes = True

    def started(name: str, _attributes: object) -> None:
        nonlocal last_started
        last_started = True
        if name in wanted:
            open_ones.append(len(starts))
            starts.append(parser.CurrentByteIndex)

    def ended(name: str) -> None:
        nonlocal last_started
        if name in wanted:
            at = parser.CurrentByteIndex
            closed_itself = last_started and data[at - 2 : at] == b"/>"
            ends[open_ones.pop()] = at if closed_itself else data.index(b">", at) + 1
        last_started = False

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.Parse(data, True)
    # Each holds the other, and the data; left to the hunt for circles they would fill the memory.
    parser.StartElementHandler = parser.EndElementHandler = None
    return [Span(start, ends[number]) for number, start in enumerate(starts)]


def spliced(data: bytes, pieces: list[tuple[int, int, bytes]]) -> bytes:
    """`data` with other bytes in place of those from start to end; pieces at one place keep their order."""
    kept: list[bytes] = []
    done = 0
    for start, end, new in sorted(pieces, key=lambda piece: (piece[0], piece[1])):
        assert start >= done, "two changes of the same bytes"
        kept += (data[done:start], new)
        done = end
    return b"".join([*kept, data[done:]])


def serialised(element: Element, root: Element) -> bytes:
    """The element as it stands inside `root`: what is declared there is not declared again."""
    known = {(prefix or "", space) for prefix, space in root.nsmap.items()}
    data = etree.tostring(element, encoding="unicode").encode()

    def undeclared(found: re.Match[bytes]) -> bytes:
        declared = ((found[1] or b"").decode(), found[2].decode())
        return b"" if declared in known else found[0]

    end = data.index(b">")
    return _DECLARED.sub(undeclared, data[:end]) + data[end:]
