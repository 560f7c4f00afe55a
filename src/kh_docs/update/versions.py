"""One paragraph in one of the three versions: its words in order, its controls by their names."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from kh_docs.update.flow import Piece, content_of, pieces, tag_of, text_of, title_of
from kh_docs.word.words import CONTROL, Word, words_of
from kh_docs.word.xml import Element, W


class Version(NamedTuple):
    """Its pieces, its words, what they are compared by, and its controls by name."""

    listed: list[Piece]
    words: list[Word]
    keys: list[str]
    controls: dict[str, Element]
    numbers: dict[str, int]


def version_of(paragraph: Element, known: Sequence[tuple[str, str]], opened: Collection[str] = ()) -> Version:
    """The paragraph; `known`: tags and titles of the controls that it had at first; `opened`: those, by their
    keys, that count as the words that they say."""
    listed = pieces(paragraph)
    left = list(known)
    controls: dict[str, Element] = {}
    numbers: dict[str, int] = {}
    names: dict[Element, str] = {}
    for number, node in enumerate(controls_in(listed)):
        key = CONTROL + (_name(node, left) or f"#{number}")
        controls[key], numbers[key] = node, number
        names[node] = key
    if opened:
        listed = [each for piece in listed for each in _opened(piece, names.get(piece.node, "") in opened)]
    words = words_of("".join(piece.text for piece in listed))
    waiting = (names[node] for node in controls_in(listed))
    keys = [next(waiting) if word.key == CONTROL else word.key for word in words]
    return Version(listed, words, keys, controls, numbers)


def _opened(piece: Piece, counts_as_words: bool) -> list[Piece]:
    return pieces(content_of(piece.node), opened=True) if counts_as_words else [piece]


def _name(control: Element, left: list[tuple[str, str]]) -> str:
    """The tag of a control; where a program has dropped it, that of the first left with its title, if any."""
    tag, title = tag_of(control), title_of(control)
    if not tag:
        tag = next((each for each, other in left if title in (other, "")), "")
    left[:] = [pair for pair in left if pair[0] != tag]
    return tag


def controls_in(listed: Sequence[Piece]) -> list[Element]:
    """The controls among pieces, in order."""
    return [piece.node for piece in listed if piece.node.tag == W + "sdt"]


def text_in(version: Version, key: str) -> str:
    """What one of its controls says."""
    return text_of(content_of(version.controls[key]))
