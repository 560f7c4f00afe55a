"""`check --comment`: a copy with a Word comment per finding, words and look as they were."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from kh_docs.check import check_bytes, comment_bytes
from kh_docs.cli.main import main
from kh_docs.word.comments import comments_of
from kh_docs.word.package import open_package
from kh_docs.word.plain import lines_of, plain_text
from kh_docs.word.xml import W

from . import builder as b
from .test_rules import find


def wrong() -> bytes:
    """A plan with a wrong number line, a small paragraph, a wrong citation and pages that are not A4."""
    document = b.build(b.plan(number="Số 05/KH-UBND"))
    find(document, "Nâng cao nhận thức").runs[0].font.size = Pt(12)
    find(document, "a) Tổ chức").runs[0].text = "a) Thực hiện đúng quy định tại Khoản 2 Điều 5 của Luật;"
    document.sections[0].page_width = Pt(612)
    return b.data(document)


def commented(data: bytes) -> dict[str, tuple[str, str]]:
    """Rule -> (the words commented on, the comment)."""
    package = open_package(data)
    main_part = package.root(package.main)
    assert main_part is not None
    found = {}
    for comment in comments_of(package):
        (start,) = main_part.iterfind(f'.//{W}commentRangeStart[@{W}id="{comment.number}"]')
        words = []
        for each in start.itersiblings():
            if each.tag == W + "commentRangeEnd" and each.get(W + "id") == comment.number:
                break
            words.append(plain_text(each))
        found[comment.text.rsplit("(", 1)[-1].rstrip(")")] = ("".join(words), comment.text)
    return found


def test_one_comment_for_each_finding_at_its_words() -> None:
    data = wrong()
    after, report, _facts = comment_bytes(data)
    found = commented(after)
    assert sorted(found) == sorted(finding.rule for finding in report.findings)
    assert found["ND30-CAP-CITE"][0] == "Khoản 2 Điều"
    assert found["ND30-NUM-SYNTAX"][0] == "Số 05/KH-UBND"
    assert found["ND30-BODY-SIZE"][0].startswith("Nâng cao nhận thức của cấp ủy")
    assert found["ND30-CAP-CITE"][1] == (
        "Phải sửa: Viết hoa, viết thường chưa đúng -> sửa như bên\n"
        "Đang là: Khoản 2 Điều; cần: viết thường “Khoản”\n"
        "PL II, V.7 (ND30-CAP-CITE)"
    )
    # Of the page as a whole: the first line.
    assert found["ND30-PAGE-SIZE"][0] == "ỦY BAN NHÂN DÂN"


def test_words_look_and_findings_stay() -> None:
    data = wrong()
    after, report, _facts = comment_bytes(data)
    before_body, after_body = (open_package(each).root("word/document.xml") for each in (data, after))
    assert before_body is not None
    assert after_body is not None
    assert lines_of(after_body) == lines_of(before_body)
    again = check_bytes(after, "x").findings
    assert [each.as_json() for each in again] == [each.as_json() for each in report.findings]
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        changed = {
            name for name in new.namelist() if name not in old.namelist() or old.read(name) != new.read(name)
        }
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
    }
    assert comment_bytes(data)[0] == after


def test_a_file_in_order_gets_no_copy() -> None:
    good = b.data(b.build())
    assert comment_bytes(good)[0] == good


@pytest.mark.parametrize(
    ("part", "content", "reason"),
    [
        ("_xmlsignatures/sig1.xml", "<Signature/>", "tệp đã ký số"),
        ("word/vbaProject.bin", "x", "word/vbaProject.bin: thành phần loại"),
    ],
)
def test_what_must_not_be_written_again_is_judged_and_left(
    part: str, content: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = io.BytesIO(wrong())
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(part, content)
    (tmp_path / "a.docx").write_bytes(packed.getvalue())
    for how in ("--comment", "--fix"):
        assert main(["check", str(tmp_path / "a.docx"), how, "--out", str(tmp_path / "out")]) == 1
        told = capsys.readouterr().out
        assert reason in told
        assert "ND30-BODY-SIZE" in told
    assert not (tmp_path / "out").exists()


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sai.docx").write_bytes(wrong())
    out = tmp_path / "góp ý"
    command = ["check", str(tmp_path / "sai.docx"), "--comment", "--out", str(out)]
    assert main([*command, "--json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["files"]
    assert (result["ok"], result["out"]) == (False, str(out / "sai.docx"))
    assert (out / "sai.docx").read_bytes() == comment_bytes(wrong())[0]
    (out / "sai.docx").write_bytes(b"edited")
    assert main(command) == 3
    assert "đã có tệp khác ở đây" in capsys.readouterr().out


@pytest.mark.parametrize("options", [["--comment"], ["--comment", "--fix", "--out", "x"], ["--out", "x"], []])
def test_options_that_do_not_go_together(options: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    paths = [str(tmp_path / "a.docx")] if options else []
    assert main(["check", *paths, *options]) == 2


def test_a_reviewers_comment_stays_and_ours_go_by_their_author() -> None:
    document = Document(io.BytesIO(wrong()))
    paragraph = next(each for each in document.paragraphs if each.text.startswith("Nâng cao"))
    document.add_comment(paragraph.runs[0], text="Xem lại ý này", author="Trưởng phòng")
    before = b.data(document)
    after, report, _facts = comment_bytes(before)
    comments = list(comments_of(open_package(after)))
    assert [each.text for each in comments if each.author == "Trưởng phòng"] == ["Xem lại ý này"]
    assert len({each.number for each in comments}) == len(comments) == len(report.findings) + 1
    assert {each.author for each in comments} == {"Trưởng phòng", "kh-docs"}
