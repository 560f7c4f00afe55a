"""The last gate skips cells it has judged before; what passes is what passes a whole check."""

from __future__ import annotations

import io
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.check import check_bytes
from kh_docs.check.gate import Gate
from kh_docs.errors import RenderFault
from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.making import Order, Workshop

TEMPLATES = Path(__file__).parents[2] / "templates"
KINDS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra")
# The gate has seen the documents of these units when that of MUTATED comes.
SEEN, MUTATED = ("nam-dan", "hoang-mai", "ky-son"), "vinh"
MAIN = "word/document.xml"
CELL = re.compile(r"<w:tc>.*?</w:tc>", re.DOTALL)
TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]+)(</w:t>)")


@pytest.fixture(scope="module")
def made(book: Book) -> dict[tuple[str, str], bytes]:
    workshop = Workshop(book, TEMPLATES)
    documents = {}
    for kind in KINDS:
        for unit in (*SEEN, MUTATED):
            document = workshop.make(Order(book.units[unit], recipe(kind)))
            assert document.content is not None, document.reason
            documents[kind, unit] = document.content
    return documents


def say(words: str) -> Callable[[str], str]:
    return lambda cell: TEXT.sub(lambda found: found[1] + words + found[3], cell, count=1)


def look(properties: str) -> Callable[[str], str]:
    def damage(cell: str) -> str:
        cell = re.sub(r"<w:rPr>.*?</w:rPr>", "", cell, flags=re.DOTALL)
        return cell.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")

    return damage


# What may be done to a cell; whether it is a fault in that place, the whole check says.
DAMAGES: dict[str, Callable[[str], str]] = {
    "none": lambda cell: cell,
    "harmless words": say("Đã triển khai đến các xã, phường, thị trấn"),
    "capital": say("trên địa bàn Huyện Nam Đàn"),
    "organisation": say("do Ủy Ban nhân dân giao"),
    "citation without a day": say("theo Nghị quyết số 99/NQ-HĐND"),
    "decomposed letters": lambda cell: unicodedata.normalize("NFD", cell),
    "font": look('<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'),
    "colour": look('<w:color w:val="FF0000"/>'),
    "size": look('<w:sz w:val="40"/><w:szCs w:val="40"/>'),
    "bold": look("<w:b/>"),
}


def with_main(document: bytes, xml: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            new.writestr(info, xml.encode() if info.filename == MAIN else old.read(info))
    return stream.getvalue()


def passes(gate: Gate, document: bytes) -> bool:
    try:
        gate.pass_or_refuse(document, "thử.docx")
    except RenderFault:
        return False
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_a_gate_that_remembers_judges_as_the_whole_check_does(
    kind: str, made: dict[tuple[str, str], bytes]
) -> None:
    profile = recipe(kind).profile
    gate = Gate(profile)
    for unit in SEEN:
        assert passes(gate, made[kind, unit])
    assert gate.known, "the gate remembers nothing: this test says nothing"
    xml = zipfile.ZipFile(io.BytesIO(made[kind, MUTATED])).read(MAIN).decode()
    # Most cells are prompts, whose look nobody will see.
    written = [
        match
        for match in CELL.finditer(xml)
        if TEXT.search(match[0]) and "<w:showingPlcHdr/>" not in match[0]
    ]
    chance = random.Random(kind)
    refused = 0
    for name, damage in DAMAGES.items():
        for cell in chance.sample(written, 2):
            mutant = with_main(made[kind, MUTATED], xml[: cell.start()] + damage(cell[0]) + xml[cell.end() :])
            whole = check_bytes(mutant, "", profile)
            assert passes(Gate(profile, set(gate.known)), mutant) == whole.ok, (
                name,
                cell[0],
                whole.findings[:2],
            )
            refused += not whole.ok
    assert refused >= 3, "hardly any damage is a fault: the two agree on nothing"
