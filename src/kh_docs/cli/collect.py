"""`kh-docs collect`: the forms that came back, read, judged and added up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.cli import completing
from kh_docs.cli.bar import Bar
from kh_docs.cli.converting import converter
from kh_docs.cli.exit_codes import ExitCode, of_status, worst
from kh_docs.cli.options import DAY_FORM, FOLDER, There, json_option, plan_option
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command, option
from kh_docs.cli.streams import put, put_as_json, put_table, say
from kh_docs.cli.table import table
from kh_docs.cli.typed import Day, KindName
from kh_docs.i18n import N_, _, number

if TYPE_CHECKING:
    from kh_docs.model.book import Book
    from kh_docs.returns.collected import Collected

STATES = {"received": N_("đã nhận"), "missing": N_("chưa nhận"), "unreadable": N_("không đọc được")}
STATUSES = {"foreign": N_("để riêng"), "unreadable": N_("không đọc được"), "superseded": N_("bản cũ")}


@click.command(
    cls=Command,
    epilog=N_("Ví dụ: kh-docs collect thu-muc-bao-cao --kind bao-cao-6-thang"),
)
@click.argument(
    "paths",
    cls=Argument,
    nargs=-1,
    required=True,
    type=There(),
    metavar=N_("TỆP..."),
)
@option(
    "--kind",
    type=KindName(),
    required=True,
    metavar=N_("LOẠI"),
    shell_complete=completing.kinds,
    help=N_("Loại báo cáo: bao-cao-6-thang hoặc bao-cao-nam."),
)
@plan_option
@option(
    "--out",
    type=FOLDER,
    metavar=N_("THƯ_MỤC"),
    help=N_("Nơi ghi kết quả, vào _tong-hop/ ở đó; không ghi thì là out/ của thư mục làm việc."),
)
@option(
    "--as-of", type=Day(), metavar=DAY_FORM, help=N_("Tính nộp chậm đến ngày này; không ghi thì hôm nay.")
)
@option("--dry-run", is_flag=True, help=N_("Chạy thử: chỉ cho biết kết quả, không ghi tệp nào."))
@json_option
@click.pass_obj
def collect(
    settings: Settings,
    paths: tuple[Path, ...],
    kind: str,
    plan_id: str | None,
    out: Path | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    from kh_docs.facts.offering import chosen
    from kh_docs.pipeline.province import decisions_of, earlier_of, publish_outputs, tracker_of
    from kh_docs.pipeline.reading_files import read_files
    from kh_docs.pipeline.returning import request_for
    from kh_docs.returns.as_json import json_lines
    from kh_docs.returns.collecting import collect as collected_from
    from kh_docs.returns.files import count_of
    from kh_docs.returns.shelf import Shelf

    workspace, book = settings.read(plan_id)
    (recipe,) = chosen(book, [kind])
    if not recipe.span:
        raise click.UsageError(
            _("“{kind}” không phải báo cáo -> bao-cao-6-thang hoặc bao-cao-nam").format(kind=kind)
        )
    target = out or workspace.out
    request = request_for(workspace, book, recipe, paths, as_of or date.today())
    request = request._replace(decisions=decisions_of(request, target), convert=converter())
    request = request._replace(earlier=earlier_of(request, target))
    for problem in request.decisions.problems:
        say(problem)
    with Shelf() as shelf:
        with Bar(count_of(paths), _("Đọc báo cáo"), lambda _lines: None, least=4) as bar:
            collected = collected_from(request, read_files(request, bar.step), shelf)
        outputs: list[str] = []
        codes = [ExitCode.DONE if collected.is_whole else ExitCode.FOUND]
        for result in () if dry_run else publish_outputs(request, workspace, collected, target):
            outputs.append(str(result.path))
            codes.append(of_status(result.status))
            if result.reason:
                say(f"{result.path}: {result.reason}")
        for piece in json_lines(request, collected, outputs) if as_json else ():
            put_as_json(piece)
    if not as_json:
        put_table(_as_table(book, collected))
    for file in collected.files:
        if file.status in STATUSES:
            say(f"{_(STATUSES[file.status])}: {file.path}: {file.reason}")
    for path in () if as_json else outputs:
        put(path)
    received = sum(each.state == "received" for each in collected.units)
    say(
        _("Đã nhận {received}/{of} đơn vị, {questions} câu hỏi; xem trước: {tracker}").format(
            received=received,
            of=len(collected.units),
            questions=number(sum(each.questions + each.conflicts for each in collected.units)),
            tracker=tracker_of(request, target) if outputs else _("chưa ghi tệp nào"),
        )
    )
    return worst(codes)


def _as_table(book: Book, collected: Collected) -> list[str]:
    from kh_docs.facts.dates_vi import short_date

    heads = (
        _("Đơn vị"),
        _("Tình trạng"),
        _("Ngày nhận"),
        _("Chậm (ngày)"),
        _("Ô đã điền"),
        _("Câu hỏi"),
    )
    rows = []
    for each in collected.units:
        rows.append(
            (
                book.units[each.unit].full_name,
                _(STATES[each.state]),
                short_date(each.received_on) if each.received_on else "",
                str(each.days_late),
                f"{each.filled}/{each.asked}" if each.at is not None else "",
                str(each.questions + each.conflicts),
            )
        )
    return table(heads, rows)
