"""Output survives consoles that know few letters, pipes that close, and streams that are not there."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest

from kh_docs.cli import streams


def ascii_console(monkeypatch: pytest.MonkeyPatch) -> tuple[io.TextIOWrapper, io.TextIOWrapper]:
    """Make this test's console one that can show only ASCII."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n") for _ in range(2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    streams.prepare()
    return out, err


def written(stream: io.TextIOWrapper) -> bytes:
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


def test_words_for_people_lose_only_their_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    console = ascii_console(monkeypatch)
    streams.say("Đã ghi “Nam Đàn” → out/… – Thái Hoà 中")
    assert written(console[1]) == b'Da ghi "Nam Dan" -> out/... - Thai Hoa ?\n'


def test_tables_are_for_people_too(monkeypatch: pytest.MonkeyPatch) -> None:
    console = ascii_console(monkeypatch)
    streams.put_table(["huyện Kỳ Sơn"])
    assert written(console[0]) == b"huyen Ky Son\n"


def test_a_path_comes_out_as_it_is_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    console = ascii_console(monkeypatch)
    streams.put(os.fsdecode(b"out/\xff.docx") + " Đàn")
    assert written(console[0]) == b"out/\xff.docx \\u0110\\u00e0n\n"


def test_json_stays_json(monkeypatch: pytest.MonkeyPatch) -> None:
    console = ascii_console(monkeypatch)
    streams.put_json({"name": "Nam Đàn"})
    assert json.loads(written(console[0])) == {"name": "Nam Đàn"}


def test_a_stream_that_is_not_there_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    streams.say("không ai đọc")


@pytest.mark.skipif(os.name == "nt", reason="the shell's pipes are POSIX")
def test_work_goes_on_when_the_reader_has_gone() -> None:
    script = (
        "from kh_docs.cli import streams; streams.prepare()\n"
        "for n in range(20000): streams.put(f'dòng {n}')\n"
        "streams.say('xong')\n"
    )
    process = subprocess.run(
        ["bash", "-c", '"$0" -c "$1" | head -n 1; exit "${PIPESTATUS[0]}"', sys.executable, script],
        capture_output=True,
        check=False,
    )
    assert (process.returncode, process.stdout, process.stderr) == (0, "dòng 0\n".encode(), b"xong\n")
