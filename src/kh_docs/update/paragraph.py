"""One paragraph in three versions: what of ours goes into hers, and what she must decide."""

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.update.edits import Edit, cut
from kh_docs.update.flow import Piece, content_of, pieces, tag_of, text_of, title_of
from kh_docs.update.words import merge
from kh_docs.word.words import CONTROL, Word, words_of
from kh_docs.word.xml import Element, W


class Fill(NamedTuple):
    """Our text for one control of the paragraph, numbered in the order of her version."""

    control: int
    fresh: Sequence[Piece]
    removed: str


class Clash(NamedTuple):
    """Her words and ours for one place."""

    mine: str
    theirs: str


class Step(NamedTuple):
    """One of our changes as people read it."""

    removed: str
    added: str


class Plan(NamedTuple):
    """What is to be done to her paragraph."""

    edits: tuple[Edit, ...] = ()
    fills: tuple[Fill, ...] = ()
    clashes: tuple[Clash, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def idle(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.edits or self.fills or self.clashes)


class _Version(NamedTuple):
    listed: list[Piece]
    words: list[Word]
    keys: list[str]
    controls: dict[str, Element]
    numbers: dict[str, int]


def merge_paragraph(base: Element, mine: Element, theirs: Element) -> Plan:
    """Word by word, and control by control."""
    known = [(tag_of(node), title_of(node)) for node in _controls(pieces(base))]
    old, hers, ours = (_version(each, known) for each in (base, mine, theirs))
    changed = {
        place
        for place, key in enumerate(old.keys)
        if key in hers.controls and _text(hers, key) != _text(old, key)
    }
    edits, clashes, steps = [], [], []
    for outcome in merge(old.keys, hers.keys, ours.keys, changed):
        start, end = _ends(hers.words, outcome.mine0, outcome.mine1)
        removed = _said(cut(hers.listed, start, end))
        fresh = cut(ours.listed, *_ends(ours.words, outcome.theirs0, outcome.theirs1))
        if outcome.conflict:
            clashes.append(Clash(removed, _said(fresh)))
        else:
            edits.append(Edit(start, end, fresh))
            steps.append(Step(removed, _said(fresh)))
    fills: list[Fill] = []
    for key in old.controls:
        if key not in hers.controls or key not in ours.controls:
            continue
        was, now, new = (_text(version, key) for version in (old, hers, ours))
        if new in (was, now):
            continue
        if now == was:
            fresh = pieces(content_of(ours.controls[key]), opened=True)
            fills.append(Fill(hers.numbers[key], fresh, now))
            steps.append(Step(now, new))
        else:
            clashes.append(Clash(now, new))
    return Plan(tuple(edits), tuple(fills), tuple(clashes), tuple(steps))


def merge_value(base: Element, mine: Element, theirs: Element) -> Plan:
    """As one answer: hers or ours, with controls looked into; for what is a control in one version only."""
    was, now, new = (text_of(each) for each in (base, mine, theirs))
    if new in (was, now):
        return Plan()
    if now != was:
        return Plan(clashes=(Clash(now, new),))
    return Plan(edits=(Edit(0, len(now), pieces(theirs, opened=True)),), steps=(Step(now, new),))


def _version(paragraph: Element, known: Sequence[tuple[str, str]]) -> _Version:
    listed = pieces(paragraph)
    words = words_of("".join(piece.text for piece in listed))
    left = list(known)
    controls: dict[str, Element] = {}
    numbers: dict[str, int] = {}
    names: list[str] = []
    for number, node in enumerate(_controls(listed)):
        key = CONTROL + (_name(node, left) or f"#{number}")
        controls[key], numbers[key] = node, number
        names.append(key)
    waiting = iter(names)
    keys = [next(waiting) if word.key == CONTROL else word.key for word in words]
    return _Version(listed, words, keys, controls, numbers)


def _name(control: Element, left: list[tuple[str, str]]) -> str:
    """The tag of a control; where a program has dropped it, that of the first left with its title, if any."""
    tag, title = tag_of(control), title_of(control)
    if not tag:
        tag = next((each for each, other in left if title in (other, "")), "")
    left[:] = [pair for pair in left if pair[0] != tag]
    return tag


def _controls(listed: Sequence[Piece]) -> list[Element]:
    return [piece.node for piece in listed if piece.node.tag == W + "sdt"]


def _text(version: _Version, key: str) -> str:
    return text_of(content_of(version.controls[key]))


def _ends(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Where in the text the words from `first` up to `last` stand."""
    start = words[first].start if first < len(words) else words[-1].end if words else 0
    return start, words[last - 1].end if last > first else start


def _said(listed: Sequence[Piece]) -> str:
    """Pieces as people read them."""
    return "".join(
        text_of(content_of(piece.node)) if piece.text == CONTROL else piece.text for piece in listed
    )
