"""Whatever order Python keeps its sets in, every command writes the same bytes (E20)."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAN = "104-kh-ubnd-2024"
EVEN = f"out/{PLAN}/nam-dan/ke-hoach-nam-dan-2024.docx"
COMMANDS = [
    ["check", "chan-le.docx", "--fix", "--out", "sua"],
    ["check", "chan-le.docx", "--comment", "--out", "gop-y"],
    ["coverage", "--xlsx", "doi-chieu.xlsx"],
    ["data", "export", "so-lieu.xlsx", "--unit", "Vinh"],
    ["deadlines", "--ics", "han.ics"],
    ["collect", "out", "--kind", "bao-cao-nam", "--as-of", "2024-12-20"],
    ["pack"],
    ["plan", "import", "../ke-hoach.txt", "--id", "35-kh-ubnd-2024"],
    ["plan", "diff", PLAN, "35-kh-ubnd-2024", "--docx", "so-sanh.docx"],
]
SCRIPT = """
import hashlib, json, os, pathlib, sys
from kh_docs.cli.main import main
os.chdir(sys.argv[1])
for arguments in json.loads(sys.argv[2]):
    main(arguments)
for path in sorted(pathlib.Path().rglob("*")):
    if path.is_file() and not any(part.startswith(".") for part in path.parts):
        print(path, hashlib.sha256(path.read_bytes()).hexdigest())
"""


def even_and_odd(source: Path, target: Path) -> None:
    """A plan whose even and odd pages have headers of their own, and none of them a page number."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "word/settings.xml":
                at = content.index(b">", content.index(b"<w:settings")) + 1
                content = content[:at] + b"<w:evenAndOddHeaders/>" + content[at:]
            if name == "word/document.xml":
                content = re.sub(rb"<w:(?:header|footer)Reference [^>]*/>", b"", content)
            copy.writestr(zipfile.ZipInfo(name), content)


def run(folder: Path, seed: str, commands: list[list[str]]) -> list[str]:
    environment = os.environ | {"PYTHONHASHSEED": seed, "KH_DOCS_CACHE": ""}
    command = [sys.executable, "-c", SCRIPT, str(folder), json.dumps(commands)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=300)
    return [line for line in ran.stdout.splitlines() if len(line.rpartition(" ")[2]) == 64]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What all commands wrote, with its digest, by each of three hash seeds."""
    found = []
    for seed in ("0", "1", "2"):
        folder = tmp_path_factory.mktemp(f"seed{seed}")
        (folder / "ke-hoach.txt").write_bytes((ROOT / "tests/data/ke-hoach-104.txt").read_bytes())
        run(folder, seed, [["init", "ws"]])
        made = ["generate", "Nam Đàn", "Vinh", "--plan", PLAN]
        run(folder / "ws", seed, [made])
        even_and_odd(folder / "ws" / EVEN, folder / "ws/chan-le.docx")
        found.append(run(folder / "ws", seed, COMMANDS))
    return found


@pytest.mark.parametrize(
    "name",
    [
        "sua/chan-le",
        "gop-y/chan-le",
        "doi-chieu",
        "so-lieu",
        "han",
        "so-sanh",
        "theo-doi",
        "bao-cao-tong-hop",
        "don-doc",
        "ke-hoach-nam-dan",
        "can-bo-sung",
        ".zip",
        "35-kh-ubnd-2024/deadlines.yaml",
    ],
)
def test_no_byte_hangs_on_the_hash_seed(name: str, written: list[list[str]]) -> None:
    by_seed = [[line for line in lines if name in line] for lines in written]
    assert by_seed[0], written[0]
    assert by_seed[1:] == by_seed[:1] * 2


def test_no_other_file_does_either(written: list[list[str]]) -> None:
    assert written[1:] == written[:1] * 2
