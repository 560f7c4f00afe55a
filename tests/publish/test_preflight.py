"""Names that cannot stand together, or not on Windows, are refused before anything is written."""

import unicodedata
from pathlib import Path

import pytest

from kh_docs.errors import DataError
from kh_docs.publish import check_names, check_writable


def problems(out: Path, *paths: str) -> list[str]:
    with pytest.raises(DataError) as refused:
        check_names(out, [Path(path) for path in paths])
    return [str(problem) for problem in refused.value.problems]


SAME = "trùng tên tệp với {} -> đặt tên khác nhau không chỉ ở chữ hoa, chữ thường, vì Windows coi là một"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("p/vinh/a.docx", "p/vinh/a.docx"),
        ("p/vinh/a.docx", "p/VINH/A.docx"),
        ("p/Đô Lương/a", "p/đô lương/a"),
        ("p/Thái Hòa/a", "p/" + unicodedata.normalize("NFD", "Thái Hòa") + "/a"),
    ],
)
def test_two_names_for_one_file(tmp_path: Path, one: str, two: str) -> None:
    assert problems(tmp_path, one, "p/other", two) == [f"{two}: " + SAME.format(one)]


def test_different_names_pass(tmp_path: Path) -> None:
    check_names(tmp_path, [Path("p/vinh/a"), Path("p/vinh/b"), Path("p/hoà/a"), Path("p/hòa/a")])


def test_a_path_too_long_for_windows(tmp_path: Path) -> None:
    name = "a" * (240 - len(str(tmp_path)) - 1)
    check_names(tmp_path, [Path(name)])
    assert problems(tmp_path, name + "b") == [
        f"{name}b: đường dẫn quá dài cho Windows (241/260) -> chọn thư mục ngắn hơn bằng --out"
    ]


def test_links_are_refused_and_all_problems_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "p").mkdir(parents=True)
    (tmp_path / "out" / "p" / "vinh").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "out" / "p" / "file").symlink_to(tmp_path / "elsewhere" / "file")
    link = "là liên kết dẫn ra nơi khác -> xóa liên kết đó rồi chạy lại"
    assert problems(tmp_path / "out", "p/vinh/a", "p/file", "p/FILE") == [
        f"{tmp_path}/out/p/vinh/a: {link}",
        f"{tmp_path}/out/p/file: {link}",
        "p/FILE: " + SAME.format("p/file"),
    ]


def test_a_folder_that_can_be_made_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    check_writable(tmp_path / "a" / "b" / "c")
    check_writable(Path("a/b/c"))
    assert list(tmp_path.iterdir()) == []
