"""Make README's picture from documents as they are today (LibreOffice and poppler)."""

from __future__ import annotations

import struct
import subprocess
import tempfile
import zlib
from pathlib import Path
from typing import NamedTuple

from kh_docs.cli.main import main

PICTURE = Path(__file__).parents[1] / ".readme" / "ke-hoach.png"
UNIT, ANNEX = "nam-dan", "Phụ lục II"
DOTS_AN_INCH = "72"
GAP = 12
GRAY = 0x90


class Page(NamedTuple):
    """A page as rows of gray, one byte a dot."""

    width: int
    rows: list[bytes]


def pdf_in(folder: Path) -> Path:
    """The unit's plan, made by the command that README shows."""
    if main(["generate", UNIT, "--kind", "ke-hoach", "--out", str(folder), "--pdf"]) != 0:
        raise SystemExit("no document, no picture")
    return next(folder.rglob("ke-hoach-*.pdf"))


def page_of_annex(pdf: Path) -> int:
    """The number of the page that begins with the annex."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    pages = [page.strip().splitlines() for page in text.split("\f")]
    return next(at for at, lines in enumerate(pages, 1) if ANNEX in [line.strip() for line in lines[:3]])


def drawn(pdf: Path, number: int) -> Page:
    """One page as poppler draws it, a gray line around it."""
    command = ["pdftoppm", "-gray", "-r", DOTS_AN_INCH, "-f", f"{number}", "-l", f"{number}", pdf]
    image = subprocess.run(command, capture_output=True, check=True).stdout
    _magic, size, _most, dots = image.split(b"\n", 3)
    width, height = map(int, size.split())
    side, line = bytes([GRAY]), bytes([GRAY]) * width
    inner = [dots[at * width + 1 : (at + 1) * width - 1] for at in range(1, height - 1)]
    return Page(width, [line, *(side + row + side for row in inner), line])


def beside(left: Page, right: Page) -> Page:
    """Both on white, their tops on one line."""
    gap = b"\xff" * GAP
    lower = max(len(left.rows), len(right.rows))
    columns = [page.rows + [b"\xff" * page.width] * (lower - len(page.rows)) for page in (left, right)]
    return Page(left.width + GAP + right.width, [a + gap + b for a, b in zip(*columns, strict=True)])


def as_png(page: Page) -> bytes:
    """The page as a PNG of 8 bits of gray (RFC 2083)."""

    def chunk(name: bytes, content: bytes) -> bytes:
        named = name + content
        return struct.pack(">I", len(content)) + named + struct.pack(">I", zlib.crc32(named))

    head = struct.pack(">IIBBBBB", page.width, len(page.rows), 8, 0, 0, 0, 0)
    dots = zlib.compress(b"".join(b"\0" + row for row in page.rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        pdf = pdf_in(Path(folder))
        PICTURE.write_bytes(as_png(beside(drawn(pdf, 1), drawn(pdf, page_of_annex(pdf)))))
    print(PICTURE)
