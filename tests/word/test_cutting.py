"""A part is cut into its blocks without parsing it, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_docs.word.cutting import cut

P = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"
ROW = b"<w:tr><w:tc>" + P + P + b"</w:tc></w:tr>"


def test_paragraphs_and_rows_are_blocks() -> None:
    assert cut(b"<b>" + P + b"<w:tbl>" + ROW + ROW + b"</w:tbl>" + P + b"</b>") == [
        *(b"<b>", P, b"<w:tbl>", ROW, b"", ROW, b"</w:tbl>", P, b"</b>")
    ]


@pytest.mark.parametrize("block", [b'<w:p w:rsidR="1"><w:r/></w:p>', b'<w:tr w:rsidR="1"><w:tc/></w:tr>'])
def test_one_with_attributes_is_a_block(block: bytes) -> None:
    assert cut(b"<b>" + block + b"</b>") == [b"<b>", block, b"</b>"]


@pytest.mark.parametrize(
    "other", [b"<w:pPr></w:pPr>", b"<w:trPr></w:trPr>", b"<w:p/>", b"<w:tbl></w:tbl>", b""]
)
def test_what_is_no_block_stays_as_it_is(other: bytes) -> None:
    assert cut(other) == [other]


def test_a_block_without_end_is_none() -> None:
    assert cut(P + b"<w:p>a") == [b"", P, b"<w:p>a"]


TAGS = st.sampled_from(
    [b"<w:p>", b"</w:p>", b"<w:tr>", b"</w:tr>", b"<w:p ", b"<w:pPr>", b"<w:p/>", b"a", b"<"]
)


@given(st.lists(TAGS))
def test_the_pieces_are_the_part(tags: list[bytes]) -> None:
    content = b"".join(tags)
    pieces = cut(content)
    assert b"".join(pieces) == content
    assert len(pieces) % 2 == 1
    assert all(piece.startswith((b"<w:p", b"<w:tr")) for piece in pieces[1::2])
