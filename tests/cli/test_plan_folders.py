"""`plan new` and `plan list`: one more plan in a workspace, and what each plan has data for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
NEW = "35-kh-ubnd-2027"


def test_a_new_plan_is_thirty_lines_that_load(workspace: Path, run: Run) -> None:
    code, out, _err = run("plan", "new", NEW)
    assert code == 0
    paths = [Path(line) for line in out.splitlines()]
    assert [path.name for path in paths] == ["plan.yaml", "clauses.yaml"]
    lines = [line for path in paths for line in (workspace / path).read_text(encoding="utf-8").splitlines()]
    assert 25 <= len(lines) <= 35
    assert sum(line.startswith("#") for line in lines) >= 10


def test_plans_are_listed_with_level_and_kinds(run: Run) -> None:
    run("plan", "new", NEW)
    code, out, _err = run("plan", "list", "--json")
    found = {row["id"]: row for row in json.loads(out)}
    old, new = found["104-kh-ubnd-2024"], found[NEW]
    assert code == 0
    assert old == {
        "id": "104-kh-ubnd-2024",
        "number": "104",
        "symbol": "KH-UBND",
        "issued_on": "2024-02-07",
        "title": "Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc trên địa bàn tỉnh Nghệ An năm 2024",
        "level": "huyện",
        "kinds": ["ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra"],
    }
    assert (new["id"], new["number"], new["issued_on"]) == (NEW, "35", "2027-01-15")
    assert (new["level"], new["kinds"]) == ("xã", ["ke-hoach"])


def test_a_plan_that_does_not_load_hides_no_other(workspace: Path, run: Run) -> None:
    run("plan", "new", NEW)
    (workspace / "data/plans" / NEW / "clauses.yaml").unlink()
    code, out, err = run("plan", "list", "--json")
    assert code == 1
    listed = [row["id"] for row in json.loads(out)]
    assert "104-kh-ubnd-2024" in listed
    assert NEW not in listed
    assert f"data/plans/{NEW}/clauses.yaml: không đọc được" in err


def test_a_plan_is_never_written_over(workspace: Path, run: Run) -> None:
    run("plan", "new", NEW)
    head = workspace / "data/plans" / NEW / "plan.yaml"
    head.write_text("id: mine\n", encoding="utf-8")
    code, _out, err = run("plan", "new", NEW)
    assert code == 2
    assert f"đã có kế hoạch “{NEW}”" in err
    assert head.read_text(encoding="utf-8") == "id: mine\n"


def test_an_id_is_the_name_of_a_folder(run: Run) -> None:
    code, _out, err = run("plan", "new", "35 KH")
    assert code == 2
    assert "ví dụ 35-kh" in err


def test_a_role_that_nobody_has_on_that_day_is_named_with_its_line(workspace: Path, run: Run) -> None:
    run("plan", "new", NEW)
    (workspace / "data/plans" / NEW / "tasks.yaml").write_text(
        """\
- id: V1
  clause: II.1
  text: Trồng cây
  lead: media_centre
  deadline: {ongoing: Trong năm}
  product: Báo cáo
""",
        encoding="utf-8",
    )
    code, _out, err = run("districts", "--plan", NEW)
    assert code == 2
    assert (
        f"data/plans/{NEW}/tasks.yaml:4: 1.lead: ngày 15/01/2027 không có cơ quan nào giữ vai trò "
        "“media_centre” tại phường Thành Vinh (130 đơn vị)"
    ) in err


def test_data_check_says_what_each_file_gave(workspace: Path, run: Run) -> None:
    run("plan", "new", NEW)
    (workspace / "data/plans" / NEW / "ghi-chu.yaml").write_text("a: b\n", encoding="utf-8")
    code, _out, err = run("data", "check", "--plan", NEW)
    assert code == 0
    assert err.splitlines()[:3] == [
        f"data/plans/{NEW}/plan.yaml: Kế hoạch số 35/KH-UBND",
        f"data/plans/{NEW}/clauses.yaml: 4 mục, điểm của kế hoạch",
        f"data/plans/{NEW}/ghi-chu.yaml: không thuộc kế hoạch, không được đọc",
    ]
    _code, _out, err = run("data", "check", "--plan", "104-kh-ubnd-2024")
    assert "data/plans/104-kh-ubnd-2024/deadlines.yaml: 21 thời hạn" in err
    assert "data/plans/104-kh-ubnd-2024/legal-bases.yaml: 25 căn cứ" in err
