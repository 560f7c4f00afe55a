"""Plans typed in a test, imported and printed by the commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kh_docs.word.package import open_package
from kh_docs.word.plain import plain_text

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typed(run: Run, workspace: Path) -> Callable[[str], dict[str, Any]]:
    """What `plan import` finds in a text; “Nơi nhận” is put behind it."""

    def read(text: str) -> dict[str, Any]:
        path = workspace / "van-ban.txt"
        path.write_text(f"{text}\nNơi nhận:\n- Lưu: VT.\n", encoding="utf-8")
        code, out, err = run("plan", "import", str(path), "--id", "thu", "--json")
        assert code in (0, 1), err
        found: dict[str, Any] = json.loads(out)
        return found

    return read


@pytest.fixture
def words_of() -> Callable[[Path], str]:
    """All that a document prints."""

    def read(path: Path) -> str:
        package = open_package(path.read_bytes())
        root = package.root(package.main)
        assert root is not None
        return plain_text(root)

    return read
