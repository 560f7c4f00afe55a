"""One paragraph in three versions: what of ours goes into hers, and what she must decide."""

from collections.abc import Sequence

from kh_docs.update.edits import Edit, cut
from kh_docs.update.flow import Piece, content_of, pieces, tag_of, text_of, title_of
from kh_docs.update.steps import Clash, Fill, Plan, Step
from kh_docs.update.versions import controls_in, text_in, version_of
from kh_docs.update.words import merge
from kh_docs.word.words import CONTROL, Word
from kh_docs.word.xml import Element


def merge_paragraph(base: Element, mine: Element, theirs: Element) -> Plan:
    """Word by word, and control by control."""
    known = [(tag_of(node), title_of(node)) for node in controls_in(pieces(base))]
    old, hers, ours = (version_of(each, known) for each in (base, mine, theirs))
    # A control that she or her program took away: what it said is compared with her words there.
    if lost := (old.controls.keys() & ours.controls.keys()) - hers.controls.keys():
        old, ours = (version_of(each, known, lost) for each in (base, theirs))
    changed = {
        place
        for place, key in enumerate(old.keys)
        if key in hers.controls and text_in(hers, key) != text_in(old, key)
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
        was, now, new = (text_in(version, key) for version in (old, hers, ours))
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


def _ends(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Where in the text the words from `first` up to `last` stand."""
    start = words[first].start if first < len(words) else words[-1].end if words else 0
    return start, words[last - 1].end if last > first else start


def _said(listed: Sequence[Piece]) -> str:
    """Pieces as people read them."""
    return "".join(
        text_of(content_of(piece.node)) if piece.text == CONTROL else piece.text for piece in listed
    )
