"""A plan of 2026 for 130 communes: each issues its own document, with its bodies, signers, receivers."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
PLAN = "12-kh-ubnd-2026"

# An example, of no province's making: a plan of everyday administration.
FILES = {
    f"data/plans/{PLAN}/plan.yaml": """
id: 12-kh-ubnd-2026
number: 12
issued_on: 15/01/2026
issuer: Ủy ban nhân dân tỉnh Nghệ An
title: Cải cách hành chính năm 2026
channels: {plan: qua Sở Nội vụ}
kinds: [{id: ke-hoach, deadline: D01}]
""",
    f"data/plans/{PLAN}/clauses.yaml": """
- {id: I, heading: yes, text: NHIỆM VỤ}
- {id: I.1, text: 'UBND các xã, phường ban hành kế hoạch trước ngày 15/02/2026.'}
""",
    f"data/plans/{PLAN}/deadlines.yaml": """
- id: D01
  clause: I.1
  text: Ban hành kế hoạch
  literal: trước ngày 15/02/2026
  printed: Trước ngày 15/02/2026
  rule: {kind: before_date, date: 15/02/2026}
  who: UBND cấp xã
  acts: unit
""",
    f"data/plans/{PLAN}/tasks.yaml": """
- id: N01
  clause: I.1
  text: Tham mưu ban hành kế hoạch
  lead: office
  support: [finance, education, public_service, police, party_building]
  deadline: {plan: D01}
  product: Kế hoạch
""",
    f"templates/wording/{PLAN}/ke-hoach.j2": """
Thực hiện {{ plan.full_citation }}, {{ unit.committee }} ban hành kế hoạch như sau:
@muc I. NHIỆM VỤ
@khoan+ 1. Giao {{ roles.office }} chủ trì, phối hợp với {{ roles.finance }} (nhiệm vụ tại Phụ lục kèm theo).
@khoan+ 2. Đề nghị {{ roles.front }} phối hợp tuyên truyền./.
=== abstract
Cải cách hành chính trên địa bàn {{ unit.full }} năm {{ year }}
=== annex_titles
tasks | PHÂN CÔNG NHIỆM VỤ
=== table_titles
=== task_groups
I | Nhiệm vụ
""",
}


@pytest.fixture
def plan(workspace: Path) -> Path:
    for name, text in FILES.items():
        path = workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    return workspace


def lines_of(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode("utf-8")
    texts = ["".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part)) for part in body.split("</w:p>")]
    return [text.replace("\xa0", " ") for text in texts if text]


def test_all_130_issue_their_own(plan: Path, run: Run) -> None:
    code, out, _err = run("generate", "--all", "--plan", PLAN, "--jobs", "1", "--json")
    made = json.loads(out)["documents"]
    assert code == 0
    assert {document["status"] for document in made} == {"written"}
    units = {row["id"]: row for row in json.loads(run("units", "--plan", PLAN, "--json")[1])}
    assert len(made) == len(units) == 130
    for document in made:
        unit = units[document["unit"]]
        full, kind = f"{unit['type']} {unit['name']}", unit["type"]
        lines = lines_of(plan / document["path"])
        assert lines[:2] == ["ỦY BAN NHÂN DÂN", full.upper()]
        assert lines[4].endswith("/KH-UBND")
        assert lines[5].startswith(f"{unit['name']}, ngày ")
        assert f"Cải cách hành chính trên địa bàn {full} năm 2026" in lines
        assert f"2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam {kind} phối hợp tuyên truyền./." in lines
        at = lines.index("TM. ỦY BAN NHÂN DÂN")
        assert lines[at + 1] == "CHỦ TỊCH"
        assert any(line.endswith(f" của Ủy ban nhân dân {full})") for line in lines)
        economy = {"xã": "Phòng Kinh tế", "phường": "Phòng Kinh tế, Hạ tầng và Đô thị"}[kind]
        partners = f"Phòng Văn hóa - Xã hội; Trung tâm Phục vụ hành chính công {kind}; Công an {kind}"
        assert any(economy in line and partners.split("; ")[0] in line for line in lines)
        text = "\n".join(lines)
        assert not re.search(r"huyện|thị xã|thành phố|thị trấn|cấp xã", text, re.IGNORECASE)
        assert not re.search({"xã": r"\bphường", "phường": r"\bxã\b(?! hội)"}[kind], text)


def test_who_receives_it(plan: Path, run: Run) -> None:
    code, out, _err = run("generate", "phường Vinh Phú", "--plan", PLAN)
    assert code == 0
    lines = lines_of(plan / out.strip())
    at = lines.index("Nơi nhận:")
    assert lines[at + 1 : at + 11] == [
        "- UBND tỉnh Nghệ An (qua Sở Nội vụ) (b/c);",
        "- Sở Nội vụ (b/c);",
        "- Thường trực Đảng ủy phường, Thường trực HĐND phường (b/c);",
        "- Chủ tịch, các Phó Chủ tịch UBND phường;",
        "- Ủy ban Mặt trận Tổ quốc Việt Nam phường, các tổ chức chính trị - xã hội phường (p/h);",
        "- Ban Xây dựng Đảng phường (p/h);",
        "- Các phòng, ban, đơn vị thuộc UBND phường (t/h);",
        "- Các khối, xóm (t/h);",
        "- Công an phường (t/h);",
        "- Lưu: VT, …….",
    ]


def test_the_deputy_signs_for_the_chairman(plan: Path, run: Run) -> None:
    local = plan / "data" / "communes" / "kim-lien.yaml"
    local.parent.mkdir()
    local.write_text("signer: {name: Nguyễn Văn A, deputy: yes}\n", encoding="utf-8")
    _code, out, _err = run("generate", "X. Kim Liên", "--plan", PLAN)
    lines = lines_of(plan / out.strip())
    at = lines.index("TM. ỦY BAN NHÂN DÂN")
    assert lines[at : at + 4] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"]


def test_a_district_s_signer_signs_for_no_commune_of_its_name(plan: Path, run: Run) -> None:
    """Huyện Nam Đàn of 2024 and xã Nam Đàn of 2026 have one id and two chairmen."""
    for folder, name in (("districts", "Nguyễn Văn Huyện"), ("communes", "Trần Thị Xã")):
        local = plan / "data" / folder / "nam-dan.yaml"
        local.parent.mkdir()
        local.write_text(f"signer: {{name: {name}}}\n", encoding="utf-8")
    for other, signs, signs_not in (
        (PLAN, "Trần Thị Xã", "Nguyễn Văn Huyện"),
        ("104-kh-ubnd-2024", "Nguyễn Văn Huyện", "Trần Thị Xã"),
    ):
        _code, out, _err = run("generate", "Nam Đàn", "--plan", other, "--kind", "ke-hoach")
        lines = lines_of(plan / out.strip())
        assert signs in lines
        assert signs_not not in lines


def test_it_keeps_the_decree(plan: Path, run: Run) -> None:
    paths = run("generate", "Kim Liên", "Cửa Lò", "Mỹ Lý", "--plan", PLAN)[1].split()
    code, out, _err = run("check", *paths, "--json")
    assert code == 0
    assert [file["findings"] for file in json.loads(out)["files"]] == [[], [], []]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("phường Kim Liên", "có phải xã Kim Liên?"),
        ("huyện Con Cuông", "huyện Con Cuông nay thuộc "),
        ("thị trấn Nam Đàn", "thị trấn Nam Đàn nay thuộc xã Vạn An"),
    ],
)
def test_another_s_name_is_2(name: str, said: str, plan: Path, run: Run) -> None:
    for command in ("generate", "deadlines"):
        code, out, err = run(command, "--unit", name, "--plan", PLAN)
        assert (code, out) == (2, "")
        assert f"không có đơn vị “{name}” -> {said}" in err


def test_it_inspects_no_unit_below(plan: Path, run: Run) -> None:
    (plan / "data" / "plans" / PLAN / "checklist.yaml").write_text(
        "groups: [{id: A, title: Chỉ đạo}]\n"
        "items: [{id: KT01, group: A, text: Có kế hoạch, clause: [I.1], evidence: Kế hoạch}]\n",
        encoding="utf-8",
    )
    code, out, err = run("generate", "Kim Liên", "--plan", PLAN, "--inspector", "district")
    assert (code, out) == (2, "")
    assert f"đơn vị của kế hoạch {PLAN} không có cấp dưới để kiểm tra -> bỏ --inspector district" in err


def test_its_workbook_goes_out_and_comes_back(plan: Path, run: Run) -> None:
    """A commune has no sheet of communes."""
    assert run("data", "export", "x.xlsx", "--unit", "Kim Liên", "--plan", PLAN)[0] == 0
    code, out, err = run("data", "import", "x.xlsx", "--plan", PLAN)
    assert (code, out) == (0, "")
    assert "Xã, phường" not in err
