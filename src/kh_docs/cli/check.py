"""`kh-docs check`: any Word file against the format of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.cli.check_words import SEVERITIES, unexpected
from kh_docs.cli.exit_codes import ExitCode, worst
from kh_docs.cli.options import FOLDER, json_option
from kh_docs.cli.progress import Bar
from kh_docs.cli.spoken import Argument, Command, option
from kh_docs.cli.streams import put_json, put_table, say
from kh_docs.errors import UsageError
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    from kh_docs.check import Report


@click.command(
    cls=Command,
    help=N_(
        "Kiểm tra thể thức văn bản Word (.docx) theo Nghị định 30/2020/NĐ-CP; "
        "ĐƯỜNG_DẪN là tệp, hoặc thư mục thì kiểm tra mọi tệp .docx trong đó."
    ),
)
@click.argument(
    "paths",
    cls=Argument,
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar=N_("ĐƯỜNG_DẪN..."),
)
@json_option
@option("--fix", is_flag=True, help=N_("Sửa những lỗi sửa chắc chắn được, ghi bản đã sửa vào --out."))
@option("--out", type=FOLDER, metavar=N_("THƯ_MỤC"), help=N_("Nơi ghi bản đã sửa; tệp gốc không bị đổi."))
@option(
    "--profile",
    type=click.Choice(("ubnd", "cand")),
    default="ubnd",
    help=N_("Thể thức của UBND (ubnd, mặc định) hay của Công an nhân dân (cand)."),
)
def check(paths: tuple[Path, ...], as_json: bool, fix: bool, out: Path | None, profile: str) -> ExitCode:
    if fix != (out is not None):
        raise click.UsageError(_("--fix và --out THƯ_MỤC phải đi cùng nhau"))
    files = list(_files(paths, out))
    return _check(files, profile, as_json) if out is None else _fix(files, out, profile, as_json)


def _check(files: list[tuple[Path, Path]], profile: str, as_json: bool) -> ExitCode:
    from kh_docs.check import check_file

    reports: list[tuple[Path, Report]] = []
    code = ExitCode.DONE
    with Bar(len(files), _("Kiểm tra"), put_table, least=2) as turns:
        for path, _name in files:
            try:
                report = check_file(path, profile)
                code = worst((code, ExitCode.DONE if report.ok else ExitCode.FOUND))
            except Exception as error:  # a fault of ours in one file must not cost the others
                report, code = _failed(path, error), ExitCode.OUR_FAULT
            reports.append((path, report))
            turns.done(() if as_json else _as_text(path, report))
    good = sum(report.ok and report.judged for _path, report in reports)
    foreign = sum(not report.judged for _path, report in reports)
    if as_json:
        put_json({"files": [_as_json(path, report) for path, report in reports]})
    else:
        say(
            _("Đã kiểm tra {count} tệp, {good} tệp không có lỗi phải sửa.").format(
                count=len(reports), good=good
            )
        )
        _tell_foreign(foreign)
    return code


def _tell_foreign(count: int) -> None:
    if count:
        say(_("{count} tệp không xét, lý do ghi ở từng tệp.").format(count=count))


def _failed(path: Path, error: Exception) -> Report:
    from kh_docs.check import Report

    return Report(path.name, refused_reason=unexpected(error))


def _fix(files: list[tuple[Path, Path]], out: Path, profile: str, as_json: bool) -> ExitCode:
    from kh_docs.cli import mending

    done = []
    with Bar(len(files), _("Sửa"), put_table, least=2) as turns:
        for path, name in files:
            mended = mending.mend(path, out / name, profile)
            done.append(mended)
            turns.done(() if as_json else mending.as_text(mended))
    if as_json:
        put_json({"files": [mending.as_json(mended) for mended in done]})
    else:
        foreign = sum(bool(mended.foreign) for mended in done)
        say(
            _("Đã ghi {written} bản đã sửa của {count} tệp; {good} tệp không còn lỗi phải sửa.").format(
                written=sum(mended.target is not None for mended in done),
                count=len(done),
                good=sum(mended.ok and not mended.foreign for mended in done),
            )
        )
        _tell_foreign(foreign)
    return worst(mended.code for mended in done)


def _files(paths: tuple[Path, ...], out: Path | None) -> Iterator[tuple[Path, Path]]:
    """The files named, and those in the folders named, each with its name below the folder."""
    # Mended copies of an earlier run, where they were written into the folder itself.
    mended = None if out is None else out.resolve()
    for path in paths:
        if path.is_dir():
            found = sorted(
                file
                for file in path.rglob("*")
                if _is_document(file) and (mended is None or mended not in file.resolve().parents)
            )
            if not found:
                raise UsageError(_("{folder}: không có tệp .docx nào").format(folder=path))
            yield from ((file, file.relative_to(path)) for file in found)
        elif path.exists():
            yield path, Path(path.name)
        else:
            raise UsageError(_("{file}: không có tệp hay thư mục này").format(file=path))


def _is_document(file: Path) -> bool:
    # Marks of open files (~$...) end in .docx, too.
    return file.suffix.lower() == ".docx" and not file.name.startswith(("~$", ".")) and file.is_file()


def _as_json(path: Path, report: Report) -> dict[str, object]:
    result = {
        "path": str(path),
        "ok": report.ok,
        "findings": [finding._asdict() for finding in report.findings],
        "judged": report.judged and not report.refused_reason,
        "notes": list(report.notes),
    }
    if report.refused_reason:  # a file that could not be judged breaks no rule, yet is not in order
        result["reason"] = report.refused_reason
    return result


def _as_text(path: Path, report: Report) -> Iterator[str]:
    if report.refused_reason:
        yield f"{path}: {report.refused_reason}"
        return
    counts: Counter[str] = Counter(finding.severity for finding in report.findings)
    listed = ", ".join(f"{_(words)} {counts[name]}" for name, words in SEVERITIES.items() if counts[name])
    right = _("đúng thể thức") if report.judged else _("không xét")
    yield f"{path}: {listed or right}"
    yield from (f"  {note}" for note in report.notes)
    for finding in report.findings:
        yield f"  [{_(SEVERITIES[finding.severity])}] {finding.rule} ({finding.clause}), {finding.where}:"
        yield f"      {finding.message}"
        if finding.found or finding.expected:
            yield "      " + _("đang là: {found}; cần: {expected}").format(
                found=finding.found, expected=finding.expected
            )
