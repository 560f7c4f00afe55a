"""What is packed is read again by anybody, with ISA-L and without it."""

from __future__ import annotations

import importlib
import sys
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_docs.word import archive, deflate
from kh_docs.word.writer import compressed_quickly, pack


@pytest.fixture(scope="module", params=["ISA-L", "zlib"])
def either(request: pytest.FixtureRequest) -> Iterator[ModuleType]:
    """The module as it is, and as it is where nothing but zlib is installed."""
    if request.param == "ISA-L":
        pytest.importorskip("isal", reason="no ISA-L for this machine")
        yield deflate
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "isal", None)
        patch.delitem(sys.modules, deflate.__name__)
        yield importlib.import_module(deflate.__name__)


def test_each_is_the_one_that_is_meant(either: ModuleType, request: pytest.FixtureRequest) -> None:
    assert (either.quick is zlib) == ("zlib" in request.node.name)


@given(content=st.one_of(st.binary(), st.binary(max_size=9).map(lambda each: each * 5_000)))
def test_it_comes_out_as_it_went_in(either: ModuleType, content: bytes) -> None:
    packed = either.deflated(content)
    assert packed == either.deflated(content)
    assert zlib.decompress(packed, -zlib.MAX_WBITS) == content
    assert either.inflated(packed, len(content)) == content
    other = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    assert either.inflated(other.compress(content) + other.flush(), len(content)) == content
    assert either.crc32(content) == zlib.crc32(content)


def test_what_is_of_another_size_is_not_unpacked(either: ModuleType) -> None:
    packed = either.deflated(b"a" * 1_000_000)
    assert either.inflated(packed, 999_999) is None
    assert either.inflated(packed, 1_000_001) is None
    assert either.inflated(packed[:-1], 1_000_000) is None


def test_what_is_broken_is_a_fault_of_the_file(either: ModuleType) -> None:
    with pytest.raises(either.FAULTS):
        either.inflated(b"\xff" * 9, 9)


def test_a_part_packed_quickly_is_one_of_a_zip_file() -> None:
    content = b"<w:p>104/KH-UBND</w:p>" * 900
    data = pack([compressed_quickly("[Content_Types].xml", content), compressed_quickly("b.xml", b"")])
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert file.testzip() is None
        assert file.read("[Content_Types].xml") == content
    assert archive.read_archive(data) == {"[Content_Types].xml": content, "b.xml": b""}
