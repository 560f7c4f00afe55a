"""`pack`: a unit's folder as one archive with a covering list; what somebody put in its place stays."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
ARCHIVE = Path("out/104-kh-ubnd-2024/_goi/vinh-2024.zip")


def test_the_archive_holds_the_folder_and_its_list(run: Run, workspace: Path) -> None:
    assert run("generate", "vinh", "--kind", "ke-hoach")[0] == 0
    (workspace / "out/104-kh-ubnd-2024/vinh/phu-luc-rieng.docx").write_bytes(b"hers")
    (workspace / "out/104-kh-ubnd-2024/vinh/~$phu-luc-rieng.docx").write_bytes(b"Word's mark")
    assert run("pack") == (0, f"{ARCHIVE}\n", "")
    with zipfile.ZipFile(ARCHIVE) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "vinh/can-bo-sung-vinh-2024.txt",
            "vinh/danh-muc.txt",
            "vinh/ke-hoach-vinh-2024.docx",
            "vinh/phu-luc-rieng.docx",
        ]
        made = workspace / "out/104-kh-ubnd-2024/vinh/ke-hoach-vinh-2024.docx"
        assert archive.read("vinh/ke-hoach-vinh-2024.docx") == made.read_bytes()
        listed = archive.read("vinh/danh-muc.txt").decode("utf-8-sig").split("\r\n")
    assert listed[:3] == ["DANH MỤC VĂN BẢN", "thành phố Vinh", "Thực hiện Kế hoạch số 104/KH-UBND"]
    assert [line.split(" (")[0] for line in listed[4:7]] == [
        "01. Những chỗ cần bổ sung, cần kiểm tra trước khi trình ký: can-bo-sung-vinh-2024.txt",
        "02. Kế hoạch thực hiện: ke-hoach-vinh-2024.docx",
        "03. phu-luc-rieng.docx",
    ]


def test_the_same_files_give_the_same_archive_and_an_edited_one_is_kept(run: Run) -> None:
    run("generate", "vinh", "--kind", "ke-hoach")
    run("pack", "vinh")
    before = ARCHIVE.read_bytes()
    assert run("pack", "vinh")[0] == 0
    assert ARCHIVE.read_bytes() == before
    ARCHIVE.write_bytes(b"hers")
    code, out, err = run("pack", "vinh")
    assert (code, out, ARCHIVE.read_bytes()) == (3, "", b"hers")
    assert err.startswith(f"giữ nguyên: {ARCHIVE}: ")


def test_nothing_to_pack_is_wrong_use(run: Run) -> None:
    code, out, err = run("pack", "vinh")
    assert (code, out) == (2, "")
    assert "chạy kh-docs generate trước" in err
