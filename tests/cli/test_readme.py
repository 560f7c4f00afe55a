"""README tells of every command, and of none, and of no option, that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kh_docs.cli.listed import Listed
from kh_docs.cli.main import kh_docs

README = Path(__file__).parents[2] / "README.md"
SHOWN = sorted(set(re.findall(r"kh-docs ((?:[a-z]|--)[^`\n#…]*)", README.read_text(encoding="utf-8"))))


def all_commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(click.Context(group)):
        command = group.commands[name]
        command = command.whole() if isinstance(command, Listed) else command
        if isinstance(command, click.Group):
            yield from all_commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


COMMANDS = dict(all_commands(kh_docs))


def test_each_command_is_told_of() -> None:
    assert [name for name in COMMANDS if not any(f"{shown} ".startswith(f"{name} ") for shown in SHOWN)] == []


@pytest.mark.parametrize("shown", [line for line in SHOWN if not line.startswith("--")])
def test_what_is_shown_is_there(shown: str) -> None:
    found = [command for name, command in COMMANDS.items() if f"{shown} ".startswith(f"{name} ")]
    assert found, shown
    options = {name for parameter in found[0].params for name in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", shown)) <= options


def test_the_lines_are_seen_at_all() -> None:
    assert 'generate "Nam Đàn"' in SHOWN
    assert len(SHOWN) > 30
