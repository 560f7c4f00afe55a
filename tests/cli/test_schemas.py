"""What every command prints with --json is what its schema says, errors too; no command is without one."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import pytest

from kh_docs.cli.listed import Listed
from kh_docs.cli.main import kh_docs, main

from .schemas import faults

ROOT = Path(__file__).parents[2]
PLAN, EXAMPLE = "104-kh-ubnd-2024", "vi-du-kh-ubnd-2026"
OUT = f"out/{PLAN}/nam-dan"
KE_HOACH = f"{OUT}/ke-hoach-nam-dan-2024.docx"
SCHEMAS = {
    path.name.removesuffix(".json"): json.loads(path.read_text(encoding="utf-8"))
    for path in files("kh_docs").joinpath("schemas").iterdir()
    if path.name.endswith(".json")
}


def changed(path: Path, *words: tuple[str, str]) -> None:
    """As somebody's edits in Word leave the file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    for old, new in words:
        assert old in text, old
        text = text.replace(old, new)
    parts["word/document.xml"] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace in which each command finds something: edited, broken and foreign files."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("schemas")
        patch.chdir(folder)
        assert main(["init", "ws"]) == 0
        patch.chdir(folder / "ws")
        assert main(["generate", "Nam Đàn", "--plan", PLAN]) == 0
        shutil.copy(KE_HOACH, "sai.docx")
        changed(Path("sai.docx"), ('w:left="1701"', 'w:left="400"'), ("(10/19", "(12/19"))
        changed(Path(KE_HOACH), ("Tổ chức", "Chủ động tổ chức"))
        Path(OUT, "can-bo-sung-nam-dan-2024.txt").write_text("của chị", encoding="utf-8")
        Path("hong.docx").write_text("x", encoding="utf-8")
        shutil.copy(ROOT / "tests/data/ke-hoach-104.txt", "ke-hoach.txt")
        signer = Path("data/districts/nam-dan.yaml")
        signer.parent.mkdir()
        signer.write_text("signer:\n  name: Nguyễn Văn Mẫu\n", encoding="utf-8")
        yield folder / "ws"


RESULTS: list[tuple[str, list[str], int]] = [
    ("generate", ["generate", "Nam Đàn", "--plan", PLAN], 3),
    ("generate", ["generate", "Kim Liên", "--plan", EXAMPLE, "--dry-run"], 0),
    ("update", ["update", "Nam Đàn", "--plan", PLAN], 3),
    ("update", ["update", "Nam Đàn", "--plan", PLAN, "--undo"], 0),
    ("districts", ["districts"], 0),
    ("districts", ["units", "--plan", EXAMPLE], 0),
    ("deadlines", ["deadlines", "--today", "10/2/2024"], 0),
    ("deadlines", ["deadlines", "--plan", EXAMPLE, "--ics", "han.ics"], 0),
    ("coverage", ["coverage"], 0),
    ("check", ["check", "sai.docx", "hong.docx", OUT], 1),
    ("check", ["check", "sai.docx", "--facts", "--unit", "Nam Đàn"], 1),
    ("check", ["check", "sai.docx", "--comment", "--out", "gop-y"], 1),
    ("check-fix", ["check", "sai.docx", "hong.docx", "--fix", "--out", "sua"], 1),
    ("check-rules", ["check", "--rules"], 0),
    ("check-rules", ["check", "--explain", "ND30-ABBR"], 0),
    ("collect", ["collect", OUT, "hong.docx", "--kind", "bao-cao-6-thang", "--dry-run"], 1),
    ("plan-list", ["plan", "list"], 0),
    ("plan", ["plan", "show", "--plan", PLAN], 0),
    ("plan", ["plan", "show", "--plan", EXAMPLE], 0),
    ("plan", ["plan", "import", "ke-hoach.txt", "--id", "35-kh-ubnd-2024"], 1),
    ("plan-diff", ["plan", "diff", PLAN, EXAMPLE], 0),
]
ERRORS = [
    ["generate", "Nam Đàng"],
    ["generate"],
    ["generate", "Nam Đàn", "--date", "x"],
    ["update"],
    ["districts", "--plan", "khong-co"],
    ["deadlines", "--today", "x"],
    ["coverage", "--xlsx", "x.xlsx"],
    ["check"],
    ["check", "--explain", "ND30-KHONG"],
    ["collect", "khong-co", "--kind", "bao-cao-nam"],
    ["collect", ".", "--kind", "ke-hoach"],
    ["plan", "show", "--plan", "khong-co"],
    ["plan", "import", "hong.docx", "--id", "36-kh-ubnd-2024"],
    ["plan", "diff", PLAN, "khong-co"],
    ["generate", "Nam Đàn", "--la"],
]


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, Any]:
    capsys.readouterr()
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("schema", "arguments", "code"), RESULTS, ids=lambda value: str(value)[:50])
def test_a_result_is_what_its_schema_says(
    schema: str, arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    found, value = printed(arguments, capsys)
    assert list(faults(value, SCHEMAS[schema])) == []
    assert found == code
    assert value, "nothing to hold against the schema"


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("arguments", ERRORS, ids=" ".join)
def test_an_error_is_one_object(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, value = printed(arguments, capsys)
    assert code == 2
    assert list(faults(value, SCHEMAS["error"])) == []
    assert value["error"]["message"]


def test_every_command_that_prints_json_has_a_schema_and_is_tried() -> None:
    tried = {tuple(arguments[: 2 if arguments[0] == "plan" else 1]) for _s, arguments, _c in RESULTS}
    assert set(with_json(kh_docs, ())) - {("units",)} == tried - {("units",)}
    assert {schema for schema, _arguments, _code in RESULTS} | {"error"} == set(SCHEMAS)


def with_json(group: click.Group, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, listed in group.commands.items():
        command = listed.whole() if isinstance(listed, Listed) else listed
        if isinstance(command, click.Group):
            yield from with_json(command, (*above, name))
        elif any("--json" in parameter.opts for parameter in command.params):
            yield (*above, name)


def test_a_schema_finds_what_is_wrong() -> None:
    schema = SCHEMAS["error"]
    assert list(faults({"error": {"message": 1, "where": "", "mend": ""}}, schema)) != []
    assert list(faults({"error": {"message": "", "where": ""}}, schema)) == ["$.error: no mend"]
    assert list(faults({"error": {}, "more": 1}, schema))[-1] == "$: more is not in the schema"
