"""A control that a change of ours stands in or round can be seen and decided in every program."""

from lxml import etree

from kh_docs.update.loosening import control_round, in_line, loosened

from .reviewer import W
from .small import around, blank, p, run

OURS = 'w:id="1" w:author="kh-docs" w:date="2024-03-01T00:00:00Z"'
HERS = OURS.replace("kh-docs", "Chị Hoa")
LOCK = '<w:lock w:val="contentLocked"/>'


def element(xml: str) -> etree._Element:
    """The piece as it stands in a document."""
    return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{xml}</w:body>')[0]


def properties(block: etree._Element) -> list[list[str]]:
    """What each control of a block says of itself."""
    return [[etree.QName(each).localname for each in found] for found in block.iter(W + "sdtPr")]


def holding(change: str) -> etree._Element:
    return element(p("Số: ", blank("so").replace(run("……"), change).replace("<w:text/>", f"{LOCK}<w:text/>")))


def test_a_change_inside() -> None:
    for name in ("ins", "del"):
        changed = holding(f"<w:{name} {OURS}>{run('45')}</w:{name}>")
        assert properties(loosened(changed)) == [["alias", "tag"]]


def test_a_change_of_somebody_else_inside() -> None:
    hers = holding(f"<w:ins {HERS}>{run('45')}</w:ins>")
    assert properties(loosened(hers)) == [["alias", "tag", "showingPlcHdr", "lock", "text"]]


def test_a_change_round_it() -> None:
    for name in ("ins", "del"):
        changed = element(p("Số: ", f"<w:{name} {OURS}>{blank('so')}</w:{name}>", blank("khac")))
        assert properties(loosened(changed)) == [
            ["alias", "tag", "showingPlcHdr"],
            ["alias", "tag", "showingPlcHdr", "text"],
        ]
    hers = element(p("Số: ", f"<w:ins {HERS}>{blank('so')}</w:ins>"))
    assert properties(loosened(hers)) == [["alias", "tag", "showingPlcHdr", "text"]]


def test_a_control_round_a_paragraph_moves_into_it() -> None:
    control = element(around("khac", "Nêu tình hình."))
    content = control.find(W + "sdtContent")
    content[0].insert(0, etree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}"><w:keepNext/></w:pPr>'))
    assert control_round(content[0]) is control
    paragraph = in_line(control)
    assert [etree.QName(each).localname for each in paragraph] == ["pPr", "sdt"]
    assert [etree.QName(each).localname for each in paragraph[1]] == ["sdtPr", "sdtContent"]
    assert properties(paragraph) == [["alias", "tag", "showingPlcHdr", "richText"]]
    assert "".join(paragraph.find(f"{W}sdt/{W}sdtContent").itertext()) == "Nêu tình hình."


def test_one_in_a_cell_moves_too_and_others_stay() -> None:
    row = element(f"<w:tr><w:tc><w:tcPr/>{around('a', 'Một.')}{around('b', 'Hai.', 'Ba.')}</w:tc></w:tr>")
    assert in_line(row) is row
    assert [etree.QName(each).localname for each in row[0]] == ["tcPr", "p", "sdt"]
    assert ["".join(each.itertext()) for each in row.iter(W + "p")] == ["Một.", "Hai.", "Ba."]
    assert control_round(row[0][2].find(W + "sdtContent")[0]) is None
    assert control_round(element(p("Một."))) is None
    line = element(p(blank("so")))
    assert in_line(line) is line
