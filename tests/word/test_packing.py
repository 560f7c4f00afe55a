"""Values with elements of a document are the same again, each element in its place of one tree."""

from __future__ import annotations

from lxml import etree

from kh_docs.word.packing import packed, unpacked

XML = b'<a xmlns="urn:a"><!-- c --><b x="1">t&amp;</b>tail<b><c/></b><?p i?></a>'


def test_elements_are_those_of_one_tree_again() -> None:
    root = etree.fromstring(XML)
    inner = root[2][0]
    again_root, again_inner, same, other = unpacked(packed((root, inner, inner, etree.fromstring(XML))))
    assert etree.tostring(again_root) == etree.tostring(root)
    assert again_inner is same
    assert again_inner.getroottree().getroot() is again_root
    assert again_root.getroottree().getpath(again_inner) == root.getroottree().getpath(inner)
    assert other.getroottree().getroot() is not again_root


def test_what_stands_behind_an_element_is_left_out_with_its_tree() -> None:
    lone = etree.fromstring(XML)[1]
    lone.getparent().remove(lone)
    again = unpacked(packed([lone]))[0]
    assert (again.tail, again.text, again.get("x")) == (None, "t&", "1")


def test_comments_and_instructions_are_elements_too() -> None:
    root = etree.fromstring(XML)
    comment, _b, _b2, instruction = unpacked(packed(list(root)))
    assert (comment.text, instruction.target) == (" c ", "p")
