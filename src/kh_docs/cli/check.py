"""`kh-docs check`: any Word file against the format of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.cli import completing
from kh_docs.cli.bar import Bar
from kh_docs.cli.exit_codes import ExitCode, worst
from kh_docs.cli.files_asked import files_below
from kh_docs.cli.options import FOLDER, json_option, plan_option, unit_option
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command, option
from kh_docs.cli.streams import put_json, put_table, say
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    from kh_docs.check.facts import PlanFacts
    from kh_docs.cli.judged import Asked
    from kh_docs.model.in_force import InForce


@click.command(cls=Command)
@click.argument("paths", cls=Argument, nargs=-1, type=click.Path(path_type=Path), metavar=N_("ĐƯỜNG_DẪN..."))
@json_option
@option("--fix", is_flag=True, help=N_("Sửa những lỗi sửa chắc chắn được, ghi bản đã sửa vào --out."))
@option(
    "--comment",
    is_flag=True,
    help=N_("Ghi vào --out bản sao có chú thích (comment) ngay tại chỗ sai; chữ và trình bày giữ nguyên."),
)
@option("--out", type=FOLDER, metavar=N_("THƯ_MỤC"), help=N_("Nơi ghi bản sao; tệp gốc không bị đổi."))
@option(
    "--profile",
    type=click.Choice(("ubnd", "cand")),
    default="ubnd",
    help=N_("Thể thức của UBND (ubnd, mặc định) hay của Công an nhân dân (cand)."),
)
@option(
    "--facts",
    is_flag=True,
    help=N_("Đối chiếu số liệu, thời hạn, văn bản, đơn vị, cơ quan với kế hoạch (--plan)."),
)
@plan_option
@unit_option(N_("Đối chiếu theo chỉ tiêu của đơn vị này; tên viết kiểu nào cũng được."), multiple=False)
@option("--rules", is_flag=True, help=N_("Liệt kê các quy tắc được xét."))
@option(
    "--explain",
    metavar=N_("QUY_TẮC"),
    shell_complete=completing.rules,
    help=N_("Giải thích một quy tắc, có ví dụ sai và đúng."),
)
@click.pass_obj
def check(
    settings: Settings,
    paths: tuple[Path, ...],
    as_json: bool,
    fix: bool,
    comment: bool,
    out: Path | None,
    profile: str,
    facts: bool,
    plan_id: str | None,
    name: str | None,
    rules: bool,
    explain: str | None,
) -> ExitCode:
    if rules or explain:
        from kh_docs.cli import rule_help

        return rule_help.show(explain, as_json)
    if not paths:
        raise click.UsageError(_("thiếu ĐƯỜNG_DẪN: tệp .docx hoặc thư mục cần kiểm tra"))
    if (fix or comment) != (out is not None):
        raise click.UsageError(_("--fix hoặc --comment phải đi cùng --out THƯ_MỤC"))
    if fix and comment:
        raise click.UsageError(_("chỉ dùng một trong hai: --fix, --comment"))
    files = list(files_below(paths, out))
    from kh_docs.cli.judged import Asked
    from kh_docs.reading.in_force import load_in_force

    if (plan_id or name) and not facts:
        raise click.UsageError(_("--plan, --district chỉ dùng cùng --facts"))
    in_force = load_in_force(settings.find())
    asked = Asked(profile, in_force, _plan_asked(settings, plan_id, name, in_force) if facts else None)
    if fix and out is not None:
        return _fix(files, out, asked, as_json)
    return _check(files, out, asked, as_json)


def _plan_asked(settings: Settings, plan_id: str | None, name: str | None, in_force: InForce) -> PlanFacts:
    from kh_docs.check.facts import plan_facts
    from kh_docs.facts.finding import unit_by_name

    _workspace, book = settings.read(plan_id)
    return plan_facts(book, unit_by_name(book, name) if name else None, in_force)


def _check(files: list[tuple[Path, Path]], out: Path | None, asked: Asked, as_json: bool) -> ExitCode:
    from kh_docs.cli import judged, judging

    code, shown = ExitCode.DONE, []
    good = foreign = written = 0
    with Bar(len(files), _("Kiểm tra"), put_table, least=2) as turns:
        for path, name in files:
            found = judging.judge(path, None if out is None else out / name, asked)
            code = worst((code, found.code))
            good += found.report.ok and found.report.judged
            foreign += not found.report.judged
            written += found.target is not None
            turns.step()
            turns.tell(() if as_json else judged.as_text(found))
            if as_json:
                shown.append(judged.as_json(found))
    if as_json:
        put_json({"files": shown})
        return code
    counted = _("Đã kiểm tra {count} tệp, {good} tệp không có lỗi phải sửa.")
    say(counted.format(count=len(files), good=good))
    if out is not None:
        say(_("Đã ghi {count} bản có chú thích.").format(count=written))
    _tell_foreign(foreign)
    return code


def _tell_foreign(count: int) -> None:
    if count:
        say(_("{count} tệp không xét, lý do ghi ở từng tệp.").format(count=count))


def _fix(files: list[tuple[Path, Path]], out: Path, asked: Asked, as_json: bool) -> ExitCode:
    from kh_docs.cli import mended, mending

    done = []
    with Bar(len(files), _("Sửa"), put_table, least=2) as turns:
        for path, name in files:
            repaired = mending.mend(path, out / name, asked)
            done.append(repaired)
            turns.step()
            turns.tell(() if as_json else mended.as_text(repaired))
    if as_json:
        put_json({"files": [mended.as_json(repaired) for repaired in done]})
    else:
        foreign = sum(bool(repaired.foreign) for repaired in done)
        say(
            _("Đã ghi {written} bản đã sửa của {count} tệp; {good} tệp không còn lỗi phải sửa.").format(
                written=sum(repaired.target is not None for repaired in done),
                count=len(done),
                good=sum(repaired.ok and not repaired.foreign for repaired in done),
            )
        )
        _tell_foreign(foreign)
    return worst(repaired.code for repaired in done)
