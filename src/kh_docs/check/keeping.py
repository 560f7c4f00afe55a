"""What the last look has seen, kept between runs: no document like an earlier one is read whole again."""

from __future__ import annotations

import pickle
from functools import partial
from typing import NamedTuple

from lxml import etree

from kh_docs import cache
from kh_docs.check.frames_kept import Frames
from kh_docs.check.ground import Facts, Region
from kh_docs.check.seen import Seen
from kh_docs.check.taken import Rows
from kh_docs.check.waiting import Cells

_PURPOSE = "seen"


class Shelf(NamedTuple):
    """Where what was seen of one kind is kept; `made_from`: a digest of program, templates, plan, or none."""

    name: str
    made_from: str


class Kept(NamedTuple):
    """What was seen, as values that can be written down."""

    facts: Facts | None
    # Of tables of data: rows are large, and quickly known by these.
    cells: dict[bytes, set[bytes]]
    regions: dict[bytes, Region]
    shapes: bytes | None
    frames: dict[bytes, bytes]


def seen_before(shelf: Shelf) -> Seen:
    """What was seen in earlier runs of this very program with these very templates; else nothing."""
    kept = _kept(shelf)
    return seen_of(kept) if kept is not None else Seen()


def seen_of(kept: Kept) -> Seen:
    """What was seen, as it was written down."""
    lists = {opening: Rows(set(), cells) for opening, cells in kept.cells.items()}
    return Seen(lists, kept.regions, Frames(kept.frames), Cells(kept.shapes), kept.facts)


def keep(seen: Seen, shelf: Shelf) -> None:
    """Keep it for the next run, where a document had to be read whole in this one and there is room."""
    if not (shelf.made_from and seen.frames.new):
        return
    own, other = kept_of(seen), _kept(shelf)
    # Those that were kept before, by another worker too.
    if other is not None and other.facts == own.facts:
        own = own._replace(frames={**other.frames, **own.frames})
    cache.save(_PURPOSE, shelf.name, pickle.dumps((_of_today(shelf), own), pickle.HIGHEST_PROTOCOL))


def kept_of(seen: Seen) -> Kept:
    """What is worth keeping of it, beside the frames that were kept."""
    cells = {opening: rows.cells for opening, rows in seen.lists.items()}
    return Kept(seen.facts, cells, seen.regions, seen.shapes.packed(), seen.frames.packed())


def _kept(shelf: Shelf) -> Kept | None:
    if not shelf.made_from:
        return None
    return cache.load_as(_PURPOSE, shelf.name, partial(_of, _of_today(shelf)))


def _of(today: tuple[object, ...], content: bytes) -> Kept | None:
    made, kept = pickle.loads(content)
    return Kept(*kept) if made == today else None


def _of_today(shelf: Shelf) -> tuple[object, ...]:
    """Where any of it is another, something else may be in order, or elements may be others."""
    return shelf.made_from, cache.room_digest("check"), etree.LXML_VERSION, etree.LIBXML_VERSION
