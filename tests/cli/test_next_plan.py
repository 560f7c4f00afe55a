"""Next year's plan is other data: three clauses on another subject, for communes, without a line of code."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
PLAN = "12-kh-ubnd-2027"
DATA = Path(__file__).parent / "cay-xanh"
# What only the plan of 2024 speaks of.
FOREIGN = re.compile(
    r"ma túy|toàn dân bảo vệ|an ninh Tổ quốc|ANTQ|điển hình|Ngày hội|camera|THPT|trung học phổ thông|mô hình"
    r"|104/KH-UBND|2024|Công an tỉnh|tội phạm"
)


@pytest.fixture
def plan(workspace: Path, run: Run) -> Callable[..., Path]:
    """`plan new`, then these files of the plan on trees in it."""

    def make(*files: str) -> Path:
        assert run("plan", "new", PLAN)[0] == 0
        folder = workspace / "data" / "plans" / PLAN
        head = folder / "plan.yaml"
        text = head.read_text(encoding="utf-8")
        head.write_text(text.replace("Nội dung của kế hoạch", "Trồng cây xanh"), encoding="utf-8")
        for file in ("clauses.yaml", *files):
            shutil.copy(DATA / file, folder / file)
        return folder

    return make


def generated(run: Run, *arguments: str) -> dict[str, Path]:
    code, out, err = run("generate", "--plan", PLAN, *arguments, "--json")
    assert code == 0, err
    documents = json.loads(out)["documents"]
    assert {document["status"] for document in documents} == {"written"}
    return {Path(document["path"]).stem: Path(document["path"]) for document in documents}


def texts(path: Path) -> Iterator[str]:
    """Every paragraph that is printed, the titles of the controls, the properties."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            xml = archive.read(name).decode("utf-8", errors="replace")
            if name.startswith("docProps"):
                yield re.sub(r"<[^>]*>|20\d\d-\d\d-\d\dT[\d:]*Z", " ", xml)
            yield from ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", each)) for each in xml.split("</w:p>"))
            yield from re.findall(r'<w:alias w:val="([^"]*)"', xml)


def body(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    found = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", each)) for each in xml.split("</w:p>"))
    return [text for text in found if text.strip()]


def test_three_clauses_make_a_plan_in_the_commune_s_voice(plan: Callable[..., Path], run: Run) -> None:
    plan()
    (document,) = generated(run, "Kim Liên").values()
    text = body(document)
    # The only clause of its part that is the commune's needs no number.
    assert "Xã Kim Liên trồng ít nhất 1.000 cây xanh trong năm 2027." in text
    assert any(line.startswith("1. UBND xã tổ chức trồng, chăm sóc cây xanh tại trường học") for line in text)
    # What the province tells a body of its own is not the commune's, and its total is nobody's.
    assert not any("500.000" in line for line in text)
    assert not any(line.startswith("Phụ lục") for line in text)
    assert FOREIGN.findall("\n".join(text)) == []


def test_each_file_adds_what_it_adds(plan: Callable[..., Path], run: Run) -> None:
    plan("deadlines.yaml", "tasks.yaml", "targets.yaml", "indicators.yaml", "checklist.yaml")
    made = generated(run, "Kim Liên", "phường Thành Vinh")
    kinds = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra")
    assert set(made) == {f"{kind}-{unit}-2027" for kind in kinds for unit in ("kim-lien", "thanh-vinh")}
    text = body(made["ke-hoach-kim-lien-2027"])
    numbered = [line for line in text if line.startswith("Phụ lục ")]
    assert numbered == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert "Phòng Kinh tế" in text
    assert "ít nhất 1.000" in text
    assert any("Giao Phòng Kinh tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội và" in line for line in text)
    assert "Trước ngày 10/12/2027" in text
    assert "09/12/2027" in text
    report = body(made["bao-cao-nam-kim-lien-2027"])
    assert "Số cây xanh đã trồng" in report
    found = {name: FOREIGN.findall("\n".join(texts(path))) for name, path in made.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_every_other_command_serves_the_plan(plan: Callable[..., Path], run: Run) -> None:
    plan("deadlines.yaml", "tasks.yaml", "targets.yaml")
    assert run("coverage", "--plan", PLAN)[0] == 0
    code, out, _err = run("deadlines", "Kim Liên", "--plan", PLAN, "--json")
    (row,) = json.loads(out)
    assert (code, row["last_day"]) == (0, "2027-12-09")
    code, out, _err = run("districts", "--plan", PLAN, "--json")
    rows = json.loads(out)
    assert (len(rows), rows[0]["targets"]) == (130, {"trees": 1000})
    assert run("data", "check", "--plan", PLAN)[0] == 0
    code, _out, err = run("generate", "Kim Liên", "--plan", PLAN, "--kind", "bao-cao-nam")
    assert code == 2
    assert "làm được: ke-hoach" in err


def test_coverage_gives_a_reason_for_what_is_not_the_unit_s(plan: Callable[..., Path], run: Run) -> None:
    plan()
    _code, out, _err = run("coverage", "--plan", PLAN, "--json")
    cells = {cell["clause"]: cell for cell in json.loads(out)["cells"] if cell["unit"] == "kim-lien"}
    states = [cells[name]["state"] for name in ("I.1", "II.1", "II.2")]
    assert states == ["covered", "covered", "not_applicable"]
    assert cells["II.2"]["reason"] == "chỉ giao cơ quan cấp tỉnh"


def test_tasks_in_no_group_are_a_fault_of_the_wording(
    workspace: Path, plan: Callable[..., Path], run: Run
) -> None:
    folder = plan("deadlines.yaml", "tasks.yaml")
    common = (workspace / "templates/wording/_chung/ke-hoach.j2").read_text(encoding="utf-8")
    own = workspace / "templates/wording" / PLAN / "ke-hoach.j2"
    own.parent.mkdir()
    own.write_text(common.replace("=== task_groups\n", "=== task_groups\nIII | Khác\n"), encoding="utf-8")
    assert folder.is_dir()
    code, _out, err = run("generate", "Kim Liên", "--plan", PLAN)
    assert code == 2
    line = own.read_text(encoding="utf-8").split("\n").index("=== task_groups") + 1
    assert f"{PLAN}/ke-hoach.j2:{line}: nhiệm vụ không thuộc nhóm nào của phần task_groups: V1 (II.1)" in err


def test_a_missing_part_of_the_wording_is_named(workspace: Path, plan: Callable[..., Path], run: Run) -> None:
    plan()
    own = workspace / "templates/wording" / PLAN / "ke-hoach.j2"
    own.parent.mkdir()
    own.write_text("=== body\nMột câu.\n", encoding="utf-8")
    code, _out, err = run("generate", "Kim Liên", "--plan", PLAN)
    assert code == 2
    assert f"{PLAN}/ke-hoach.j2:2: thiếu phần “abstract”" in err
