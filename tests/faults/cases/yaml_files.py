"""B35-B47: YAML that is wrong as such, in a district's own file (exit 1) and in the plan's data (exit 2)."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from kh_docs.reading.yaml_text import read_yaml

from ..bench import WHOLE, Bench, words_of
from ..rows import case

UNIT = "nam-dan"


def wrong(bench: Bench, data: str | bytes, *said: str) -> int:
    """One district is refused for it; in a file of the plan it stops the run before anything is written."""
    content = data.encode() if isinstance(data, str) else data
    local = bench.district(UNIT, content)
    assert bench.refused(UNIT, *said, good=None) == 1
    local.unlink()
    gaps = bench.plan_data / "gaps.yaml"
    right = gaps.read_bytes()
    gaps.write_bytes(content)
    elsewhere = bench.folder / "elsewhere"
    ran = bench.generate("cua-lo", options=["--out", elsewhere])
    gaps.write_bytes(right)
    ran.said(f"data/plans/{gaps.parent.name}/gaps.yaml", *said)
    assert not elsewhere.exists()
    return ran.code


def _wrong(data: str | bytes, *said: str) -> Callable[[Bench], int]:
    return lambda bench: wrong(bench, data, *said)


def quickly(path: Path, seconds: float) -> None:
    started = time.process_time()
    read_yaml(path, path.name)
    assert time.process_time() - started < seconds


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{now}: &{now} [{','.join([f'*{before}'] * 9)}]\n"
    for before, now in zip("abcdefgh", "bcdefghi", strict=True)
)

case("B35")(
    _wrong(
        "signer: {name: A}\nparty_basis: x\nsigner: {name: B}\n",
        ":3: signer: trùng khóa “signer” (dòng 1 và 3)",
    )
)
case("B36")(_wrong("signer: {}\nparty_basis: {{ y }}\n", ":2: ", "quên dấu nháy?"))
case("B38")(_wrong("signer:\n\tname: A\n", ":2: name: ", "dấu cách, không dùng phím Tab"))
case("B41")(_wrong("x: &a [*a]\n", ":1: ", "không dùng neo"))
case("B42")(_wrong("x: " + "[" * 5_000 + "]" * 5_000, ":1: ", "lồng quá"))


@case("B37")
def wrong_syntax(bench: Bench) -> list[int]:
    """All that goes wrong often is told by line and column; tests/reading has the rest."""
    said = "sai cú pháp YAML ở cột"
    return [
        wrong(
            bench, "signer: {}\nparty_basis: Số 12: về\n", f":2: party_basis: {said} 19: ", "trong dấu nháy"
        ),
        wrong(bench, 'signer:\n  name: "An\nparty_basis: x\n', f":2: name: {said} 9: ", "mà không đóng"),
        wrong(bench, "signer:\n   name: An\n  position: x\n", f":3: position: {said} 3: ", "thụt dòng"),
        wrong(bench, "party_basis: [a, b\nsigner: {}\n", f":1: party_basis: {said} 14: ", "dấu ngoặc"),
    ][: 4 if WHOLE else 1]


@case("B40")
def alias_bomb(bench: Bench) -> int:
    quickly(bench.district(UNIT, BOMB), 0.1)
    return wrong(bench, BOMB, ":1: ", "không dùng neo")


@case("B43")
def python_tag(bench: Bench) -> int:
    witness = bench.folder / "ran"
    code = wrong(
        bench, f"x: !!python/object/apply:os.system ['touch {witness}']\n", ":1: ", "không dùng thẻ kiểu"
    )
    assert not witness.exists()
    return code


@case("B44")
def not_one_mapping(bench: Bench) -> list[int]:
    codes = [wrong(bench, data, "tệp trống") for data in ("", "\n\n", "# ghi chú\n", "---\n")]
    codes.append(wrong(bench, "signer: {}\n---\nsigner: {}\n", ":2: ", "hai tài liệu"))
    bench.district(UNIT, "- signer: {}\n")
    bench.refused(UNIT, ".yaml:1: sai kiểu")
    return codes


@case("B45")
def other_encodings(bench: Bench) -> list[int]:
    # cp1258 writes ạ as two letters; the vowels with one mark are bytes that UTF-8 does not know.
    codes = [wrong(bench, b"signer:\n  name: \xc2n \xd0\xe0n\n", ":2: ", "không phải UTF-8 (byte 16)")]
    codes.append(wrong(bench, "signer: {name: A}\n".encode("utf-16"), ":1: ", "không phải UTF-8 (byte 0)"))
    codes.append(wrong(bench, b"signer:\n  name: Vi\xd6t\n", ":2: ", "không phải UTF-8 (byte 18)"))
    return codes


@case("B39")
def cut_by_a_comment(bench: Bench) -> int:
    bench.district(UNIT, "model_area:\n  name: Tổ dân phố #3\n")
    ran = bench.generate(UNIT)
    ran.said(f"data/districts/{UNIT}.yaml:2: model_area.name: phần sau dấu #")
    return ran.code


@case("B46")
def byte_order_mark(bench: Bench) -> int:
    bench.district(UNIT, "signer:\n  name: Nguyễn Văn An\n".encode("utf-8-sig"))
    ran = bench.generate(UNIT)
    assert "Nguyễn Văn An" in words_of(bench.path(UNIT))
    return ran.code


@case("B47")
def mistyped_field(bench: Bench) -> int:
    bench.district(UNIT, "signr: {name: A}\n")
    bench.refused(UNIT, ".yaml:1: signr: không biết trường “signr”", "có phải “signer”")
    bench.swap(bench.plan_data / "gaps.yaml", "  clause: ", "  cluase: ")
    ran = bench.generate("cua-lo", options=["--out", bench.folder / "elsewhere"])
    ran.said("gaps.yaml", "không biết trường “cluase”", "“clause”")
    assert not (bench.folder / "elsewhere").exists()
    return ran.code
