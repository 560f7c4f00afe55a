"""What a shell is told when a person asks it to finish a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kh_docs.cli.main import kh_docs, main

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("kh-docs dead", ["deadlines"]),
        ("kh-docs generate --district nam", ["nam-dan"]),
        ("kh-docs generate --unit Nghĩ", ["nghi-loc", "nghia-dan"]),
        ("kh-docs generate qu", ["que-phong", "quy-chau", "quy-hop", "quynh-luu"]),
        ("kh-docs deadlines vi", ["vinh"]),
        ("kh-docs generate --kind bao", ["bao-cao-6-thang", "bao-cao-nam"]),
        ("kh-docs generate --plan 104", ["104-kh-ubnd-2024"]),
        ("kh-docs generate --plan 999", []),
        ("kh-docs check --explain nd30-sign-na", ["ND30-SIGN-NAME"]),
        # No such plan, so no units of it, and no error on the line that is being typed.
        ("kh-docs generate --plan 999 --district nam", []),
    ],
)
def test_names_are_offered(words: str, offered: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    typed = words.split(" ")
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(len(typed) - 1), "_KH_DOCS_COMPLETE": "bash_complete"}
    result = CliRunner().invoke(kh_docs, [], env=asked, prog_name="kh-docs")
    told = (line.partition(",")[2] for line in result.output.splitlines())
    assert sorted(filter(None, told)) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_each_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    out, err = capsys.readouterr()
    assert "_KH_DOCS_COMPLETE" in out
    assert shell in err
