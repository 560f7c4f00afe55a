"""What holds for any edit and any new data, over all kinds and units: the promises one by one."""

from __future__ import annotations

import importlib.util
import os
import random
from io import BytesIO
from itertools import product

import docx
import pytest

from kh_docs.update import merge

from .clerk import Clerk
from .conftest import Document
from .exact import exact
from .habits import Habits, lived
from .reviewer import accepted, decided, lines, main_of, rejected, with_main

DATE = "2024-03-01T00:00:00Z"
DISTRICTS, COMMUNES = "104-kh-ubnd-2024", "vi-du-kh-ubnd-2026"
KINDS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra", "phieu-kiem-tra-cap-xa")
UNITS = (
    *("nam-dan", "vinh", "ky-son", "cua-lo", "anh-son", "con-cuong", "dien-chau", "do-luong", "hoang-mai"),
    *("hung-nguyen", "nghi-loc", "nghia-dan", "que-phong", "quy-chau", "quy-hop", "quynh-luu", "tan-ky"),
    *("thai-hoa", "thanh-chuong", "tuong-duong", "yen-thanh"),
)
# Each unit with one kind or two, each kind with a good third of the units: all 21 come up.
OF_DISTRICTS = [
    (DISTRICTS, unit, kind)
    for (place, kind), (number, unit) in product(enumerate(KINDS), enumerate(UNITS))
    if (number - place) % 3 == 0
]
OF_COMMUNES = [
    (COMMUNES, unit, "ke-hoach") for unit in ("vinh-tuong", "nam-dan", "nga-my", "bach-ha", "bac-ly")
]
CASES = [(*which, 100 + number) for number, which in enumerate([*OF_DISTRICTS, *OF_COMMUNES])]


def new_data(base: bytes, seed: int) -> bytes:
    """The document as other data and another wording would make it."""
    writer = Clerk(base, seed + 50_000)
    writer.EDITS = tuple(edit for edit in writer.EDITS if not edit.__name__.startswith("tracks"))
    return writer.edits(12).saved()


def saved_by_word(clerk: Clerk) -> bytes:
    clerk.saves_as_word_does()
    return clerk.saved()


@pytest.fixture
def base(document: Document, plan: str, unit: str, kind: str) -> bytes:
    return document(plan, unit, kind)


over_all = pytest.mark.parametrize(("plan", "unit", "kind", "seed"), CASES)


@over_all
def test_nothing_new_leaves_her_file_as_it_is(base: bytes, seed: int) -> None:
    mine = saved_by_word(lived(base, seed))
    assert merge(base, mine, base, DATE).content is mine


@over_all
def test_in_a_file_nobody_edited_accepting_gives_the_new_document(base: bytes, seed: int) -> None:
    mine, theirs = saved_by_word(Clerk(base, seed)), new_data(base, seed)
    merged = merge(base, mine, theirs, DATE)
    assert merged.conflicts == ()
    assert lines(accepted(merged.content)) == lines(theirs)
    assert exact(rejected(merged.content)) == exact(mine)


@over_all
def test_her_edits_and_new_data(base: bytes, seed: int) -> None:
    clerk = lived(base, seed)
    mine, theirs = saved_by_word(clerk), new_data(base, seed)
    merged = merge(base, mine, theirs, DATE)
    # Rejecting ours gives exactly her document.
    assert exact(rejected(merged.content)) == exact(mine)
    # No word of hers is lost, whatever anybody accepts.
    both = accepted(merged.content)
    hers, said = "\n".join(lines(mine)), "\n".join(lines(both))
    assert [word for word in clerk.written if word in hers and word not in said] == []
    # What she accepted is not brought twice, what she rejected not again.
    for chosen in (both, rejected(merged.content)):
        assert merge(merged.base, chosen, theirs, DATE).content is chosen


@over_all
def test_what_she_decided_one_by_one_stays_decided(base: bytes, seed: int) -> None:
    clerk = Clerk(base, seed).edits(8)
    mine, writer = saved_by_word(clerk), Clerk(base, seed + 2)
    writer.EDITS = (Clerk.adds_words, Clerk.replaces_a_word, Clerk.writes_a_paragraph, Clerk.deletes_words)
    theirs = writer.edits(12).saved()
    merged = merge(base, mine, theirs, DATE)
    hers = decided(merged.content, random.Random(seed))
    assert merge(merged.base, hers, theirs, DATE).content is hers
    # Still later data start from there: they bring nothing of what she rejected.
    later = Clerk(theirs, seed + 3)
    later.EDITS = writer.EDITS
    second = merge(merged.base, hers, later.edits(6).saved(), DATE)
    assert exact(rejected(second.content)) == exact(hers)
    before, after = "\n".join(lines(hers)), "\n".join(lines(accepted(second.content)))
    rejected_words = {word for word in writer.written if word not in before} - set(later.written)
    assert [word for word in rejected_words if word in after] == []
    assert [word for word in clerk.written if word in before and word not in after] == []


@over_all
def test_every_new_word_is_in_the_file_or_in_a_conflict(base: bytes, seed: int) -> None:
    writer = Clerk(base, seed + 1)
    writer.EDITS = tuple(edit for edit in writer.EDITS if not edit.__name__.startswith("tracks"))
    theirs = writer.edits(12).saved()
    merged = merge(base, Clerk(base, seed).edits(15).saved(), theirs, DATE)
    told = "\n".join([*lines(accepted(merged.content)), *(each.theirs for each in merged.conflicts)])
    new = "\n".join(lines(theirs))
    assert [word for word in writer.written if word in new and word not in told] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("unit", "other"), [("nam-dan", "ky-son"), ("vinh", "hoang-mai")])
def test_as_much_new_as_between_two_units(document: Document, kind: str, unit: str, other: str) -> None:
    """Hundreds of changes at once, rows and paragraphs that come and go."""
    base = document(DISTRICTS, unit, kind)
    theirs = with_main(base, main_of(document(DISTRICTS, other, kind)))
    merged = merge(base, base, theirs, DATE)
    assert lines(accepted(merged.content)) == lines(theirs)
    assert exact(rejected(merged.content)) == exact(base)
    clerk = lived(base, 7)
    mine = saved_by_word(clerk)
    assert exact(rejected(merge(base, mine, theirs, DATE).content)) == exact(mine)


def told(data: bytes) -> str:
    """All that a document says, without what parts words and paragraphs."""
    return "".join("".join(lines(data)).split())


@over_all
def test_another_program_accepts_and_rejects_the_same(base: bytes, seed: int) -> None:
    """docx-plus knows tracked words, not paragraphs and rows: their words have to be tracked as well."""
    if importlib.util.find_spec("docx_plus") is None and not os.environ.get("CI"):
        pytest.skip("docx-plus is not installed, so nothing was checked")
    from docx_plus.revisions import accept_all_revisions, reject_all_revisions

    clerk = Habits(base, seed)
    clerk.EDITS = tuple(edit for edit in clerk.EDITS if not edit.__name__.startswith("tracks"))
    mine, theirs = saved_by_word(clerk.edits(15)), new_data(base, seed)
    merged = merge(base, mine, theirs, DATE)
    for decide, expected in (
        (accept_all_revisions, accepted(merged.content)),
        (reject_all_revisions, mine),
    ):
        opened, saved = docx.Document(BytesIO(merged.content)), BytesIO()
        decide(opened)
        opened.save(saved)
        assert told(saved.getvalue()) == told(expected)
