"""The printed page as LibreOffice lays it out: pages, margins, the national title on one line."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from kh_docs.cli.to_pdf import convert

pytestmark = pytest.mark.render

MM = 72 / 25.4
XHTML = "{http://www.w3.org/1999/xhtml}"
NATIONAL_TITLE = ["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"]
# Between what would be too thin to hold everything and too thick to be signed: (least, most) pages.
PAGES = {
    "ke-hoach": (15, 18),
    "bao-cao-6-thang": (10, 30),
    "bao-cao-nam": (10, 30),
    "phieu-kiem-tra": (10, 30),
    "phieu-kiem-tra-cap-xa": (8, 30),
}
CASES = [(kind, unit) for kind in PAGES for unit in ("nam-dan", "vinh", "ky-son")]


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def head(self) -> list[str]:
        """The words that begin in the top margin."""
        return [word.text for word in self.words if word.top < 17 * MM]


@pytest.fixture(scope="session")
def pages(
    sampled_documents: dict[str, Path], tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Page]]:
    program, reader = Path(tool("soffice")), tool("pdftotext")
    if "Liberation Serif" not in subprocess.run([tool("fc-list")], capture_output=True, text=True).stdout:
        pytest.fail("no Liberation Serif: pages would break elsewhere than with Times New Roman")
    folder = tmp_path_factory.mktemp("pdf")
    wanted = [sampled_documents[f"{kind}-{unit}-2024.docx"] for kind, unit in CASES]
    laid_out: dict[str, list[Page]] = {}
    for document, content in convert(wanted, program):
        assert content, f"LibreOffice made no PDF of {document.name}"
        file = folder / f"{document.stem}.pdf"
        file.write_bytes(content)
        laid_out[document.name] = read_pages(reader, file)
    return laid_out


SIDES = ("xMin", "yMin", "xMax", "yMax")


def read_pages(reader: str, file: Path) -> list[Page]:
    written = subprocess.run([reader, "-bbox", file, "-"], capture_output=True, check=True).stdout
    return [
        Page(
            float(page.get("width", "")),
            float(page.get("height", "")),
            tuple(
                Word(word.text or "", *(float(word.get(side, "")) for side in SIDES))
                for word in page.iter(f"{XHTML}word")
            ),
        )
        for page in etree.fromstring(written, etree.XMLParser(recover=True)).iter(f"{XHTML}page")
    ]


@pytest.fixture(params=CASES, ids=lambda case: "-".join(case))
def case(request: pytest.FixtureRequest) -> tuple[str, str]:
    kind_and_unit: tuple[str, str] = request.param
    return kind_and_unit


@pytest.fixture
def document(case: tuple[str, str], pages: dict[str, list[Page]]) -> list[Page]:
    kind, unit = case
    return pages[f"{kind}-{unit}-2024.docx"]


def test_the_number_of_pages_is_sane_and_none_is_empty(case: tuple[str, str], document: list[Page]) -> None:
    least, most = PAGES[case[0]]
    assert least <= len(document) <= most
    assert [number for number, page in enumerate(document, start=1) if len(page.words) < 5] == []


def test_the_national_title_stands_on_one_line(document: list[Page]) -> None:
    words = list(document[0].words)
    texts = [word.text for word in words]
    start = next(i for i in range(len(texts)) if texts[i : i + len(NATIONAL_TITLE)] == NATIONAL_TITLE)
    title = words[start : start + len(NATIONAL_TITLE)]
    assert len({round(word.top) for word in title}) == 1
    assert title[-1].right <= document[0].width - 14 * MM


def test_no_word_runs_out_of_the_margins(document: list[Page]) -> None:
    """Left 30 to 35 mm, right 15 to 20 mm (PL I, P.I, I.3); landscape tables from 15 mm."""
    outside = []
    for number, page in enumerate(document, start=1):
        left = 29 * MM if page.width < page.height else 14 * MM
        for word in page.words:
            if word.left < left or word.right > page.width - 14 * MM or word.bottom > page.height - 14 * MM:
                outside.append((number, word.text))
    assert outside == []


def test_page_numbers_begin_on_page_two(document: list[Page]) -> None:
    """PL I, P.I, I.7: in the top margin, Arabic, not on the first page."""
    assert document[0].head == []
    assert document[1].head == ["2"]
    assert all(page.head == [] or page.head[0].isdigit() for page in document)
