"""What holds for any edit and any new data, over kinds and units: the promises of the merge, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kh_docs.update import merge

from .clerk import Clerk
from .reviewer import accepted, lines, rejected

DATE = "2024-03-01T00:00:00Z"
KINDS = ("ke-hoach", "bao-cao-nam", "phieu-kiem-tra", "phieu-kiem-tra-cap-xa")
UNITS = ("nam-dan", "vinh", "ky-son", "cua-lo")
CASES = [
    (kind, unit, 100 * place + step) for place, kind in enumerate(KINDS) for step, unit in enumerate(UNITS)
]


def new_data(base: bytes, seed: int) -> bytes:
    """The document as other data and another wording would make it."""
    clerk = Clerk(base, seed + 50_000)
    clerk.EDITS = tuple(edit for edit in clerk.EDITS if not edit.__name__.startswith("tracks"))
    return clerk.edits(12).saved()


@pytest.fixture
def base(sampled_documents: dict[str, Path], kind: str, unit: str) -> bytes:
    return sampled_documents[f"{kind}-{unit}-2024.docx"].read_bytes()


@pytest.mark.parametrize(("kind", "unit", "seed"), CASES)
def test_nothing_new_leaves_her_file_as_it_is(base: bytes, seed: int) -> None:
    clerk = Clerk(base, seed).edits(10)
    clerk.saves_as_word_does()
    mine = clerk.saved()
    assert merge(base, mine, base, DATE).content is mine


@pytest.mark.parametrize(("kind", "unit", "seed"), CASES)
def test_in_a_file_nobody_edited_accepting_gives_the_new_document(base: bytes, seed: int) -> None:
    clerk = Clerk(base, seed)
    clerk.saves_as_word_does()
    mine, theirs = clerk.saved(), new_data(base, seed)
    merged = merge(base, mine, theirs, DATE)
    assert merged.conflicts == ()
    assert lines(accepted(merged.content)) == lines(theirs)
    assert lines(rejected(merged.content)) == lines(mine)


@pytest.mark.parametrize(("kind", "unit", "seed"), CASES)
def test_her_edits_and_new_data(base: bytes, seed: int) -> None:
    clerk = Clerk(base, seed).edits(15)
    clerk.saves_as_word_does()
    mine, theirs = clerk.saved(), new_data(base, seed)
    merged = merge(base, mine, theirs, DATE)
    assert merged.blocks
    # Rejecting ours gives exactly her document.
    assert lines(rejected(merged.content)) == lines(mine)
    # No word of hers is lost, whatever anybody accepts.
    both = accepted(merged.content)
    hers, said = "\n".join(lines(mine)), "\n".join(lines(both))
    assert [word for word in clerk.written if word in hers and word not in said] == []
    # What she accepted is not brought twice, what she rejected not again.
    for decided in (both, rejected(merged.content)):
        assert merge(merged.base, decided, theirs, DATE).content is decided


@pytest.mark.parametrize(("kind", "unit", "seed"), CASES[::3])
def test_every_new_word_is_in_the_file_or_in_a_conflict(base: bytes, seed: int) -> None:
    writer = Clerk(base, seed + 1)
    writer.EDITS = tuple(edit for edit in writer.EDITS if not edit.__name__.startswith("tracks"))
    theirs = writer.edits(12).saved()
    mine = Clerk(base, seed).edits(15).saved()
    merged = merge(base, mine, theirs, DATE)
    told = "\n".join([*lines(accepted(merged.content)), *(each.theirs for each in merged.conflicts)])
    new = "\n".join(lines(theirs))
    assert [word for word in writer.written if word in new and word not in told] == []
