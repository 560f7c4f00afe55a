"""A file whose directory is read quickly gives what zipfile gives of it, whatever is wrong with it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kh_docs.word import archive
from kh_docs.word.directory import plain_directory
from kh_docs.word.refused import Refused
from kh_docs.word.writer import compressed, pack

PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:p/>" * 40, "_rels/.rels": b""}
OURS = pack([compressed(name, content) for name, content in PARTS.items()])


def _by_zipfile(parts: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED, extra: bytes = b"") -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", way) as file:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type, info.extra = way, extra
            file.writestr(info, content)
    return stream.getvalue()


PLAIN = [OURS, _by_zipfile(PARTS)]
OTHERS = [
    _by_zipfile(PARTS, zipfile.ZIP_STORED),
    _by_zipfile(PARTS, extra=struct.pack("<HHI", 0xA220, 4, 0)),
    _by_zipfile({**PARTS, "tên.xml": b"x"}),
    _by_zipfile({**PARTS, "../x.xml": b"x"}),
    _by_zipfile({**PARTS, "word/bomb.bin": bytes(3 * 2**20)}),
    _by_zipfile({**PARTS, "WORD/document.xml": b"x"}),
    b"PK" + OURS,
    OURS + b"x",
    OURS[:-1],
    pack([]),
]


@pytest.mark.parametrize("data", PLAIN)
def test_what_is_plain_is_read_quickly(data: bytes) -> None:
    listed = plain_directory(data)
    assert listed is not None
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert [(each.filename, each.CRC, each.compress_size, each.file_size) for each in listed] == [
            (each.filename, each.CRC, each.compress_size, each.file_size) for each in file.infolist()
        ]
    for each in listed:
        packed = data[each.start : each.start + each.compress_size]
        assert zlib.decompress(packed, -zlib.MAX_WBITS) == PARTS[each.filename]
    assert archive.read_archive(data) == PARTS


def _outcome(data: bytes) -> object:
    try:
        return list(archive.read_archive(data).items())
    except Refused as refused:
        return refused.args


def _as_zipfile_reads_it(data: bytes) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archive, "plain_directory", lambda _data: None)
        return _outcome(data)


@pytest.mark.parametrize("data", [*PLAIN, *OTHERS])
def test_both_ways_agree(data: bytes) -> None:
    assert _outcome(data) == _as_zipfile_reads_it(data)


@given(
    st.sampled_from([*PLAIN, *OTHERS]),
    st.lists(st.tuples(st.integers(0, 2_000), st.sampled_from([1, 2, 4, 8, 255])), max_size=3),
)
@example(OURS, [(14, 1)])  # the sum of a part, where the part stands
@example(OURS, [(6, 1)])  # a password, where the part stands
def test_they_agree_on_what_is_damaged(data: bytes, damages: list[tuple[int, int]]) -> None:
    damaged = bytearray(data)
    for at, bits in damages:
        damaged[at % len(damaged)] ^= bits
    assert _outcome(bytes(damaged)) == _as_zipfile_reads_it(bytes(damaged))
