"""`data check`: an answer has no place only where the unit's documents, as they are, have none."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

PLAN = "104-kh-ubnd-2024"
# The basis of an inspection cannot be any words; all else is alike there.
KINDS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam")
NO_PLACE = "văn bản không có ô"
Run = Callable[..., tuple[int, str, str]]


def tags_of(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return re.findall(r'<w:tag w:val="([^"]+)"/>', archive.read("word/document.xml").decode())


def tell(workspace: Path, unit: str, told: dict[str, object]) -> None:
    path = workspace / "data" / "districts" / PLAN / f"{unit}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")


def controls(run: Run, workspace: Path, folder: str) -> dict[str, list[str]]:
    """The tags of the unit's documents as they are made now, by kind."""
    code, _out, err = run("generate", "nam-dan", *(f"--kind={kind}" for kind in KINDS), "--out", folder)
    assert code == 0, err
    out = workspace / folder / PLAN / "nam-dan"
    return {kind: tags_of(out / f"{kind}-nam-dan-2024.docx") for kind in KINDS}


@pytest.mark.parametrize("communes", [{}, {"Kim Liên": {"exemplary": "có", "drugs": "giữ vững"}}])
def test_what_the_documents_print_is_a_place(run: Run, workspace: Path, communes: dict[str, object]) -> None:
    """Every control of every kind is filled in and taken back; what the documents then hold is no slip."""
    tell(workspace, "nam-dan", {"communes": communes} if communes else {})
    answers = {kind: dict.fromkeys(tags, "12") for kind, tags in controls(run, workspace, "truoc").items()}
    assert all(len(each) > 5 for each in answers.values())
    tell(workspace, "nam-dan", {"communes": communes, "answers": answers})
    err = run("data", "check", "--plan", PLAN)[2]
    told = set(re.findall(rf"answers\.([\w-]+)\.\S+: {NO_PLACE} “(\S+)”", err))
    printed = controls(run, workspace, "sau")
    assert not any(tag in printed[kind] for kind, tag in told), err
    # A form for the communes becomes a list of all of them once anything is told of it: its rows are no more.
    assert {tag.partition(".")[0] for _kind, tag in told} <= {"dk_ma_tuy"}


def test_places_that_an_answer_makes(run: Run, workspace: Path) -> None:
    """Rows of an empty list, the number of her plan: controls of no blank form as the workbook knows it."""
    answers = {
        "so_ke_hoach_huyen.gia_tri": "45",
        "mo_hinh.ten.01": "Camera an ninh",
        "mo_hinh.ten.03": "Tổ tự quản",
        "mo_hinh_to.ky_nay": "12",
    }
    tell(workspace, "nam-dan", {"answers": {"bao-cao-6-thang": answers}})
    assert NO_PLACE not in run("data", "check", "--plan", PLAN)[2]
    # Places that no document has: a slip in the name, a column of another list.
    answers |= {"mo_hinh_tox.ky_nay": "12", "mo_hinh.so_tien.01": "Không có cột"}
    tell(workspace, "nam-dan", {"answers": {"bao-cao-6-thang": answers}})
    err = run("data", "check", "--plan", PLAN)[2]
    assert err.count(NO_PLACE) == 2
    assert f"{NO_PLACE} “mo_hinh_tox.ky_nay”" in err
    assert "có phải “mo_hinh_to.ky_nay”" in err
