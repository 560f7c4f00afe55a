"""Coverage is worked out once for the same data, wording and program, and anew for any other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kh_docs import cache
from kh_docs.errors import KhDocsError
from kh_docs.i18n import set_language
from kh_docs.pipeline import covering
from kh_docs.reading.workspace import Workspace, find_workspace

PLAN = "vi-du-kh-ubnd-2026"


@pytest.fixture
def empty_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path_factory.mktemp("cache")))
    cache._folder.cache_clear()
    yield
    cache._folder.cache_clear()


@pytest.fixture
def worked_out(empty_cache: None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often it was worked out; what that gives says which time it was."""
    times: list[str] = []

    def work_out(_workspace: Workspace, plan: str) -> dict[str, Any]:
        times.append(plan)
        return {"cells": [], "time": len(times)}

    monkeypatch.setattr(covering, "_worked_out", work_out)
    return times


def covered(workspace: Path) -> Any:
    return covering.covered(find_workspace(workspace), PLAN)["time"]


@pytest.mark.parametrize(
    "changed",
    [
        f"data/plans/{PLAN}/clauses.yaml",
        "data/roles.yaml",
        "data/units/types.yaml",
        "templates/wording/_chung/ke-hoach.j2",
        f"templates/wording/{PLAN}/ke-hoach.j2",
        f"data/communes/{PLAN}/kim-lien.yaml",
    ],
)
def test_a_byte_of_data_or_wording_makes_it_anew(
    changed: str, workspace: Path, worked_out: list[str]
) -> None:
    assert (covered(workspace), covered(workspace)) == (1, 1)
    path = workspace / changed
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + "\n", encoding="utf-8")
    assert (covered(workspace), covered(workspace)) == (2, 2)
    # As it was before, it is what it was before.
    text = path.read_text(encoding="utf-8")[:-1]
    path.write_text(text, encoding="utf-8") if text else path.unlink()
    assert covered(workspace) == 1


def test_another_plan_another_language_another_program_make_it_anew(
    workspace: Path, worked_out: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert covered(workspace) == 1
    covering.covered(find_workspace(workspace), None)
    assert worked_out == [PLAN, "104-kh-ubnd-2024"]
    set_language("en")
    assert covered(workspace) == 3
    set_language("vi")
    assert covered(workspace) == 1
    monkeypatch.setattr(cache, "room_digest", lambda room: f"another {room}")
    assert covered(workspace) == 4


def test_what_cannot_be_told_is_not_kept(workspace: Path, worked_out: list[str]) -> None:
    """A unit's file that waits aside since a run was killed: reading tells of it each time."""
    folder = workspace / "data" / "communes" / PLAN
    folder.mkdir(parents=True)
    (folder / ".kh-docs-aside-kim-lien.yaml.tmp").write_text("", encoding="utf-8")
    assert (covered(workspace), covered(workspace)) == (1, 2)


def test_a_plan_that_is_not_there_is_told_of_first(workspace: Path, worked_out: list[str]) -> None:
    with pytest.raises(KhDocsError, match="không có kế hoạch"):
        covering.covered(find_workspace(workspace), "1-kh-ubnd-1999")
    assert worked_out == []


@pytest.mark.usefixtures("empty_cache")
def test_from_the_cache_it_is_the_same(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_workspace(workspace)
    first = covering.covered(found, "104-kh-ubnd-2024")
    assert len(first["cells"]) == 21 * len(first["clauses"])
    monkeypatch.setattr(covering, "_worked_out", None)
    assert covering.covered(found, "104-kh-ubnd-2024") == first
