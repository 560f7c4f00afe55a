"""What becomes of each kind of change: hers alone, ours alone, both, one against the other."""

import zipfile
from io import BytesIO

import pytest

from kh_docs.update import Unfit, merge
from kh_docs.word.archive import read_archive
from kh_docs.word.refused import Refused

from .exact import exact
from .reviewer import MAIN, W, accepted, lines, main_of, rejected, with_main, with_parts
from .small import LINKS, around, blank, comments, docx, p, run, table, tracked

DATE = "2024-03-01T00:00:00Z"
A, B, C = "Họp giao ban hằng quý.", "Báo cáo trước ngày 20/6/2024.", "Đăng ký 05 xã điển hình."


def test_hers_alone_stays_byte_for_byte() -> None:
    mine = docx(A, p("Báo cáo ", run("sớm", "<w:b/>"), " trước ngày 20/6/2024."), C)
    merged = merge(docx(A, B, C), mine, docx(A, B, C), DATE)
    assert merged.content is mine
    assert (merged.blocks, merged.conflicts) == (0, ())


def test_ours_alone_comes_in_by_words() -> None:
    new = "Báo cáo trước ngày 15/6/2024."
    merged = merge(docx(A, B, C), docx(A, B, C), docx(A, new, C), DATE)
    assert tracked(merged.content) == [A, "Báo cáo trước ngày [-20/6/2024-]{+15/6/2024+}.", C]
    assert merged.changes == (("đoạn 2 “Báo cáo trước ngày 20/6/2024.”", "20/6/2024", "15/6/2024"),)
    assert read_archive(merged.base) == read_archive(docx(A, new, C))


def test_both_in_different_words_are_both_there() -> None:
    mine, new = "Báo cáo bằng văn bản trước ngày 20/6/2024.", "Báo cáo trước ngày 15/6/2024."
    merged = merge(docx(B), docx(mine), docx(new), DATE)
    assert tracked(merged.content) == ["Báo cáo bằng văn bản trước ngày [-20/6/2024-]{+15/6/2024+}."]
    assert lines(accepted(merged.content)) == ["Báo cáo bằng văn bản trước ngày 15/6/2024."]
    assert lines(rejected(merged.content)) == [mine]


def test_the_same_words_changed_by_both_stay_hers_with_a_comment() -> None:
    merged = merge(
        docx(B), docx("Báo cáo trước ngày 25/6/2024."), docx("Báo cáo trước ngày 15/6/2024."), DATE
    )
    assert tracked(merged.content) == ["Báo cáo trước ngày 25/6/2024."]
    assert [conflict[1:] for conflict in merged.conflicts] == [("25/6/2024", "15/6/2024")]
    assert "15/6/2024" in comments(merged.content)[0]


def test_both_changed_it_the_same_way() -> None:
    mine = docx("Báo cáo trước ngày 15/6/2024.")
    assert merge(docx(B), mine, docx("Báo cáo trước ngày 15/6/2024."), DATE).content is mine


def test_deleted_by_us_and_by_her() -> None:
    merged = merge(docx(A, B, C), docx(A, B, C), docx(A, C), DATE)
    assert tracked(merged.content) == [A, f"#[-{B}-]", C]
    gone = docx(A, C)
    assert merge(docx(A, B, C), gone, docx(A, B, C), DATE).content is gone
    assert merge(docx(A, B, C), gone, docx(A, C), DATE).content is gone


def test_deleted_by_one_and_changed_by_the_other() -> None:
    new = "Báo cáo trước ngày 15/6/2024."
    hers_gone = merge(docx(A, B, C), docx(A, C), docx(A, new, C), DATE)
    assert (tracked(hers_gone.content), hers_gone.conflicts[0][1:]) == ([A, C], ("", new))
    ours_gone = merge(docx(A, B, C), docx(A, new, C), docx(A, C), DATE)
    assert (tracked(ours_gone.content), ours_gone.conflicts[0][1:]) == ([A, new, C], (new, ""))


def test_a_new_paragraph_of_ours_stands_behind_hers() -> None:
    hers, ours = "Chị tự viết thêm một câu.", "Tổ chức Ngày hội trước 19/8."
    merged = merge(docx(A, C), docx(A, hers, C), docx(A, ours, C), DATE)
    assert tracked(merged.content) == [A, hers, f"#{{+{ours}+}}", C]
    assert lines(rejected(merged.content)) == [A, hers, C]


def test_two_similar_new_paragraphs_at_one_place_are_a_conflict() -> None:
    hers, ours = "Tổ chức Ngày hội trước 19/8 tại xã.", "Tổ chức Ngày hội trước 15/8."
    merged = merge(docx(A, C), docx(A, hers, C), docx(A, ours, C), DATE)
    assert (tracked(merged.content), merged.conflicts[0][1:]) == ([A, hers, C], (hers, ours))


def test_a_blank_that_we_can_fill_now() -> None:
    base = docx(p("Số: ", blank("so"), "/KH-UBND"))
    merged = merge(base, base, docx(p("Số: ", blank("so", "45", hint=False), "/KH-UBND")), DATE)
    assert tracked(merged.content) == ["Số: [-……-]{+45+}/KH-UBND"]
    assert b"showingPlcHdr" not in read_archive(merged.content)["word/document.xml"]


def test_a_blank_that_she_filled_is_hers() -> None:
    base = docx(p("Số: ", blank("so"), "/KH-UBND"))
    mine = docx(p("Số: ", blank("so", "46", hint=False), "/KH-UBND"))
    assert merge(base, mine, base, DATE).content is mine
    merged = merge(base, mine, docx(p("Số: ", blank("so", "45", hint=False), "/KH-UBND")), DATE)
    assert tracked(merged.content) == ["Số: 46/KH-UBND"]
    assert merged.conflicts[0][1:] == ("46", "45")


def test_words_round_a_blank_that_she_filled() -> None:
    base = docx(p("Duy trì ", blank("so"), " xã điển hình"))
    mine = docx(p("Duy trì ", blank("so", "07", hint=False), " xã điển hình"))
    merged = merge(base, mine, docx(p("Giữ vững ", blank("so"), " xã điển hình")), DATE)
    assert tracked(merged.content) == ["[-Duy trì-]{+Giữ vững+} 07 xã điển hình"]


def test_a_filled_blank_is_never_struck_with_the_words_round_it() -> None:
    base = docx(p("Duy trì ", blank("so"), " xã điển hình"))
    mine = docx(p("Duy trì ", blank("so", "07", hint=False), " xã điển hình"))
    merged = merge(base, mine, docx("Duy trì các xã điển hình"), DATE)
    assert lines(accepted(merged.content)) == ["Duy trì 07 xã điển hình"]
    assert merged.conflicts[0][1:] == ("07", "các")


def test_a_title_finds_a_blank_whose_tag_some_program_dropped() -> None:
    base = docx(p("Số: ", blank("so"), " ngày ", blank("ngay")))
    mine = docx(
        p("Số: ", blank("so"), " ngày ", blank("ngay", "12", hint=False)).replace('<w:tag w:val="so"/>', "")
    )
    theirs = docx(p("Số: ", blank("so", "45", hint=False), " ngày ", blank("ngay")))
    assert tracked(merge(base, mine, theirs, DATE).content) == ["Số: [-……-]{+45+} ngày 12"]


def test_a_blank_without_tag_and_title_is_known_by_its_place() -> None:
    base = docx(p("Đạt: ", blank("dat"), " ngày ", blank("ngay")))
    names = '<w:alias w:val="dat?"/><w:tag w:val="dat"/>'
    mine = docx(p("Đạt: ", blank("dat"), " ngày ", blank("ngay")).replace(names, ""))
    theirs = docx(p("Đạt: ", blank("dat", "Có", hint=False), " ngày ", blank("ngay")))
    assert tracked(merge(base, mine, theirs, DATE).content) == ["Đạt: [-……-]{+Có+} ngày ……"]


def test_a_narrative_becomes_a_plain_control_once_it_is_answered() -> None:
    base = docx(A, around("khac", "Nêu tình hình khác."), C)
    theirs = docx(A, p(blank("khac", "Không có", hint=False)), C)
    merged = merge(base, base, theirs, DATE)
    assert tracked(merged.content) == [A, "[-Nêu tình hình khác.-]{+Không có+}", C]
    mine = docx(A, around("khac", "Có 02 việc.", "Đã xong.", hint=False), C)
    merged = merge(base, mine, theirs, DATE)
    assert tracked(merged.content) == [A, "Có 02 việc.", "Đã xong.", C]
    assert merged.conflicts[0][1:] == ("Có 02 việc.\nĐã xong.", "Không có")


def test_a_control_round_a_paragraph_moves_into_its_line_to_be_filled() -> None:
    """Inside one that stands round it LibreOffice 7.4 prints what is struck."""
    base = docx(A, around("khac", "Nêu tình hình khác."), C)
    merged = merge(base, base, docx(A, around("khac", "Không có", hint=False), C), DATE)
    main = main_of(merged.content)
    (control,) = main.iter(W + "sdt")
    assert control.getparent().tag == W + "p"
    assert [each.get(W + "val") for each in control.iter(W + "tag", W + "alias")] == ["khac?", "khac"]
    assert lines(rejected(merged.content)) == lines(base)
    # The next data find it there.
    later = docx(A, around("khac", "Có 01 việc.", hint=False), C)
    second = merge(merged.base, accepted(merged.content), later, DATE)
    assert tracked(second.content)[1] == "[-Không có-]{+Có 01 việc.+}"


def test_a_control_with_a_change_inside_is_open_and_for_any_text() -> None:
    locked = blank("tong", "12", hint=False).replace("<w:text/>", '<w:lock w:val="contentLocked"/><w:text/>')
    base = docx(p("Tổng số: ", locked), p("Khác: ", blank("khac")))
    merged = merge(
        base, base, docx(p("Tổng số: ", locked.replace("12", "13")), p("Khác: ", blank("khac"))), DATE
    )
    ours, hers = main_of(merged.content).iter(W + "sdtPr")
    assert [each.tag for each in ours] == [W + "alias", W + "tag"]
    assert [each.tag for each in hers] == [W + "alias", W + "tag", W + "showingPlcHdr", W + "text"]


def test_rows_come_and_go_tracked_and_numbers_follow() -> None:
    base = docx(table("TT|Xã", "1|Kim Liên", "2|Nam Giang", "3|Xuân Lâm"))
    mine = docx(table("TT|Xã", "1|Kim Liên", "2|Nam Giang", "3|Xuân Lâm và Hồng Long"))
    theirs = docx(table("TT|Xã", "1|Nam Giang", "2|Xuân Lâm", "3|Vân Diên"))
    merged = merge(base, mine, theirs, DATE)
    assert lines(accepted(merged.content)) == [
        *("TT", "Xã", "1", "Nam Giang", "2", "Xuân Lâm và Hồng Long", "3", "Vân Diên"),
    ]
    assert lines(rejected(merged.content)) == lines(mine)
    assert merged.blocks == 4


def test_a_number_she_set_by_hand_stays() -> None:
    base, mine = docx(table("1|Kim Liên", "2|Nam Giang")), docx(table("1|Kim Liên", "7|Nam Giang"))
    more = docx(table("1|Kim Liên", "2|Nam Giang, Nam Cát"))
    merged = merge(base, mine, more, DATE)
    assert tracked(merged.content) == ["1", "Kim Liên", "7", "Nam Giang{+, Nam Cát+}"]
    assert merged.conflicts == ()
    # A conflict only where ours differs, too.
    renumbered = docx(table("1|Kim Liên", "2|Xuân Lâm", "3|Nam Giang"))
    assert [each[1:] for each in merge(base, mine, renumbered, DATE).conflicts] == [("7", "3")]


def test_changes_in_changes_of_several_people() -> None:
    who = 'w:id="7" w:author="{}" w:date="2024-02-20T08:00:00Z"'
    struck = '<w:del {}><w:r><w:delText xml:space="preserve"> ngay</w:delText></w:r></w:del>'
    nested = f"<w:ins {who.format('Anh Nam')}>{struck.format(who.format('Chị Hoa'))}{run(' sớm')}</w:ins>"
    mine = docx(A, p("Báo cáo", nested, " trước ngày 20/6/2024."))
    merged = merge(docx(A, B), mine, docx(A, "Báo cáo trước ngày 15/6/2024."), DATE)
    assert lines(accepted(merged.content))[1] == "Báo cáo sớm trước ngày 15/6/2024."
    assert exact(rejected(merged.content)) == exact(mine)
    # What she struck and we change is a conflict, not a word of ours in her deletion.
    gone = docx(
        A, p("Báo cáo trước ngày ", struck.format(who.format("Chị Hoa")).replace(" ngay", "20/6/2024"), ".")
    )
    merged = merge(docx(A, B), gone, docx(A, "Báo cáo trước ngày 15/6/2024."), DATE)
    assert [each[1:] for each in merged.conflicts] == [("", "15/6/2024")]


def test_a_text_box_goes_with_its_paragraph() -> None:
    box = f"<v:textbox><w:txbxContent>{p('trong khung')}</w:txbxContent></v:textbox>"
    shape = f'<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>{box}</v:shape></w:pict></w:r>'
    base, gone = docx(A, p(shape, B), C), docx(A, C)
    merged = merge(base, base, gone, DATE)
    assert lines(accepted(merged.content)) == lines(gone)
    assert exact(rejected(merged.content)) == exact(base)
    (inside,) = [each for each in main_of(merged.content).iter(W + "t") if each.text == "trong khung"]
    assert inside.tag == W + "t"


def test_a_new_table_of_ours_is_tracked_row_by_row() -> None:
    theirs = docx(A, table("1|Kim Liên", "2|Nam Giang"), C)
    merged = merge(docx(A, C), docx(A, C), theirs, DATE)
    assert lines(accepted(merged.content)) == [A, "1", "Kim Liên", "2", "Nam Giang", C]
    assert lines(rejected(merged.content)) == [A, C]


def test_her_own_tracked_changes_count_as_accepted_and_stay() -> None:
    said = '<w:ins w:id="1" w:author="Chị Hoa" w:date="2024-02-20T08:00:00Z">' + run(" gấp") + "</w:ins>"
    mine = docx(p("Báo cáo", said, " trước ngày 20/6/2024."))
    merged = merge(docx(B), mine, docx("Báo cáo trước ngày 15/6/2024."), DATE)
    assert lines(rejected(merged.content)) == ["Báo cáo gấp trước ngày 20/6/2024."]
    assert 'w:author="Chị Hoa"'.encode() in read_archive(merged.content)["word/document.xml"]


def test_the_next_run_starts_from_what_she_decided() -> None:
    new, later = "Báo cáo trước ngày 15/6/2024.", "Báo cáo trước ngày 10/6/2024."
    first = merge(docx(A, B), docx(A, B), docx(A, new), DATE)
    for hers in (accepted(first.content), rejected(first.content)):
        assert merge(first.base, hers, docx(A, new), DATE).content is hers
    rejected_one = rejected(first.content)
    assert merge(first.base, rejected_one, docx(A, later), DATE).conflicts[0][1:] == (
        "20/6/2024",
        "10/6/2024",
    )
    accepted_one = accepted(first.content)
    assert lines(accepted(merge(first.base, accepted_one, docx(A, later), DATE).content)) == [A, later]


def test_a_block_waits_while_our_last_change_there_is_open() -> None:
    new, later, more = "Báo cáo trước ngày 15/6/2024.", "Báo cáo trước ngày 10/6/2024.", f"{A} Ghi biên bản."
    first = merge(docx(A, B), docx(A, B), docx(A, new), DATE)
    second = merge(first.base, first.content, docx(more, later), DATE)
    assert second.waiting == ("đoạn 2 “Báo cáo trước ngày 15/6/2024.”",)
    assert lines(accepted(second.content)) == [more, new]
    # Once she has decided, what waited comes in.
    third = merge(second.base, accepted(second.content), docx(more, later), DATE)
    assert lines(accepted(third.content)) == [more, later]


PROTECTED = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
RECOMMENDED = '<w:writeProtection w:recommended="1"/>'
MOVED = '<w:moveFrom w:id="1" w:author="Chị Hoa" w:date="2024-02-20T08:00:00Z">' + run(A) + "</w:moveFrom>"
FINAL = '<p xmlns="x"><property name="_MarkAsFinal"><vt:bool xmlns:vt="y">true</vt:bool></property></p>'
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
PACKED_IN = "word/embeddings/oleObject1.bin"


def with_settings(setting: str) -> bytes:
    """A document whose settings say this."""
    links = LINKS.replace('officeDocument" Target="word/document.xml', 'settings" Target="settings.xml')
    settings = f'<w:settings xmlns:w="{W[1:-1]}">{setting}</w:settings>'
    return docx(A, B, parts={"word/_rels/document.xml.rels": links, "word/settings.xml": settings})


def strict() -> bytes:
    """A document in the other dialect of the format."""
    main = read_archive(docx(A, B))[MAIN].replace(W[1:-1].encode(), STRICT)
    return with_parts(docx(A, B), {MAIN: main})


@pytest.mark.parametrize(
    ("mine", "reason"),
    [
        (docx(A, B, parts={"_xmlsignatures/sig1.xml": "<a/>"}), "đã ký số"),
        (docx(A, B, parts={"word/vbaProject.bin": "macro"}), "có macro"),
        (docx(A, B, parts={"docProps/custom.xml": FINAL}), "bản cuối"),
        (with_settings(PROTECTED), "bị khóa"),
        (with_settings(PROTECTED.replace('"1"', '"true"')), "bị khóa"),
        (with_settings(RECOMMENDED), "bị khóa"),
        (with_settings('<w:writeProtection w:hash="aGFzaA=="/>'), "bị khóa"),
        (with_settings('<w:writeProtection w:hashValue="aGFzaA=="/>'), "bị khóa"),
        (strict(), "Strict Open XML"),
        (docx(p(MOVED), B), "chuyển chỗ"),
        (docx(), "không còn đoạn nào"),
    ],
)
def test_what_is_not_touched(mine: bytes, reason: str) -> None:
    with pytest.raises(Unfit, match=reason):
        merge(docx(A, B), mine, docx(A, C), DATE)


@pytest.mark.parametrize(
    "setting",
    [
        PROTECTED.replace('"1"', '"0"'),
        PROTECTED.replace('"1"', '"false"'),
        PROTECTED.replace('"1"', '"off"'),
        '<w:writeProtection w:cryptProviderType="rsaAES"/>',
        PROTECTED.replace(' w:enforcement="1"', ""),
        RECOMMENDED.replace('"1"', '"0"'),
    ],
)
def test_a_lock_that_is_not_closed_keeps_nothing_out(setting: str) -> None:
    assert merge(docx(A, B), with_settings(setting), docx(A, C), DATE).blocks


def test_what_must_not_be_handed_on_is_not_written_again() -> None:
    with pytest.raises(Refused, match="foreign"):
        merge(docx(A, B), docx(A, B, parts={PACKED_IN: "x"}), docx(A, C), DATE)


def test_a_file_that_goes_on_behind_its_end_is_not_touched() -> None:
    for mine in (docx(A, B) + b"x", docx(A, B)[:-1], docx(A, B)[:200]):
        with pytest.raises(Refused, match="damaged"):
            merge(docx(A, B), mine, docx(A, C), DATE)


def test_a_remark_at_the_end_of_the_archive_belongs_to_it() -> None:
    target = BytesIO(docx(A, B))
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = b"made by some program, " * 20
    remarked = target.getvalue()
    assert merge(docx(A, B), remarked, docx(A, C), DATE).blocks
    for cut in (remarked[:-1], remarked + b"x"):
        with pytest.raises(Refused, match="damaged"):
            merge(docx(A, B), cut, docx(A, C), DATE)


def test_the_name_of_another_document_inside() -> None:
    def named(said: str) -> bytes:
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        core = f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/></Relationships>'
        links = LINKS.replace("</Relationships>", core)
        return with_parts(
            docx(A, B, parts={"docProps/core.xml": f"<c><keywords> {said} </keywords></c>"}),
            {"_rels/.rels": links.encode()},
        )

    ours, theirs = (
        named("kh-docs:104:nam-dan:ke-hoach"),
        with_main(named("kh-docs:104:nam-dan:ke-hoach"), NEW),
    )
    for other in ("kh-docs:104:vinh:ke-hoach", "kh-docs:105:nam-dan:ke-hoach", "kh-docs:104:nam-dan:bao-cao"):
        with pytest.raises(Unfit, match=rf"là văn bản khác \({other}\)"):
            merge(ours, named(other), theirs, DATE)
    # Cleared by somebody, it says nothing against the file.
    for same in ("kh-docs:104:nam-dan:ke-hoach", "", "kế hoạch"):
        assert merge(ours, named(same), theirs, DATE).blocks


NEW = main_of(docx(A, C))


def test_a_letter_that_stands_for_a_control_with_us_is_hers() -> None:
    mine = docx(f"{A} \ue001", "Báo cáo \ue001 trước ngày 20/6/2024.")
    merged = merge(docx(A, B), mine, docx(A, "Báo cáo trước ngày 15/6/2024."), DATE)
    assert lines(accepted(merged.content)) == [f"{A} \ue001", "Báo cáo \ue001 trước ngày 15/6/2024."]
    assert lines(rejected(merged.content)) == lines(mine)


def test_her_file_may_be_written_in_any_way_that_xml_allows() -> None:
    """Other prefixes, a mark of bytes, remarks of programs: as files of other word processors are."""
    mine = docx(A, B)
    main = read_archive(mine)["word/document.xml"].decode()
    other = main.replace("xmlns:w=", "xmlns:ns0=").replace("<w:", "<ns0:").replace("</w:", "</ns0:")
    for written in (
        other.replace(" w:", " ns0:").encode(),
        b"\xef\xbb\xbf" + main.encode(),
        main.replace("<w:body>", "<w:body><!-- > --><?program x > y?>").encode(),
        main.replace(B, f"<![CDATA[{B}]]>").encode(),
    ):
        merged = merge(
            docx(A, B), with_parts(mine, {MAIN: written}), docx(A, "Báo cáo trước ngày 15/6/2024."), DATE
        )
        assert tracked(merged.content) == [A, "Báo cáo trước ngày [-20/6/2024-]{+15/6/2024+}."]


def test_a_table_with_a_column_more_is_not_touched() -> None:
    base = docx(table("1|Kim Liên", "2|Nam Giang"))
    mine = docx(table("1|Kim Liên|ghi chú", "2|Nam Giang|ghi chú"))
    assert merge(base, mine, base, DATE).content is mine
    with pytest.raises(Unfit, match="cột"):
        merge(base, mine, docx(table("1|Kim Liên", "2|Nam Giang, Nam Cát")), DATE)


@pytest.mark.parametrize(
    ("typed", "read", "clashes"),
    [
        # Her program takes controls away and leaves their words: nobody decided anything.
        ("Xóm 5", "Địa bàn: Xóm [-5-]{+7+}, xã Kim Liên", []),
        ("Xóm 9", "Địa bàn: Xóm 9, xã Kim Liên", [("9", "7")]),
        ("", "Địa bàn: , xã Kim Liên", [("", "Xóm 7")]),
    ],
)
def test_new_data_where_a_control_was(typed: str, read: str, clashes: list[tuple[str, str]]) -> None:
    base = docx(p("Địa bàn: ", blank("ten", "Xóm 5", hint=False), ", xã Kim Liên"))
    theirs = docx(p("Địa bàn: ", blank("ten", "Xóm 7", hint=False), ", xã Kim Liên"))
    merged = merge(base, docx(p(f"Địa bàn: {typed}, xã Kim Liên")), theirs, DATE)
    assert tracked(merged.content) == [read]
    assert [clash[1:] for clash in merged.conflicts] == clashes


def test_an_answer_where_the_dots_of_a_control_were() -> None:
    base, theirs = (docx(p("Số: ", blank("so", *value), "/KH-UBND")) for value in ((), ("45",)))
    merged = merge(base, docx("Số: ……/KH-UBND"), theirs, DATE)
    assert tracked(merged.content) == ["Số: [-……-]{+45+}/KH-UBND"]
