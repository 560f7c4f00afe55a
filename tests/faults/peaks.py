"""The worst input known of each kind, what it costs: python tests/faults/run.py --peaks.

Processor time and peak memory of a process of its own; both say little of what else the machine does.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

PLAN = "104-kh-ubnd-2024"
UNIT, WORDING = "data/districts/nam-dan.yaml", f"templates/wording/{PLAN}/ke-hoach.j2"
LAYOUT, REPORT = "templates/layout/ke-hoach.docx", "bao-cao-6-thang"
GENERATE = ("generate", "Nam Đàn", "--kind", "ke-hoach")
LOOP = "{% for a in range(99999) %}" * 4 + "{% endfor %}" * 4
Spoil = Callable[[Path], object]


class Worst(NamedTuple):
    """An input and the command that meets it."""

    kind: str
    what: str
    spoil: Spoil
    command: tuple[str, ...]


class Cost(NamedTuple):
    code: int
    cpu_seconds: float
    peak_mb: float


def text(name: str, content: str) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    return spoil


def behind(name: str, mark: str, words: str) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(mark, mark + words, 1), encoding="utf-8")

    return spoil


def document(name: str, body: str) -> Spoil:
    """The layout itself, or a plan of ours under another name, with more in it."""

    def spoil(folder: Path) -> None:
        source = folder / LAYOUT
        if name != LAYOUT:
            run(folder, GENERATE)
            source = next(folder.glob("out/*/*/ke-hoach-*.docx"))
        with zipfile.ZipFile(source) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        words = parts["word/document.xml"].decode()
        # Of a document of ours before the first paragraph of its text, where most rules look.
        at = words.rindex("<w:sectPr") if name == LAYOUT else _first_of_the_text(words)
        parts["word/document.xml"] = (words[:at] + body + words[at:]).encode()
        (folder / name).parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, content in parts.items():
                archive.writestr(each, content)

    return spoil


def _first_of_the_text(words: str) -> int:
    styled = words.index('<w:pStyle w:val="NoiDung"')
    return max(words.rfind("<w:p>", 0, styled), words.rfind("<w:p ", 0, styled))


def packed(name: str, entries: int, content: bytes) -> Spoil:
    def spoil(folder: Path) -> None:
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(entries):
                archive.writestr(f"a{number}.docx", content)

    return spoil


def workbook(part: str, before: bytes, words: bytes) -> Spoil:
    """Our own workbook with something in one of its parts."""

    def spoil(folder: Path) -> None:
        run(folder, ("data", "export", "bang.xlsx", "--unit", "Nam Đàn"))
        with zipfile.ZipFile(folder / "bang.xlsx") as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        assert before in parts[part]
        parts[part] = parts[part].replace(before, words + before, 1)
        with zipfile.ZipFile(folder / "bang.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            for each, content in parts.items():
                archive.writestr(each, content)

    return spoil


def device(name: str) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to("/dev/zero")

    return spoil


CITED = (
    "<w:p><w:r><w:t>" + "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020; " * 8_000 + "</w:t></w:r></w:p>"
)
IMPORT = ("data", "import", "bang.xlsx")
WORST = (
    Worst("tài liệu", "8.000 viện dẫn trong một đoạn", document("a.docx", CITED), ("check", "a.docx")),
    Worst(
        "tài liệu",
        "một chữ dài 12 MB",
        document("a.docx", f"<w:p><w:r><w:t>{'a' * 12_000_000}</w:t></w:r></w:p>"),
        ("check", "a.docx"),
    ),
    Worst("tài liệu", "300.000 đoạn trống", document("a.docx", "<w:p/>" * 300_000), ("check", "a.docx")),
    Worst(
        "tài liệu",
        "200 bảng lồng nhau",
        document("a.docx", "<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200),
        ("check", "a.docx"),
    ),
    Worst(
        "kế hoạch",
        "văn bản 20 MB",
        text("a.txt", "KẾ HOẠCH\n" + "1. Mỗi huyện 01 mô hình trước ngày 25/02/2024;\n" * 300_000),
        ("plan", "import", "a.txt", "--id", "1-kh-2024"),
    ),
    Worst(
        "kế hoạch",
        "trang web, 200.000 thẻ lồng nhau",
        text("a.html", "<p>KẾ HOẠCH</p>" + "<div>" * 200_000),
        ("plan", "import", "a.html", "--id", "1-kh-2024"),
    ),
    Worst(
        "gửi về",
        "zip 40 mục, mỗi mục 20 MB",
        packed("a.zip", 40, bytes(20_000_000)),
        ("collect", "a.zip", "--kind", REPORT, "--dry-run"),
    ),
    Worst(
        "gửi về",
        "một bảng 60.000 hàng",
        document("ve/a.docx", "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 60_000 + "</w:tbl>"),
        ("collect", "ve", "--kind", REPORT, "--dry-run"),
    ),
    Worst(
        "Excel",
        "gộp cả trang",
        workbook(
            "xl/worksheets/sheet2.xml",
            b"</worksheet>",
            b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
        IMPORT,
    ),
    Worst(
        "Excel", "một triệu kiểu ô", workbook("xl/styles.xml", b"</cellXfs>", b"<xf/>" * 1_000_000), IMPORT
    ),
    Worst("dữ liệu", "60 MB YAML", text(UNIT, "signer:\n  name: " + "a" * 60_000_000), GENERATE),
    Worst("dữ liệu", "5.000 tầng lồng nhau", text(UNIT, "a: " + "[" * 5_000), GENERATE),
    Worst("dữ liệu", "thiết bị thay cho tệp", device(UNIT), GENERATE),
    Worst("lời văn", "vòng lặp không dừng", behind(WORDING, "=== body\n", LOOP + "\n"), GENERATE),
    Worst(
        "lời văn",
        "chữ dài mãi",
        behind(
            WORDING,
            "=== body\n",
            "{% for a in range(99999) %}" * 4 + "{{ 'a' }}" * 900 + "{% endfor %}" * 4 + "\n",
        ),
        GENERATE,
    ),
    Worst(
        "mẫu",
        "20.000 dấu mở thẻ",
        document(LAYOUT, "<w:p><w:r><w:t>" + "{{ " * 20_000 + "</w:t></w:r></w:p>"),
        GENERATE,
    ),
    Worst(
        "mẫu", "vòng lặp không dừng", document(LAYOUT, f"<w:p><w:r><w:t>{LOOP}</w:t></w:r></w:p>"), GENERATE
    ),
)


def run(folder: Path, command: Sequence[str]) -> Cost:
    """kh-docs in a process of its own; what it and its children cost."""
    program = [sys.executable, "-m", "kh_docs", *command]
    environment = os.environ | {"KH_DOCS_CACHE": str(folder / "cache")}
    process = subprocess.Popen(
        program,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    # The system's own peak begins with what this process held when it started the other.
    while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
        peak = max(peak, _highest_kb(process.pid))
        time.sleep(0.01)
    process.returncode = os.waitstatus_to_exitcode(ended[1])
    return Cost(process.returncode, ended[2].ru_utime + ended[2].ru_stime, peak / 1024)


def _highest_kb(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def lines() -> Iterator[str]:
    """A line for each worst input, the dearest of all last."""
    yield f"{'loại':10} {'đầu vào':34} {'lệnh':9} {'mã':>3} {'giây CPU':>9} {'MB':>6}"
    with tempfile.TemporaryDirectory(prefix="kh-docs-peaks-") as temporary:
        shipped = Path(temporary, "ws")
        run(Path(temporary), ("init", "ws"))
        found = []
        for worst in WORST:
            folder = Path(temporary, f"w{time.monotonic_ns()}")
            shutil.copytree(shipped, folder)
            worst.spoil(folder)
            cost = run(folder, worst.command)
            shutil.rmtree(folder)
            found.append(cost)
            name = " ".join(worst.command[: 2 if worst.command[0] in ("plan", "data") else 1])
            yield (
                f"{worst.kind:10} {worst.what:34} {name:11} {cost.code:>1} "
                f"{cost.cpu_seconds:9.1f} {cost.peak_mb:6.0f}"
            )
    seconds, peak = (max(column) for column in zip(*(each[1:] for each in found), strict=True))
    yield f"nhiều nhất: {seconds:.1f} giây CPU, {peak:.0f} MB"
