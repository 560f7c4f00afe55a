"""B48-B54: names of units that cannot name a file, or lead out of the out folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from ..bench import PLAN, Bench
from ..rows import case

TABLE = Path("data", "units", "districts_2024.csv")
# A district more, without communes: no fault of its own is reached before that of its name.
ROW = '999,Huyện Thử,huyện,"{}",,no,no,no,0,0,0,0,\n'


@case("B48")
def unknown_name_in_the_wording(bench: Bench) -> list[int]:
    """It stops the run before anything is written, also when only the last unit comes by it."""
    path = bench.wording / "ke-hoach.j2"
    right = path.read_bytes()
    codes, lines = list[int](), right.count(b"\n")
    for condition, jobs in (("true", "1"), ('unit.id == "vinh"', "1"), ('unit.id == "vinh"', "2")):
        path.write_bytes(
            right + f"\n=== body\n{{% if {condition} %}}{{{{ unit.tenhuyn }}}}{{% endif %}}\n".encode()
        )
        out = bench.folder / f"out-{len(codes)}"
        ran = bench.generate("cua-lo", "nam-dan", "vinh", options=["--jobs", jobs, "--out", out])
        ran.said("ke-hoach.j2", f":{lines + 3}: ", "mẫu cần “tenhuyn” nhưng dữ liệu không có")
        assert bench.files(out) == {}
        codes.append(ran.code)
    return codes


def _named(slugs: Sequence[str], said: str) -> Callable[[Bench], list[int]]:
    """A unit of the table gets each of these names in turn; it comes last, when others could be written."""

    def run(bench: Bench) -> list[int]:
        table = bench.workspace / TABLE
        right = table.read_bytes()
        codes = []
        for slug in slugs:
            table.write_bytes(right + ROW.format(slug).encode())
            ran = bench.run("generate", "--all", "--kind", "ke-hoach", "--jobs", "1")
            ran.said(said)
            bench.nothing_written()
            assert {path.name for path in bench.folder.iterdir()} <= {"ws", "stdout.log", "stderr.log"}
            codes.append(ran.code)
        table.write_bytes(right)
        return codes

    return run


@case("B49")
def one_name_twice(bench: Bench) -> list[int]:
    codes = _named(["nam-dan", "Nam-Dan", "NAM-DAN"], "trùng")(bench)
    table = bench.workspace / TABLE
    right = table.read_text(encoding="utf-8")
    pair = [ROW.format(unicodedata.normalize(form, "hóa")) for form in ("NFC", "NFD")]
    table.write_text(right + pair[0] + pair[1].replace("Thử", "Khác"), encoding="utf-8", newline="")
    ran = bench.run("generate", "--all", "--kind", "ke-hoach", "--jobs", "1")
    ran.said("trùng")
    bench.nothing_written()
    return [*codes, ran.code]


case("B50")(_named(["../x", "a/b", "a\\b", "C:x", "/x", ".."], "không dùng được"))
case("B51")(_named(["CON", "nul.docx", "COM¹"], "không dùng được"))
case("B52")(_named(["x.", "~$x", ".x"], "không dùng được"))


@case("B53")
def too_long(bench: Bench) -> list[int]:
    codes = _named(["x" * 201], "byte, quá 200")(bench)
    deep = bench.folder / "/".join(["thư mục rất sâu"] * 14)
    ran = bench.generate("cua-lo", options=["--out", deep])
    ran.said("đường dẫn quá dài cho Windows (", "/260)")
    assert not (bench.folder / "thư mục rất sâu").exists()
    return [*codes, ran.code]


@case("B54")
def links(bench: Bench) -> list[int]:
    elsewhere = bench.folder / "elsewhere"
    elsewhere.mkdir()
    codes = []
    for link in (bench.out / PLAN, bench.out / PLAN / "vinh", bench.path("vinh")):
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(elsewhere / "x.docx" if link.suffix else elsewhere)
        ran = bench.generate("cua-lo", "vinh")
        ran.said("là liên kết dẫn ra nơi khác", "out/")
        assert list(elsewhere.iterdir()) == []
        link.unlink()
        bench.nothing_written()
        codes.append(ran.code)
    return codes
