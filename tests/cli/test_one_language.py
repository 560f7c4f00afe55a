"""A message is in one language: no English reason in Vietnamese ones, no Vietnamese reason with --lang en."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from kh_docs.cli.main import main

PLAN = "104-kh-ubnd-2024"
FILES: dict[str, bytes] = {
    "data/districts/nam-dan.yaml": b"signer: ~~\n x\n",
    "data/districts/vinh.yaml": "signer:\n  nam: Nguyễn\n  deputy: maybe\n".encode(),
    f"data/districts/{PLAN}/cua-lo.yaml": (
        "own_targets:\n  forums: -1\ncommunes:\n  Xom La: {met: ²}\n".encode()
    ),
    f"data/districts/{PLAN}/thai-hoa.yaml": b"proposal:\n  number: 1/TTr\n  issued_on: 31/02/2024\n",
    "a.docx": b"x",
    "b.docx": b"%PDF-1.4",
    "c.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "d.docx": b"",
    "a.xlsx": b"x",
    "a.txt": b"x",
    "f/README.md": b"hers",
}
COMMANDS = [
    ["generate", "Nam Đàn", "Vinh", "Cửa Lò", "Thái Hòa", "--kind", "ke-hoach"],
    ["update", "Nam Đàn", "Vinh"],
    ["data", "check"],
    ["data", "export", "f/README.md"],
    ["data", "export", "so-lieu.xlsx"],
    ["data", "import", "a.xlsx"],
    ["data", "import", "a.docx"],
    ["data", "import", "khong-co.xlsx"],
    ["check", "a.docx", "b.docx", "c.docx", "d.docx"],
    ["check", "a.docx", "--fix", "--out", "a.txt"],
    ["check", "khong-co"],
    ["collect", "khong-co", "--kind", "bao-cao-nam"],
    ["collect", ".", "--kind", "ke-hoach"],
    ["collect", "a.docx", "b.docx", "--kind", "bao-cao-nam", "--dry-run"],
    ["plan", "import", "a.txt", "--id", "1-kh-2024"],
    ["plan", "import", "b.docx", "--id", "1-kh-2024"],
    ["plan", "show", "--plan", "khong-co"],
    ["plan", "approve", "--plan", PLAN, "X1"],
    ["plan", "diff", PLAN, PLAN, "--docx", "a.docx"],
    ["plan", "new", PLAN],
    ["districts", "--plan", "khong-co"],
    ["deadlines", "--today", "hôm nay"],
    ["deadlines", "--ics", "a.docx"],
    ["coverage", "--xlsx", "f"],
    ["generate", "Nam Đàn", "--out", "/dev/null"],
    ["generate", "Nam Đàn", "--jobs", "x"],
    ["generate", "Nam Đàn", "--kind"],
    ["generate", "--la"],
    ["la"],
    ["pack", "--out", "khong-co"],
    ["init", "a.docx"],
    ["init", ".", "--restore", "khong-co"],
    ["--workspace", "khong-co", "districts"],
    ["doctor"],
]
VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
ENGLISH = re.compile(
    r"\b(the|is|not|no such|cannot|could not|invalid|expected|unexpected|error|failed|missing|file|"
    r"directory|path|option|argument|value|must|does|exist|found|object|type|line|column|of|for|with)\b",
    re.IGNORECASE,
)
# What is quoted, names of files and fields, and names and citations of the plan stand as they are.
NAMES = re.compile(
    r"“[^”]*”|\"[^\"]*\"|\S*[/\\.]\S+|--\S+|\w+-\w+(-\w+)*"
    r"|(huyện|thị xã|thành phố|tỉnh|xã|phường) (\w+ ?){1,2}"
    r"|(điểm \w+ )?(khoản \d+ )?Mục [IVX]+|Kế hoạch số \S+|\w+_\w+"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    for name, content in FILES.items():
        path = tmp_path / "ws" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "ws"


@pytest.mark.parametrize(("language", "foreign"), [("vi", ENGLISH), ("en", VIETNAMESE)])
def test_what_is_said_is_in_one_language(
    language: str, foreign: re.Pattern[str], desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mixed = []
    for command in COMMANDS:
        capsys.readouterr()
        code = main(["--lang", language, *command])
        assert code in (0, 1, 2, 3), command
        for line in unicodedata.normalize("NFC", capsys.readouterr().err).split("\n"):
            if foreign.search(NAMES.sub("", line)):
                mixed.append(f"{' '.join(command)}: {line}")
    assert mixed == []
    assert (desk / "f/README.md").read_bytes() == b"hers"
