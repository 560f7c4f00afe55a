"""A file that LibreOffice has saved still gets the new data, in its own places and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from kh_docs.update import merge, same_meaning

from ..update.clerk import Clerk
from ..update.reviewer import accepted, lines, rejected
from ..update.small import around, blank, docx, p, table, tracked
from ..update.test_properties import new_data
from .conftest import Office

pytestmark = pytest.mark.render
DATE = "2024-03-01T00:00:00Z"
KINDS = ("ke-hoach", "bao-cao-nam", "phieu-kiem-tra")


@pytest.mark.parametrize("kind", KINDS)
def test_only_saved_again_is_not_an_edit(
    kind: str, sampled_documents: dict[str, Path], office: Office
) -> None:
    base = sampled_documents[f"{kind}-nam-dan-2024.docx"].read_bytes()
    assert same_meaning(base, office.saved(base))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", [1, 2])
def test_edited_and_saved_by_libreoffice(
    kind: str, seed: int, sampled_documents: dict[str, Path], office: Office
) -> None:
    base = sampled_documents[f"{kind}-nam-dan-2024.docx"].read_bytes()
    clerk = Clerk(base, seed)
    clerk.EDITS = tuple(edit for edit in clerk.EDITS if not edit.__name__.startswith("tracks"))
    mine = office.saved(clerk.edits(10).saved())
    assert merge(base, mine, base, DATE).content is mine
    theirs = new_data(base, seed)
    merged = merge(base, mine, theirs, DATE)
    assert lines(rejected(merged.content)) == lines(mine)
    said = "\n".join(lines(accepted(merged.content)))
    assert [word for word in clerk.written if word in "\n".join(lines(mine)) and word not in said] == []


@pytest.mark.parametrize("kind", KINDS)
def test_new_data_in_a_file_libreoffice_saved(
    kind: str, sampled_documents: dict[str, Path], office: Office
) -> None:
    base = sampled_documents[f"{kind}-vinh-2024.docx"].read_bytes()
    theirs = new_data(base, 3)
    merged = merge(base, office.saved(base), theirs, DATE)
    assert merged.conflicts == ()
    assert [line.strip() for line in lines(accepted(merged.content))] == [
        line.strip() for line in lines(theirs)
    ]


def told(data: bytes) -> str:
    """All that a document says, without what parts words and paragraphs."""
    return "".join("".join(lines(data)).split())


A, C = "Họp giao ban hằng quý.", "Đăng ký 05 xã điển hình."
HINT, GONE = around("khac", "Nêu tình hình khác."), p("Số đã bỏ: ", blank("bo"), " xã")
BASE = docx(p("Số: ", blank("so"), "/KH-UBND"), HINT, GONE, table("TT|Xã", p(blank("x")) + "|Nam Giang"), C)
NEW = docx(
    p("Số: ", blank("so", "45", hint=False), "/KH-UBND"),
    p(blank("khac", "Không có", hint=False)),
    table("TT|Xã", p(blank("x", "1", hint=False)) + "|Nam Giang", p(blank("y")) + "|Kim Liên"),
    p("Mới: ", blank("moi")),
    C,
)


def test_libreoffice_shows_what_is_struck_in_a_control_as_struck(office: Office) -> None:
    """7.4 prints it as if it stood, in a control for plain text or round a paragraph."""
    merged = merge(BASE, BASE, NEW, DATE)
    assert "[-……-]{+45+}" in tracked(merged.content)[0]
    saved = office.saved(merged.content)
    assert told(accepted(saved)) == told(NEW)
    assert told(rejected(saved)) == told(BASE)
    assert told(office.accepted(merged.content)) == told(NEW)
    assert told(office.rejected(merged.content)) == told(BASE)


@pytest.mark.parametrize("kind", KINDS)
def test_libreoffice_accepts_and_rejects_as_we_mean_it(
    kind: str, sampled_documents: dict[str, Path], office: Office
) -> None:
    base = sampled_documents[f"{kind}-ky-son-2024.docx"].read_bytes()
    clerk = Clerk(base, 5)
    clerk.EDITS = tuple(edit for edit in clerk.EDITS if not edit.__name__.startswith("tracks"))
    mine, theirs = clerk.edits(10).saved(), new_data(base, 5)
    merged = merge(base, mine, theirs, DATE)
    assert told(office.accepted(merged.content)) == told(accepted(merged.content))
    assert told(office.rejected(merged.content)) == told(mine)
