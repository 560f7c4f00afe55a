"""Measure kh-docs beside others: python bench/run.py [--quick] [--large]; README.md has what it printed."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from contenders import contexts, plain_document, texts
from shell import HERE, Row, kh_docs, median, python, run_json, table, timed

from reading import print_readers

GROWTH = (21, 130, 250, 2500, 3321)
CONTENDERS = (
    "docxtpl-naive",
    "docxtpl-reused",
    "docxtpl-fair",
    "docx-mailmerge2",
    "docxtemplater",
    "carbone",
    "floor",
)
NODE = ("docxtemplater", "carbone")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round, fewer documents")
    parser.add_argument("--large", action="store_true", help="up to 3,321 units, 13,284 documents")
    options = parser.parse_args()
    rounds = 1 if options.quick else 3
    with tempfile.TemporaryDirectory(prefix="kh-docs-bench-") as scratch:
        folder = Path(scratch)
        os.environ["KH_DOCS_CACHE"] = str(folder / "cache")
        # What pip installs is compiled; a checkout is at its second start, unless Python is told not to.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        print(machine())
        print_starts(rounds)
        count = 12 if options.quick else 40
        print_contenders(folder, count, rounds)
        print_command(folder, count, rounds)
        sizes = GROWTH if options.large else GROWTH[:2] if options.quick else GROWTH[:3]
        print_growth(folder, count, sizes)
        print_updates(folder, (21,) if options.quick else (21, 250))
        print_readers(folder, (1, 84) if options.quick else (1, 84, 1000))
        print_returns(folder, (21,) if options.quick else (21, 130, 3321) if options.large else (21, 130))


def machine() -> str:
    model = platform.processor()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), model)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}{load}\n"


def print_starts(rounds: int) -> None:
    """What a command costs before it does anything, beside the imports it is compared with."""
    with tempfile.TemporaryDirectory() as out:
        kh = {
            "kh-docs --help": python("-m", "kh_docs", "--help"),
            "kh-docs districts": kh_docs("districts"),
            "kh-docs coverage": kh_docs("coverage"),
        }
        for command in kh.values():
            timed(command)
        one = kh_docs("generate", "--district", "vinh", "--kind", "ke-hoach", "--out", out)
        timed(one)
        rows = [(name, median(command, 2 * rounds + 1)) for name, command in kh.items()]
        first = []
        for _round in range(2 * rounds + 1):
            shutil.rmtree(Path(out, "104-kh-ubnd-2024"))
            first.append(timed(one))
    rows.append(("generate, one document", statistics.median(first)))
    click = median(python("-c", "import click"), 2 * rounds + 1)
    docxtpl = median(python("-c", "import docxtpl"), 2 * rounds + 1)
    rows += [("python -c 'import click'", click), ("python -c 'import docxtpl'", docxtpl)]
    table(
        ("start-up", "ms", "x import click", "x import docxtpl"),
        [(name, f"{s * 1000:.0f}", f"{s / click:.1f}", f"{s / docxtpl:.1f}") for name, s in rows],
    )


def print_contenders(folder: Path, count: int, rounds: int) -> None:
    """The engines alone."""
    prepare(folder)
    results = {name: best for name in CONTENDERS if (best := contender(name, folder, count, rounds))}
    speeds = {name: row["documents"] / row["seconds"] for name, row in results.items()}
    table(
        (
            *("engine alone, contexts ready", "documents/s", "x docxtpl", "KB a document"),
            *("KB of document.xml", "peak MB"),
        ),
        [
            (
                name,
                f"{speeds[name]:.1f}",
                f"{speeds[name] / speeds['docxtpl-naive']:.1f}",
                f"{row['bytes'] / 1000:.0f}",
                f"{row['xml_bytes'] / 1000:.0f}" if "xml_bytes" in row else "",
                f"{row['peak_mb']:.0f}",
            )
            for name, row in results.items()
        ],
    )


class Loops(NamedTuple):
    """Documents a second of docxtpl's plain loop: on our layouts, and on a template of a user."""

    ours: float
    fair: float


def docxtpl_loops(folder: Path, count: int) -> Loops:
    """Measured beside what is compared with them: a machine may be half as quick again ten minutes later."""
    speeds = []
    for name in ("docxtpl-naive", "docxtpl-fair"):
        row = contender(name, folder, count, 1)
        assert row is not None
        speeds.append(row["documents"] / row["seconds"])
    return Loops(*speeds)


def prepare(folder: Path) -> None:
    """Templates and values for the engines that know nothing of ours: as many texts, in table rows."""
    values = [list(texts(context)) for _template, context in contexts()]
    (folder / "values.json").write_text(json.dumps(values), encoding="utf-8")
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    rows = {
        "docxtemplater": row.format("{#rows}{text}{/rows}"),
        "carbone": row.format("{d.rows[i].text}") + row.format("{d.rows[i+1].text}"),
    }
    for name, content in rows.items():
        plain_document(folder / f"{name}.docx", f"<w:tbl>{content}</w:tbl><w:p/>")


def contender(name: str, folder: Path, count: int, rounds: int) -> Row | None:
    """The median round of one contender, None when it is not installed here."""
    if name in NODE:
        if shutil.which("node") is None or not (HERE / "node" / "node_modules" / name).exists():
            print(f"{name}: not run (npm ci --prefix bench/node)\n")
            return None
        command = ["node", str(HERE / "node" / "contender.cjs"), name, str(count), str(folder)]
    elif name == "docx-mailmerge2" and find_spec("mailmerge") is None:
        print(f"{name}: not run (pip install -r bench/requirements.txt)\n")
        return None
    else:
        command = python(str(HERE / "contenders.py"), name, str(count), str(folder))
    return middle([run_json(command) for _round in range(rounds)])


def middle(rows: list[Row]) -> Row:
    return sorted(rows, key=lambda row: row["seconds"])[len(rows) // 2]


def print_command(folder: Path, count: int, rounds: int) -> None:
    """`generate --all` as a clerk runs it, from the start of Python to its end."""
    out = folder / "out"
    command = kh_docs("generate", "--all", "--out", str(out))
    rows: list[tuple[str, float]] = []
    for name, more in (("one core", ["--jobs", "1"]), ("all cores", [])):
        taken = []
        for _round in range(rounds):
            shutil.rmtree(out, ignore_errors=True)
            taken.append(timed([*command, *more]))
        rows.append((name, statistics.median(taken)))
    first, loops = rows[-1][1], docxtpl_loops(folder, count)
    rows.append(("again, nothing changed", median(command, rounds)))
    rows.append(("check of the 84 documents", median(kh_docs("check", str(out)), rounds)))
    shutil.rmtree(out)
    shutil.rmtree(folder / "cache")
    rows.insert(2, ("all cores, first run on this machine (empty cache)", timed(command)))
    table(
        ("generate --all, 84 documents", "s", "documents/s", "x fair", "x docxtpl", "of the first run"),
        [
            (
                name,
                f"{s:.2f}",
                f"{84 / s:.0f}",
                f"{84 / s / loops.fair:.1f}",
                f"{84 / s / loops.ours:.1f}",
                f"{s / first:.0%}",
            )
            for name, s in rows
        ],
    )


def print_growth(folder: Path, count: int, sizes: tuple[int, ...]) -> None:
    """From 21 units to all communes of the country: speed, and memory that must not grow."""
    rows: list[tuple[str, ...]] = []
    after = docxtpl_loops(folder, count)
    for units in sizes:
        for jobs in (1, 2):
            out = folder / "growth"
            row = run_json(python(str(HERE / "scale.py"), str(units), str(jobs), str(out)))
            shutil.rmtree(out)
            # On both sides, because the machine may change its pace within the minutes that a row takes.
            before, after = after, docxtpl_loops(folder, count)
            loops = Loops(*((one + other) / 2 for one, other in zip(before, after, strict=True)))
            if row["written"] != row["documents"]:
                print(f"{units} units: {row['written']} of {row['documents']} written: {row['reasons']}\n")
            speed = row["documents"] / (row["seconds"] + row["start_seconds"])
            rows.append(
                (
                    f"{row['documents']:,}",
                    str(jobs),
                    f"{row['seconds'] + row['start_seconds']:.1f}",
                    f"{speed:.0f}",
                    f"{speed / loops.fair:.1f}",
                    f"{loops.fair:.1f}",
                    f"{speed / loops.ours:.1f}",
                    f"{row['bytes'] / 1000:.0f}",
                    f"{row['peak_mb']:.0f}",
                    f"{row['worker_peak_mb']:.0f}" if jobs > 1 else "",
                )
            )
    heads = (
        "documents",
        "workers",
        "s",
        "documents/s",
        "x fair",
        "fair then",
        "x docxtpl",
        "KB a document",
        "peak MB",
        "a worker's",
    )
    table(heads, rows)


def print_updates(folder: Path, sizes: tuple[int, ...]) -> None:
    """`kh-docs update`: a number and a day into documents that somebody has edited, all of them."""
    rows: list[tuple[str, ...]] = []
    for units in sizes:
        out = folder / "updates"
        row = run_json(python(str(HERE / "updating.py"), str(units), str(out)))
        shutil.rmtree(out)
        each = row["documents"]
        shown = (row["seconds"] / each, row["processor_seconds"] / each)
        rows.append(
            (f"{each:,}", f"{row['merged']:,}", *(f"{s:.3f}" for s in shown), f"{row['peak_mb']:.0f}")
        )
    table(("edited documents", "merged", "s each", "of it at work", "peak MB"), rows)


def print_returns(folder: Path, sizes: tuple[int, ...]) -> None:
    """`kh-docs collect`: filled forms read, judged, added up, with all that is made of them."""
    rows: list[tuple[str, ...]] = []
    for units in sizes:
        out = folder / "returns"
        row = run_json(python(str(HERE / "collecting.py"), str(units), str(out)))
        shutil.rmtree(out)
        shown = (row["seconds"], row["seconds_reading"], row["processor_seconds"])
        peaks = f"{row['peak_mb']:.0f}", f"{row['worker_peak_mb']:.0f}"
        rows.append((f"{row['returns']:,}", *(f"{s:.1f}" for s in shown), f"{row['outputs']:,}", *peaks))
    table(("returns", "s", "of it reading", "s at work", "outputs", "peak MB", "a worker's"), rows)


if __name__ == "__main__":
    main()
