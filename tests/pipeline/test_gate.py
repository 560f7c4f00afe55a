"""The last gate leaves out what it has judged before; what passes is what passes a whole check."""

from __future__ import annotations

import copy
import io
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kh_docs.check import check_bytes
from kh_docs.check.findings import Finding
from kh_docs.check.gate import Gate
from kh_docs.check.seen import Seen
from kh_docs.check.shapes import shaped
from kh_docs.errors import RenderFault
from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.word.cutting import cut

pytestmark = pytest.mark.usefixtures("runs")

TEMPLATES = Path(__file__).parents[2] / "templates"
KINDS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra")
# The gate has seen the documents of these units when that of MUTATED comes.
SEEN, MUTATED = ("nam-dan", "hoang-mai", "ky-son"), "vinh"
MAIN = "word/document.xml"
HEADED = "<w:tblHeader/>"
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


def main_of(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(MAIN).decode()


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


def as_it_is(gate: Gate) -> Gate:
    """A gate that has seen as much; what it learns now, the other does not."""
    seen = Seen(*(copy.copy(each) for each in vars(gate.seen).values()))
    seen.lists = copy.deepcopy(seen.lists)
    for key, frame in seen.frames.items():
        seen.frames[key] = copy.copy(frame)
        seen.frames[key].judged = set(frame.judged)
    return Gate(gate.profile, seen)


@pytest.mark.parametrize("kind", KINDS)
def test_a_gate_that_remembers_judges_as_the_whole_check_does(
    kind: str, made: dict[tuple[str, str], bytes]
) -> None:
    profile = recipe(kind).profile
    gate = Gate(profile)
    for unit in SEEN:
        assert passes(gate, made[kind, unit])
    assert any(each.cells for each in gate.seen.lists.values()), (
        "the gate remembers nothing: this test says nothing"
    )
    xml = main_of(made[kind, MUTATED])
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
            assert passes(as_it_is(gate), mutant) == whole.ok, (
                name,
                cell[0],
                whole.findings[:2],
            )
            refused += not whole.ok
    assert refused >= 3, "hardly any damage is a fault: the two agree on nothing"


def known(kind: str, made: dict[tuple[str, str], bytes]) -> tuple[str, Gate, str]:
    """The profile of a kind, a gate that has seen documents of it, and the main part of the last of them."""
    profile = recipe(kind).profile
    gate = Gate(profile)
    for unit in (*SEEN, MUTATED):
        assert passes(gate, made[kind, unit])
    return profile, gate, main_of(made[kind, MUTATED])


def fixed_cells(xml: str) -> list[re.Match[str]]:
    """The cells of head, signature and recipients: in tables that repeat no row."""
    tables = [found for found in re.finditer(r"<w:tbl>.*?</w:tbl>", xml, re.DOTALL) if HEADED not in found[0]]
    return [
        cell
        for table in tables
        for cell in CELL.finditer(xml, table.start(), table.end())
        if TEXT.search(cell[0])
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_head_or_signature_is_judged_as_the_whole_check_does(
    kind: str, made: dict[tuple[str, str], bytes]
) -> None:
    profile, gate, xml = known(kind, made)
    cells = fixed_cells(xml)
    chance = random.Random(kind)
    refused = 0
    for name, damage in {**DAMAGES, "no words": say(" "), "another name": say("CÔNG AN XÃ YÊN HÒA")}.items():
        for cell in chance.sample(cells, 2):
            mutant = with_main(made[kind, MUTATED], xml[: cell.start()] + damage(cell[0]) + xml[cell.end() :])
            whole = check_bytes(mutant, "", profile)
            assert passes(as_it_is(gate), mutant) == whole.ok, (name, cell[0], whole.findings[:2])
            refused += not whole.ok
    assert refused >= 4, "hardly any damage is a fault: the two agree on nothing"


# The other kinds have units enough whose text has the same shape.
PARAGRAPH = re.compile(r"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)


def outside_tables(xml: str) -> list[re.Match[str]]:
    tables = [(found.start(), found.end()) for found in re.finditer(r"<w:tbl>.*?</w:tbl>", xml, re.DOTALL)]
    return [
        found
        for found in PARAGRAPH.finditer(xml)
        if TEXT.search(found[0]) and not any(start < found.start() < end for start, end in tables)
    ]


def texts_outside_tables(xml: str) -> list[str]:
    """The first words of each of these paragraphs."""
    return [TEXT.findall(block[0])[0][1] for block in outside_tables(xml)]


def begin(words: str) -> Callable[[str], str]:
    return lambda block: TEXT.sub(lambda found: found[1] + words + found[2] + found[3], block, count=1)


def aligned(side: str) -> Callable[[str], str]:
    def damage(block: str) -> str:
        properties = re.sub(r"<w:jc [^>]*>", "", block)
        return properties.replace("</w:pPr>", f'<w:jc w:val="{side}"/></w:pPr>', 1)

    return damage


# What may be done to a paragraph of the text, besides what may be done to a cell.
TEXT_DAMAGES: dict[str, Callable[[str], str]] = {
    **DAMAGES,
    "gone": lambda block: "",
    "twice": lambda block: block + block,
    "a number too many": begin("đ) "),
    "a Roman number": begin("VII. "),
    "a clause": begin("9. "),
    "another annex": say("(Chi tiết tại Phụ lục IX kèm theo)"),
    "an annex begins": say("Phụ lục VIII"),
    "centred": aligned("center"),
    "no words": say(" "),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_paragraph_is_judged_as_the_whole_check_does(
    kind: str, made: dict[tuple[str, str], bytes]
) -> None:
    profile, gate, xml = known(kind, made)
    assert any(frame.judged for frame in gate.seen.frames.values()), (
        "the gate remembers nothing: this test says nothing"
    )
    blocks = outside_tables(xml)
    chance = random.Random(kind)
    refused = 0
    for name, damage in TEXT_DAMAGES.items():
        for block in chance.sample(blocks, 2):
            mutant = with_main(
                made[kind, MUTATED], xml[: block.start()] + damage(block[0]) + xml[block.end() :]
            )
            whole = check_bytes(mutant, "", profile)
            assert passes(as_it_is(gate), mutant) == whole.ok, (
                name,
                block[0],
                whole.findings[:2],
            )
            refused += not whole.ok
    assert refused >= 6, "hardly any damage is a fault: the two agree on nothing"


CITING = re.compile("[Ss]ố [0-9]|Phụ lục")


@pytest.mark.parametrize("kind", KINDS)
def test_where_a_citation_is_gone_the_next_one_is_judged_as_the_first(
    kind: str, made: dict[tuple[str, str], bytes]
) -> None:
    profile, gate, xml = known(kind, made)
    citing = [block for block in outside_tables(xml) if CITING.search(block[0])]
    # Each alone, and all but one of them.
    without = say("Thực hiện kế hoạch của tỉnh")
    for kept in citing:
        rest, done = "", 0
        for block in citing:
            rest += xml[done : block.start()] + (block[0] if block is kept else without(block[0]))
            done = block.end()
        mutants = [rest + xml[done:], xml[: kept.start()] + without(kept[0]) + xml[kept.end() :]]
        for mutant in (with_main(made[kind, MUTATED], each) for each in mutants):
            whole = check_bytes(mutant, "", profile)
            assert passes(as_it_is(gate), mutant) == whole.ok, (kept[0], whole.findings[:2])


FIRST = "a) Thực hiện Nghị quyết số 99/NQ-HĐND ngày 05 tháng 3 năm 2024 của HĐND tỉnh về nhiệm vụ năm 2024."
AGAIN = "a) Bám sát mục tiêu theo Nghị quyết số 99/NQ-HĐND và tình hình thực tế ở từng nơi."


def saying(xml: str, words: dict[str, str]) -> str:
    """The part with other words in the paragraphs that say just those."""
    for old, new in words.items():
        assert xml.count(f">{old}</w:t>") == 1
        xml = xml.replace(f">{old}</w:t>", f">{new}</w:t>")
    return xml


def test_a_known_paragraph_that_cites_is_judged_by_what_stands_before_it(
    made: dict[tuple[str, str], bytes],
) -> None:
    profile = recipe("ke-hoach").profile
    parts = {unit: main_of(made["ke-hoach", unit]) for unit in (*SEEN, MUTATED)}
    # Paragraphs that all units have, and so have those beside them.
    texts = texts_outside_tables(parts[MUTATED])
    first, again, *_others = [
        text
        for text in texts
        if text.startswith("a) ") and all(xml.count(f">{text}</w:t>") == 1 for xml in parts.values())
    ]
    gate = Gate(profile)
    for unit, xml in parts.items():
        document = with_main(made["ke-hoach", unit], saying(xml, {first: FIRST, again: AGAIN}))
        assert passes(gate, document), unit
    mutant = with_main(made["ke-hoach", MUTATED], saying(parts[MUTATED], {again: AGAIN}))
    assert not check_bytes(mutant, "", profile).ok
    assert not passes(gate, mutant)


def test_a_known_cell_that_cites_is_judged_by_what_stands_before_its_table(
    made: dict[tuple[str, str], bytes],
) -> None:
    profile = recipe("ke-hoach").profile
    content = made["ke-hoach", MUTATED]
    xml = main_of(content)
    texts = texts_outside_tables(xml)
    first = next(text for text in texts if text.startswith("a) ") and xml.count(f">{text}</w:t>") == 1)
    table = xml.index(HEADED)
    cells = (TEXT.search(cell[0]) for cell in CELL.finditer(xml, table))
    cell = next(found[2] for found in cells if found and xml.count(f">{found[2]}</w:t>") == 1)
    citing = {cell: "theo Nghị quyết số 99/NQ-HĐND"}
    gate = Gate(profile)
    for _turn in range(2):
        assert passes(gate, with_main(content, saying(xml, {first: FIRST, **citing})))
    assert passes(gate, content)
    mutant = with_main(content, saying(xml, citing))
    assert not check_bytes(mutant, "", profile).ok
    assert not passes(gate, mutant)


def test_known_paragraphs_are_judged_once_more_where_they_never_stood_side_by_side(
    made: dict[tuple[str, str], bytes],
) -> None:
    profile = recipe("ke-hoach").profile
    content = made["ke-hoach", MUTATED]
    xml = main_of(content)
    texts = texts_outside_tables(xml)
    # The last two of a list, so that no number is missing.
    points = [text[1:3] == ") " and xml.count(f">{text}</w:t>") == 1 for text in texts]
    at = next(at for at in range(len(texts)) if points[at : at + 3] == [True, True, False])
    first, second = texts[at : at + 2]

    def pair(*words: str) -> bytes:
        return with_main(content, saying(xml, dict(zip((first, second), words, strict=True))))

    before = (("Giao các đơn vị gồm:", "các phòng, ban."), ("Giao các đơn vị.", "Các phòng, ban."))
    gate = Gate(profile)
    for words in (*before, *before):
        assert passes(gate, pair(*words)), words
    mutant = pair("Giao các đơn vị.", "các phòng, ban.")
    assert not check_bytes(mutant, "", profile).ok
    assert not passes(gate, mutant)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Other rules hold for texts of another day.
        (" 2024", " 2026"),
        ("năm 2024", "năm 2026"),
        # The text goes on, or annexes begin, elsewhere.
        ("TM. ỦY BAN NHÂN DÂN", "Tổ giúp việc đoàn"),
        ("Nơi nhận:", "Danh sách gửi"),
        (">Phụ lục I<", ">Bản kê<"),
    ],
)
def test_a_document_that_stands_on_other_ground_is_judged_whole(
    old: str, new: str, made: dict[tuple[str, str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, gate, xml = known("ke-hoach", made)
    assert old in xml
    whole: list[bytes] = []
    judge = Gate._judge_whole

    def note(self: Gate, content: bytes, *given: Any) -> list[Finding]:
        whole.append(content)
        return judge(self, content, *given)

    monkeypatch.setattr(Gate, "_judge_whole", note)
    mutant = with_main(made["ke-hoach", MUTATED], xml.replace(old, new))
    assert passes(gate, mutant) == check_bytes(mutant, "", profile).ok
    assert whole == [mutant]


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_between_the_blocks_is_found(kind: str, made: dict[tuple[str, str], bytes]) -> None:
    profile, gate, xml = known(kind, made)
    # The last section stands in no paragraph.
    start = xml.rfind("<w:sectPr")
    assert start > xml.rfind("</w:p>")
    mutant = with_main(made[kind, MUTATED], xml[:start] + xml[start:].replace('w:h="1', 'w:h="2'))
    assert not check_bytes(mutant, "", profile).ok
    assert not passes(gate, mutant)


def with_part(document: bytes, name: str, old: str, new: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as archive, zipfile.ZipFile(stream, "w") as out:
        for info in archive.infolist():
            content = archive.read(info)
            if info.filename == name:
                assert old in content.decode(), name
                content = content.decode().replace(old, new).encode()
            out.writestr(info, content)
    return stream.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/styles.xml", "Times New Roman", "Arial"),
        ("word/header2.xml", "PAGE", "DATE"),
        (MAIN, 'w:left="1701"', 'w:left="600"'),
        (MAIN, 'w:w="11906"', 'w:w="12240"'),
    ],
    ids=["font of the styles", "page number", "margin", "paper"],
)
def test_a_fault_in_what_the_layout_gives_is_found_in_a_document_known_else(
    kind: str, part: str, old: str, new: str, made: dict[tuple[str, str], bytes]
) -> None:
    profile = recipe(kind).profile
    gate = Gate(profile)
    for unit in (*SEEN, MUTATED):
        assert passes(gate, made[kind, unit])
    mutant = with_part(made[kind, MUTATED], part, old, new)
    assert not check_bytes(mutant, "", profile).ok
    assert not passes(gate, mutant)


@pytest.mark.parametrize("kind", KINDS)
def test_most_documents_of_a_kind_are_not_read_whole_again(kind: str, book: Book) -> None:
    # As many as a run makes; without this the others could pass because nothing was ever left out.
    workshop = Workshop(book, TEMPLATES)
    gate = Gate(recipe(kind).profile)
    partly = 0
    for unit in book.units.values():
        document = workshop.make(Order(unit, recipe(kind)))
        assert document.content is not None, document.reason
        partly += is_known(gate, document.content)
        gate.pass_or_refuse(document.content, "")
    assert partly >= 14


def is_known(gate: Gate, document: bytes) -> bool:
    parts = dict(parts_of(document))
    return gate.seen.rest(parts, cut(parts[MAIN])).document is not None


def parts_of(document: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def before_the_text(xml: str, blocks: list[tuple[str, bool]]) -> str:
    """The part of a ke-hoach whose text begins with other paragraphs, in italics or not."""
    first = next(block for block in outside_tables(xml) if "Thực hiện Kế hoạch số" in block[0])
    look = '<w:sz w:val="28"/><w:szCs w:val="28"/>'
    place = '<w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
    added = "".join(
        f"<w:p><w:pPr>{place}</w:pPr><w:r><w:rPr>{'<w:i/>' if italic else ''}{look}</w:rPr>"
        f"<w:t>{words}</w:t></w:r></w:p>"
        for words, italic in blocks
    )
    return xml[: first.start()] + added + xml[first.start() :]


NOTED = ["Ghi chú các nội dung nêu trên được thực hiện thường xuyên trong năm."] * 2
BASED = ["Căn cứ Luật Công an nhân dân ngày 20 tháng 11 năm 2018;"] * 2
UPRIGHT = "Căn cứ Luật An ninh quốc gia ngày 03 tháng 12 năm 2004;"
LAST = "Căn cứ Kế hoạch số 99/KH-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh về nhiệm vụ năm 2024."


def test_what_was_no_basis_before_is_judged_as_one(made: dict[tuple[str, str], bytes]) -> None:
    profile = recipe("ke-hoach").profile
    content = made["ke-hoach", MUTATED]
    xml = main_of(content)

    def beginning(lines: list[str]) -> bytes:
        bases = [(BASED[0], True), (UPRIGHT, False), (LAST, True)]
        return with_main(content, before_the_text(xml, [*((line, True) for line in lines), *bases]))

    noted, based = beginning(NOTED), beginning(BASED)
    assert check_bytes(noted, "", profile).ok
    assert not check_bytes(based, "", profile).ok
    gate = Gate(profile)
    assert passes(gate, noted)
    assert passes(gate, noted)
    assert not passes(gate, based)


# Without “số”; with a letter behind the number; in two runs.
@pytest.mark.parametrize("symbol", ["99/KH-UBND", "99a/KH-UBND", "99/</w:t></w:r><w:r><w:t>KH-UBND"])
def test_whatever_cites_is_judged_by_what_stands_before_it(
    symbol: str, made: dict[tuple[str, str], bytes]
) -> None:
    profile = recipe("ke-hoach").profile
    content = made["ke-hoach", MUTATED]
    xml = main_of(content)
    points = texts_outside_tables(xml)
    first, again = [text for text in points if text.startswith("a) ") and xml.count(f">{text}</w:t>") == 1][
        :2
    ]
    plain = symbol.replace("</w:t></w:r><w:r><w:t>", "")
    cited = f"a) Thực hiện Kế hoạch {plain} ngày 05 tháng 3 năm 2024 của UBND tỉnh về nhiệm vụ năm 2024."
    known_so = {again: f"a) Bám sát mục tiêu theo Kế hoạch {symbol}."}
    gate = Gate(profile)
    for _each in range(2):
        assert passes(gate, with_main(content, saying(xml, {first: cited, **known_so})))
    mutant = with_main(content, saying(xml, known_so))
    assert not check_bytes(mutant, "", profile).ok
    assert not passes(gate, mutant)


def test_a_paragraph_is_known_in_its_place_only(made: dict[tuple[str, str], bytes]) -> None:
    _profile, gate, _xml = known("ke-hoach", made)
    frame = copy.copy(next(iter(gate.seen.frames.values())))
    frame.tables = []
    # What stands between the same two says nothing of where it stands: a level up, or behind the signature.
    alike = [shaped(b"<w:p><w:r><w:t>ab</w:t></w:r></w:p>")] * 5
    assert len({standing for _at, standing in frame.in_their_places(alike)}) == 5


def test_a_known_row_is_judged_once_more_where_its_table_stands_elsewhere(
    made: dict[tuple[str, str], bytes],
) -> None:
    profile = recipe("ke-hoach").profile
    content = made["ke-hoach", MUTATED]
    xml = main_of(content)
    start = xml.rfind("<w:tbl>", 0, xml.index(HEADED))
    row = xml.rfind("<w:tr", 0, xml.index("</w:tbl>", start))
    cell = next(each for each in CELL.finditer(xml, row) if TEXT.search(each[0]))
    xml = xml[: cell.start()] + DAMAGES["capital"](cell[0]) + xml[cell.end() :]
    # Behind the signature and in no annex nobody asks how it is spelt; the other is of another frame, too.
    outside = with_main(content, re.sub(r">Phụ lục [IVX]+<", ">Bản kê<", xml))
    inside = with_main(content, before_the_text(xml, [(NOTED[0], False)]))
    assert check_bytes(outside, "", profile).ok
    assert not check_bytes(inside, "", profile).ok
    gate = Gate(profile)
    assert passes(gate, outside)
    assert not passes(gate, inside)
