"""B64-B68: Word files from elsewhere, as `kh-docs check` meets them."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable

from kh_docs.check import check_bytes

from ..bench import Bench, not_run
from ..rows import case

DOCUMENT = "word/document.xml"
UNSAFE = "không an toàn"


def a_document(bench: Bench) -> dict[str, bytes]:
    """The parts of a document of ours, by name."""
    assert bench.generate("cua-lo").code == 0
    with zipfile.ZipFile(bench.path("cua-lo")) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def checked(bench: Bench, content: bytes, said: str) -> int:
    """`kh-docs check` refuses the file in these words and lives."""
    path = bench.folder / "mẫu.docx"
    path.write_bytes(content)
    ran = bench.run("check", path)
    assert "Traceback" not in ran.err
    assert said in ran.out, ran.out[-500:] + ran.err[-500:]
    return ran.code


@case("B64")
def entities(bench: Bench) -> list[int]:
    parts = a_document(bench)
    secret = bench.folder / "secret"
    secret.write_text("bí mật")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    codes = []
    for declared, used in (
        ('<!ENTITY a "chữ">', "&a;"),
        (f'<!ENTITY a SYSTEM "{secret.as_uri()}">', "&a;"),
        (f'<!ENTITY l0 "ha">{laughs}', "&l9;"),
    ):
        head, rest = parts[DOCUMENT].decode().split("?>", 1)
        text = f"{head}?><!DOCTYPE d [{declared}]>{rest}".replace("<w:t>", f"<w:t>{used}", 1)
        codes.append(checked(bench, packed({**parts, DOCUMENT: text.encode()}), UNSAFE))
    return codes


@case("B65")
def zip_bombs(bench: Bench) -> list[int]:
    """Refused by `check`, and where they stand as a template; 30 MB of imports and data are no peak."""
    parts = a_document(bench)
    bombs = [
        packed({**parts, "word/media/big.bin": bytes(60 * 2**20)}),
        packed({**parts, **{f"word/media/{n}.bin": bytes(2 * 2**20) for n in range(140)}}),
        packed({**parts, DOCUMENT: parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + b" " * (20 * 2**20))}),
        packed({**parts, **{f"word/media/{n}": b"" for n in range(2_100)}}),
        _huge_by_its_directory(packed({**parts, "word/media/big.bin": b"x"})),
    ]
    small = bench.folder / "nhỏ.txt"
    small.write_bytes(b"")
    usual = bench.start("check", small).end()
    codes = []
    for bomb in bombs:
        path = bench.folder / "bom.docx"
        path.write_bytes(bomb)
        ran = bench.start("check", path).end()
        assert UNSAFE in ran.out, ran.out + ran.err
        assert ran.processor_seconds < usual.processor_seconds + 1
        started = time.process_time()
        check_bytes(bomb, path.name)
        assert time.process_time() - started < 0.2
        assert ran.peak_mb < usual.peak_mb + 100
        codes.append(ran.code)
    with zipfile.ZipFile(
        bench.layouts / "ke-hoach.docx", "a", zipfile.ZIP_DEFLATED, compresslevel=1
    ) as archive:
        archive.writestr("word/media/big.bin", bytes(100 * 2**20))
    ran = bench.start(
        "generate", "--district", "vinh", "--kind", "ke-hoach", "--out", bench.folder / "o"
    ).end()
    assert ran.code == 2, "a zip bomb as a template: " + ran.err
    ran.said("ke-hoach.docx", UNSAFE)
    assert ran.peak_mb < usual.peak_mb + 100
    return codes


def _huge_by_its_directory(content: bytes) -> bytes:
    """The last entry claims 3 GB that nobody has packed."""
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 24] + struct.pack("<I", 3 * 2**30) + content[at + 28 :]


def _add_again(name: str) -> Callable[[dict[str, bytes]], bytes]:
    def build(parts: dict[str, bytes]) -> bytes:
        buffer = io.BytesIO(packed(parts))
        with zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr("x" * len(name), b"<x/>")
        return buffer.getvalue().replace(b"x" * len(name), name.encode())

    return build


def _broken_crc(parts: dict[str, bytes]) -> bytes:
    content = packed(parts)
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 16] + b"\0\1\2\3" + content[at + 20 :]


@case("B66")
def odd_directories(bench: Bench) -> list[int]:
    parts = a_document(bench)
    return [
        *(
            checked(bench, _add_again(name)(parts), UNSAFE)
            for name in (DOCUMENT, DOCUMENT.upper(), "../../out.xml", "word\\document2.xml", "/etc/passwd1")
        ),
        checked(bench, _broken_crc(parts), "hỏng"),
    ]


@case("B67")
def a_form_changed_on_its_way(_bench: Bench) -> None:
    not_run("thử ở tests/returns/test_every_way.py và test_collect.py, mỗi lần chạy pytest -m ''")


@case("B68")
def a_form_that_comes_back_twice(_bench: Bench) -> None:
    test = "test_the_tracker_tells_both_days_of_two_versions_and_what_differs"
    not_run(f"thử ở tests/returns/test_settled.py::{test}")
