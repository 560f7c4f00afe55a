"""Tracked changes that we make: what they read like accepted and rejected, and hers beside them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kh_docs.word.plain import lines_of, plain_text
from kh_docs.word.revised_runs import CannotRevise
from kh_docs.word.revisions import Reviser
from kh_docs.word.xml import Element, W

from .deciding import accept, reject
from .small import body, dele, ins, p, row, table

OURS = "kh-docs"


def reviser() -> Reviser:
    return Reviser(OURS, "2024-02-23T00:00:00Z", itertools.count(100))


def both(root: Element) -> tuple[list[str], list[str]]:
    """What remains once ours are accepted, and once they are rejected."""
    return lines_of(decided(root, accept)), lines_of(decided(root, reject))


def decided(root: Element, decide: object) -> Element:
    copy = etree.fromstring(etree.tostring(root))
    assert callable(decide)
    decide(copy, OURS)
    return copy


@pytest.mark.parametrize(
    ("pieces", "start", "end", "new", "accepted"),
    [
        (["trước ngày 25/02/2024"], 11, 21, "28/02/2024", "trước ngày 28/02/2024"),
        (["trước ", "ngày 25/", "02/2024"], 11, 21, "28/02/2024", "trước ngày 28/02/2024"),
        (["đầu"], 0, 0, "Ngay từ ", "Ngay từ đầu"),
        (["cuối"], 4, 4, " cùng\nhết", "cuối cùng\nhết"),
        (["bỏ hết"], 2, 6, "", "bỏ"),
        ([], 0, 0, "mới", "mới"),
        (["<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"], 1, 2, " ", "a b"),
        (["a", '<w:hyperlink w:anchor="x"><w:r><w:t>bc</w:t></w:r></w:hyperlink>'], 2, 3, "d", "abd"),
    ],
)
def test_words_replaced(pieces: list[str], start: int, end: int, new: str, accepted: str) -> None:
    root = body(p(*pieces))
    before = plain_text(root)
    reviser().replace(root[0], start, end, new)
    assert plain_text(root) == accepted
    assert plain_text(root, "rejected") == before
    assert both(root) == ([accepted], [before])


def test_what_is_inserted_looks_like_what_stood_there() -> None:
    root = body(p("<w:r><w:rPr><w:b/></w:rPr><w:t>đậm</w:t></w:r>", "thường"))
    reviser().insert(root[0], 3, " hơn")
    (inserted,) = root.iter(W + "ins")
    assert inserted.find(f"{W}r/{W}rPr/{W}b") is not None
    assert (inserted.get(W + "author"), inserted.get(W + "date")) == (OURS, "2024-02-23T00:00:00Z")


def test_ours_inside_hers() -> None:
    """Her insertion stays hers on both sides of ours; rejecting ours gives just what she had."""
    root = body(p("Giao ", ins("Công an huyện"), dele("Văn phòng"), " chủ trì"))
    changes = reviser()
    changes.replace(root[0], 13, 18, "thành phố")
    assert both(root) == (["Giao Công an thành phố chủ trì"], ["Giao Công an huyện chủ trì"])
    assert plain_text(decided(root, reject), "rejected") == "Giao Văn phòng chủ trì"
    changes.insert(root[0], 9, " (hai)")
    assert both(root)[0] == ["Giao Công (hai) an thành phố chủ trì"]
    numbers = [each.get(W + "id") for each in root.iter(W + "ins") if each.get(W + "author") == OURS]
    assert len(set(numbers)) == len(numbers)


def test_a_paragraph_and_a_row() -> None:
    root = body(p("một"), p("hai"), p("ba"), table(row("1", "x"), row("2", "y"), row("3", "z")))
    changes = reviser()
    changes.insert_paragraph(root[1])
    changes.delete_paragraph(root[0])
    changes.insert_row(root[3][2])
    changes.delete_row(root[3][3])
    assert both(root) == (["hai", "ba", "1\tx", "3\tz"], ["một", "ba", "2\ty", "3\tz"])
    assert (lines_of(root), lines_of(root, "rejected")) == both(root)


@pytest.mark.parametrize(
    "piece",
    [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>12</w:t></w:r></w:fldSimple>',
        '<w:r><w:t>12</w:t><w:footnoteReference w:id="1"/></w:r>',
    ],
)
def test_fields_and_notes_are_left_alone(piece: str) -> None:
    root = body(p("a", piece, "b"))
    before = etree.tostring(root)
    with pytest.raises(CannotRevise):
        reviser().replace(root[0], 1, 3, "x")
    assert etree.tostring(root) == before
    with pytest.raises(CannotRevise):
        reviser().insert(root[0], 2, "x")
    reviser().insert(root[0], 3, "x")
    assert plain_text(root) == "a12xb"


WORDS = st.lists(st.text("ab ", min_size=1, max_size=5), min_size=1, max_size=4)


@given(WORDS, st.lists(st.booleans(), min_size=4, max_size=4), st.data())
def test_any_change_is_accepted_and_rejected(
    pieces: list[str], hers: list[bool], data: st.DataObject
) -> None:
    root = body(p(*(ins(each) if by_her else each for each, by_her in zip(pieces, hers, strict=False))))
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.text("xy\n", max_size=3))
    reviser().replace(root[0], start, end, new)
    assert both(root) == ([text[:start] + new + text[end:]], [text])
