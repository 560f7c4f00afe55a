"""What the next run takes for written by us: ours, without what has still to wait."""

from collections.abc import Iterable

from kh_docs.update.blocks import Body
from kh_docs.update.decisions import Waiting
from kh_docs.word.spans import serialised, spliced


def remembered(theirs: Body, waiting: Iterable[Waiting]) -> bytes:
    """Our main part as the base of the next run: what waits is not in it yet."""
    kept: list[tuple[int, int, bytes]] = []
    for each in waiting:
        old = b"" if each.base is None else serialised(each.base, theirs.root)
        if each.theirs is None:
            start = theirs.data.index(b">", theirs.data.index(b"body")) + 1
            kept.append((start, start, old))
        elif each.behind:
            kept.append((theirs.spans[each.theirs].end, theirs.spans[each.theirs].end, old))
        else:
            kept.append((*theirs.spans[each.theirs], old))
    return spliced(theirs.data, kept)
