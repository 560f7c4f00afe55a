"""A block is cut at the words that its runs print, whatever else stands between its tags."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from kh_docs.check import shapes

TAGS = (
    "<w:p>",
    '<w:p w:a=">">',
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    '<w:t xml:space="preserve">',
    "</w:t>",
    "<w:tab/>",
)
TEXTS = ("a", "Điều 5. ", " ", "\u00a0", "”", "”;", ">", "&gt;", "&", "b\nc", "")
# What runs print, as one pattern says it.
WORDS = re.compile(rb"(?<=>)([^<>]*[^<>\s][^<>]*)(?=</w:t>)")
BLOCKS = st.lists(st.one_of(st.sampled_from(TAGS), st.sampled_from(TEXTS)), max_size=12).map(
    lambda pieces: ("<w:p>" + "".join(pieces) + "</w:p>").encode()
)


@given(BLOCKS)
@example(b"<w:p></w:t>a</w:t></w:p>")
def test_it_is_cut_at_its_words(xml: bytes) -> None:
    pieces = shapes._cut_at_words(xml)
    assert b"".join(pieces) == xml
    assert [piece for piece in pieces[1::2] if piece.strip()] == WORDS.findall(xml)


@given(BLOCKS)
def test_all_that_stands_between_tags_is_its_text(xml: bytes) -> None:
    text = shapes._text_of(xml, shapes._cut_at_words(xml))
    assert text == re.sub(rb"<[^>]*>", b"", xml).decode()


@given(st.text())
def test_what_a_parser_would_read_otherwise_is_not_read(text: str) -> None:
    unusual = re.search("&(?!(?:lt|gt|quot|apos|amp);)|[\0-\x1f\ufffe\uffff]", text)
    if unusual and not re.search("[\ud800-\udfff]", text):
        assert shapes._read([text.encode()]) is None
