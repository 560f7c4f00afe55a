"""Whatever is filled in comes back into the data, is printed again and asked for no more: kinds x units."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.pipeline.taking_back import OF_SIGNING
from kh_docs.reading.kept import load_kept
from kh_docs.reading.workspace import find_workspace
from kh_docs.word.controls import controls_of
from kh_docs.word.plain import lines_of

from .clerk import Form

Run = Callable[..., tuple[int, str, str]]
PLAN = "104-kh-ubnd-2024"
KINDS = ("ke-hoach", "phieu-kiem-tra", "bao-cao-6-thang", "bao-cao-nam")
# A town that ceases, the seat of the province, one of the mountains, one by the sea, one that registers all.
UNITS = ("cua-lo", "vinh", "ky-son", "dien-chau", "hoang-mai")
WORDS = ("Đã làm xong", "Tổ tự quản", "Nguyễn Văn A", "Theo dõi, đôn đốc", "Chưa có")


class Filler:
    """What a clerk would write in each place of a form."""

    def __init__(self, unit: str, seed: int) -> None:
        book = load_kept(find_workspace(Path(__file__).parent))
        self.communes = [child.full_name for child in book.units[unit].children]
        self.items = {item.id: item for item in book.indicators.indicators}
        self.luck = random.Random(seed)

    def text(self, tag: str, title: str, choices: list[str]) -> str:
        name, _dot, column = tag.partition(".")
        if choices:
            return self.luck.choice(choices)
        if column.startswith("ten_xa."):
            return self.communes[int(tag[-2:]) - 1]
        item = self.items.get(name)
        if item is not None and column in ("ky_nay", "ky_truoc"):
            return (
                "12/3/2024"
                if item.type == "d"
                else "Có"
                if item.type == "b"
                else str(self.luck.randrange(5, 90))
            )
        if tag == "so_quyet_dinh_doan.gia_tri":
            return "123/QĐ-CAT"
        if "ngày" in title.casefold() or tag.startswith(("ngay_", "so_lieu_")):
            return "05/6/2024"
        if any(word in title.casefold() for word in ("số", "giờ", "phút", "tháng", "năm", "điểm")):
            return str(self.luck.randrange(5, 12))
        return f"{self.luck.choice(WORDS)} {self.luck.randrange(1000)}"


def form_at(path: Path) -> Form:
    return Form(path.read_bytes())


def blanks(form: Form) -> list[str]:
    return [tag for tag in dict.fromkeys(form.tags()) if not tag.startswith(OF_SIGNING)]


def choices_of(form: Form) -> dict[str, list[str]]:
    from kh_docs.word.xml import W

    found = {}
    for control in controls_of(form.root):
        items = [each.get(W + "value") or "" for each in control.element.iter(W + "listItem")]
        found[control.tag] = [each for each in items if each]
    return found


@pytest.fixture
def made(run: Run, workspace: Path) -> Callable[..., Path]:
    def make(unit: str, kind: str, out: str) -> Path:
        code, printed, err = run("generate", unit, "--kind", kind, "--out", out)
        assert code == 0, err
        return workspace / printed.splitlines()[0]

    return make


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("unit", UNITS)
def test_all_comes_back(unit: str, kind: str, made: Callable[..., Path], run: Run, workspace: Path) -> None:
    form = form_at(made(unit, kind, "first"))
    filler, choices = Filler(unit, hash_of(unit, kind)), choices_of(form)
    titles = {control.tag: control.alias for control in controls_of(form.root)}
    filled = {tag: filler.text(tag, titles[tag], choices[tag]) for tag in blanks(form)}
    for tag, text in filled.items():
        form.fill(tag, text)
    path = workspace / "filled.docx"
    path.write_bytes(form.saved())
    code, _out, err = run("data", "import", str(path))
    assert code == 0, err
    again = made(unit, kind, "again")
    printed = form_at(again)
    text = " ".join("\n".join(lines_of(printed.root)).split()).casefold()
    assert [(tag, words) for tag, words in filled.items() if words.casefold() not in text] == []
    # What was answered is no more asked for; a list that begins may ask for the rows that are still due.
    assert set(blanks(printed)) & set(filled) == set()
    listed = next(again.parent.glob("can-bo-sung*")).read_text(encoding="utf-8")
    assert not [
        title for tag, title in titles.items() if tag.endswith(".noi_dung") and f"- {title}\n" in listed
    ]
    # The document that shows it all says nothing new, and a blank one takes nothing away.
    before = {file: file.read_bytes() for file in Path("data").rglob(f"{unit}.yaml")}
    for file in (again, workspace / "first" / PLAN / unit / again.name):
        code, out, err = run("data", "import", str(file))
        assert (code, out) == (0, ""), err
    assert {file: file.read_bytes() for file in before} == before


def hash_of(unit: str, kind: str) -> int:
    return sum(map(ord, unit + kind))


def test_a_paragraph_that_was_deleted_stays_known_and_one_that_was_changed_is_taken(
    made: Callable[..., Path], run: Run, workspace: Path
) -> None:
    data = workspace / f"data/districts/{PLAN}/nam-dan.yaml"
    data.parent.mkdir(parents=True, exist_ok=True)
    told = (
        "answers:\n  bao-cao-nam:\n    iii_1.noi_dung: |-\n      Đoạn một.\n      Đoạn hai.\n      Đoạn ba.\n"
    )
    data.write_text(told, encoding="utf-8")
    path = made("nam-dan", "bao-cao-nam", "out")
    assert run("data", "import", str(path))[:2] == (0, "")
    form = form_at(path)
    form.fill("iii_1.doan_2", "")
    path.write_bytes(form.saved())
    assert run("data", "import", str(path))[:2] == (0, "")
    assert data.read_text(encoding="utf-8") == told
    form.fill("iii_1.doan_2", "Đoạn hai, sửa.")
    path.write_bytes(form.saved())
    assert run("data", "import", str(path))[0] == 0
    text = data.read_text(encoding="utf-8")
    assert [words in text for words in ("Đoạn một.", "Đoạn hai, sửa.", "Đoạn ba.")] == [True] * 3


def test_minutes_of_one_commune_are_not_data_of_the_district(run: Run, workspace: Path) -> None:
    code, out, _err = run("generate", "nam-dan", "--kind", "phieu-kiem-tra", "--inspector", "district")
    assert code == 0
    code, _out, err = run("data", "import", out.splitlines()[0])
    assert code == 2
    assert "của từng cuộc kiểm tra" in err


def test_a_row_whose_commune_nobody_knows_is_asked_about(
    made: Callable[..., Path], run: Run, workspace: Path
) -> None:
    form = form_at(made("nam-dan", "ke-hoach", "out"))
    form.fill("dk_ma_tuy.ten_xa.01", "Xã Không Có")
    form.fill("dk_ma_tuy.ghi_chu.01", "Đã rà soát")
    form.fill("dk_ma_tuy.ghi_chu.02", "Chưa ghi tên")
    path = workspace / "filled.docx"
    path.write_bytes(form.saved())
    code, out, err = run("data", "import", str(path), "--dry-run")
    assert (code, out) == (1, "")
    assert "huyện Nam Đàn không có đơn vị cấp xã “Xã Không Có”" in err
    assert "dòng chưa ghi tên đơn vị cấp xã" in err
