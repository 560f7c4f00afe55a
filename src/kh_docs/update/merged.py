"""What a merge gives: the file, what came in, what she has to decide."""

from typing import NamedTuple


class Change(NamedTuple):
    """One of our changes that went in: what is struck, what comes."""

    where: str
    removed: str
    added: str


class Conflict(NamedTuple):
    """A place where her words stay and a comment carries ours."""

    where: str
    mine: str
    theirs: str


class Merged(NamedTuple):
    """The merged file; `content` is hers byte for byte where nothing came in.

    `base`: what the next run has to take as written by us. `blocks`: paragraphs and rows in which ours came
    in. `waiting`: places where she has to decide on our last change before the next comes in.
    """

    content: bytes
    base: bytes
    blocks: int = 0
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[str, ...] = ()
