"""Lines of a ledger that say nothing of use are left out and told of; the run goes on (E14, E17)."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from kh_docs.errors import EnvironmentFault

if TYPE_CHECKING:
    from .conftest import Desk

GOOD = {"sha256": "0" * 64, "fingerprint": "f", "unit": "vinh", "kind": "ke-hoach"}
LINES = [
    {"path": "vinh/a\0b.docx", "old": None, "record": GOOD},
    {"path": "vinh/\ud800.docx", "old": None, "record": GOOD},
    {"path": "../../etc/passwd", "old": None, "record": GOOD},
    {"path": 5, "old": None, "record": GOOD},
    {"path": "vinh/a.docx", "old": {}, "record": GOOD},
    {"path": "vinh/a.docx", "old": None, "record": GOOD | {"blanks": "many"}},
    {"path": "vinh/a.docx", "old": None, "record": []},
]
BAD_LINES = [
    *map(json.dumps, LINES),
    "[" * 100_000,
    "\x00\x00",
    "5",
]


@pytest.mark.parametrize("line", BAD_LINES, ids=range(len(BAD_LINES)))
def test_a_bad_line_of_the_journal_costs_nothing_else(desk: Desk, line: str) -> None:
    desk.run(vinh=b"one")
    (desk.folder / ".kh-docs-journal").write_text(line + "\n", encoding="utf-8")
    assert desk.statuses(vinh=b"two") == ["written"]
    assert not (desk.folder / ".kh-docs-journal").exists()
    assert desk.statuses(vinh=b"two") == ["unchanged"]


BAD_ENTRIES = [GOOD | {"sha256": 5}, GOOD | {"more": "x"}, {"sha256": "0"}, [], None, "x"]


@pytest.mark.parametrize("entry", BAD_ENTRIES)
def test_a_bad_line_of_the_manifest_is_told_of(desk: Desk, entry: object) -> None:
    desk.run(vinh=b"one", anh=b"one")
    manifest = desk.folder / ".kh-docs-manifest.json"
    data = json.loads(manifest.read_bytes())
    data["files"]["anh/ke-hoach-anh-2024.docx"] = entry
    manifest.write_text(json.dumps(data))
    results = desk.run(vinh=b"two", anh=b"two")
    assert [result.status for result in results] == ["written", "kept"]
    assert any("1 dòng của sổ theo dõi bị hỏng" in note for note in desk.notes)


@pytest.mark.parametrize("name", [".kh-docs-manifest.json", ".kh-docs-journal"])
@pytest.mark.parametrize("what", ["fifo", "device", "folder"])
def test_what_is_no_file_does_not_hang_the_run(desk: Desk, name: str, what: str) -> None:
    desk.run(vinh=b"one")
    path = desk.folder / name
    path.unlink(missing_ok=True)
    if what == "fifo":
        os.mkfifo(path)
    elif what == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    with pytest.raises(EnvironmentFault, match=r"không phải tệp|thư mục"):
        desk.run(vinh=b"two")
