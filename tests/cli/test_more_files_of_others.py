"""Neighbours of C2, E2, E5 and E21: what is hers, or nobody's to write, stays as it is and is told of."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.cli.main import main
from kh_docs.reading.workspace import shipped_root

ONE = ["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach"]
PLAN = "104-kh-ubnd-2024"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    return tmp_path / "ws"


def of_the_package() -> dict[Path, bytes]:
    parts = (shipped_root() / "data", shipped_root() / "templates")
    return {path: path.read_bytes() for part in parts for path in part.rglob("*") if path.is_file()}


OUTSIDE = {
    "a workbook": ["data", "import", "a.xlsx"],
    "a document": ["data", "import", "a.docx"],
    "a plan's text": ["plan", "import", "a.txt", "--id", "9-kh-ubnd-2026"],
    "a new plan": ["plan", "new", "9-kh-ubnd-2026"],
    "an approval": ["plan", "approve", "--plan", PLAN, "D01"],
}


@pytest.mark.parametrize("what", OUTSIDE)
def test_nothing_is_written_into_the_package(
    what: str, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """C2."""
    outside = tmp_path / "outside"
    outside.mkdir()
    assert main(["data", "export", "a.xlsx", "--unit", "Nam Đàn"]) == 0
    assert main(ONE) == 0
    shutil.copy("a.xlsx", outside)
    shutil.copy(next(here.rglob("ke-hoach-nam-dan-2024.docx")), outside / "a.docx")
    shutil.copy("data/plans/vi-du-kh-ubnd-2026/van-ban.txt", outside / "a.txt")
    monkeypatch.chdir(outside)
    before = of_the_package()
    capsys.readouterr()
    assert main(OUTSIDE[what]) == 2
    assert "kh-docs init" in capsys.readouterr().err
    assert of_the_package() == before
    assert sorted(path.name for path in outside.iterdir()) == ["a.docx", "a.txt", "a.xlsx"]


def block(path: Path, how: str) -> bytes | None:
    """Put something of hers where the file goes; its bytes where it is a file."""
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if how == "folder":
        path.mkdir()
    elif how == "fifo":
        os.mkfifo(path)
    elif how == "link":
        (path.parent / "elsewhere").write_bytes(b"hers")
        path.symlink_to(path.parent / "elsewhere")
    else:
        path.write_bytes(b"hers")
        path.chmod(0o444 if how == "read-only" else 0o644)
        return b"hers"
    return None


PUBLISHED = {
    "list": (ONE, f"out/{PLAN}/nam-dan/can-bo-sung-nam-dan-2024.txt"),
    "overview": (
        ["generate", "--all", "--plan", "vi-du-kh-ubnd-2026"],
        "out/vi-du-kh-ubnd-2026/tong-hop-2026.xlsx",
    ),
    "archive": (["pack"], f"out/{PLAN}/_goi/nam-dan-2024.zip"),
    "document": (ONE, f"out/{PLAN}/nam-dan/ke-hoach-nam-dan-2024.docx"),
}


@pytest.mark.parametrize("how", ["edited", "read-only", "folder", "fifo", "link"])
@pytest.mark.parametrize("what", PUBLISHED)
def test_whatever_is_published_counts(
    what: str, how: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """E5: no file that a run could not put in its place leaves the exit code at 0, or goes without a word."""
    command, name = PUBLISHED[what]
    if what == "archive":
        assert main(ONE) == 0
    content = block(here / name, how)
    capsys.readouterr()
    assert main(command) in (1, 2, 3)
    out, err = capsys.readouterr()
    assert Path(name).name in out + err
    assert content is None or (here / name).read_bytes() == content
    if how == "link":
        assert (here / name).is_symlink()
        assert (here / name).resolve().read_bytes() == b"hers"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_of_every_file_is_kept(mode: int, here: Path) -> None:
    """E21: documents, lists, data that an import changes, calendars, tables."""
    assert main(["data", "export", "a.xlsx", "--unit", "Nam Đàn"]) == 0
    assert main(ONE) == 0
    assert main(["deadlines", "--ics", "a.ics"]) == 0
    written = [path for path in here.rglob("*") if path.suffix in (".docx", ".txt", ".ics", ".xlsx")]
    ours = [path for path in written if "out" in path.parts or path.name in ("a.ics", "a.xlsx")]
    for path in ours:
        path.chmod(mode)
    data = here / "data/districts/nam-dan.yaml"
    data.parent.mkdir(exist_ok=True)
    data.write_text("signer:\n  name: Nguyễn Văn A\n", encoding="utf-8")
    data.chmod(mode)
    assert main(ONE) == 0
    assert main(["data", "export", "a.xlsx", "--unit", "Nam Đàn"]) == 0
    data.write_text("signer:\n  name: Nguyễn Văn B\n", encoding="utf-8")
    assert main(["data", "import", "a.xlsx", "--force"]) == 0
    assert "Văn A" in data.read_text(encoding="utf-8")
    assert {stat.S_IMODE(path.stat().st_mode) for path in (*ours, data)} == {mode}


@pytest.mark.parametrize("what", ["document", "data"])
def test_what_is_read_only_stays(what: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """E21."""
    assert main(["data", "export", "a.xlsx", "--unit", "Nam Đàn"]) == 0
    assert main(ONE) == 0
    data = here / "data/districts/nam-dan.yaml"
    data.parent.mkdir(exist_ok=True)
    data.write_text("signer:\n  name: Nguyễn Văn B\n", encoding="utf-8")
    path = data if what == "data" else next(here.rglob("ke-hoach-nam-dan-2024.docx"))
    before = path.read_bytes()
    path.chmod(0o444)
    capsys.readouterr()
    assert main(["data", "import", "a.xlsx", "--force"] if what == "data" else ONE) == 3
    assert path.read_bytes() == before
    assert "chỉ cho đọc" in capsys.readouterr().err


CACHES: dict[str, Callable[[Path], object]] = {
    "a folder of hers": lambda folder: (folder / "kh-docs").mkdir(),
    "a file of hers": lambda folder: (folder / "kh-docs").write_text("hers"),
    "a link to hers": lambda folder: (folder / "kh-docs").symlink_to(folder / "hers"),
    "a pipe": lambda folder: os.mkfifo(folder / "kh-docs"),
    "a folder that nobody may write": lambda folder: folder.chmod(0o555),
}


@pytest.mark.parametrize("what", CACHES)
def test_a_cache_in_her_folder_takes_nothing(
    what: str, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E2: whatever stands where the cache would be, documents are made and her files stay."""
    from kh_docs import cache

    folder = tmp_path / "cache"
    (folder / "hers").mkdir(parents=True)
    names = ["note.txt", *(f"book-{number:040x}" for number in range(60))]
    for name in names:
        (folder / "hers" / name).write_text("hers")
        (folder / name).write_text("hers")
    CACHES[what](folder)
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    cache._folder.cache_clear()
    try:
        assert main(ONE) == 0
        for number in range(cache.MOST_ENTRIES + 5):
            cache.save("book", str(number), b"ours")
    finally:
        folder.chmod(0o755)
        cache._folder.cache_clear()
    for name in names:
        assert (folder / name).read_text() == "hers"
        assert (folder / "hers" / name).read_text() == "hers"
