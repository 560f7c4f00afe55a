"""`kh-docs deadlines`: the last day and the last working day of everything the plan dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kh_docs.cli.deadline_rows import as_table
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.options import DAY_FORM, FILE, json_option, plan_option, unit_option, units_argument
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Command, option
from kh_docs.cli.streams import is_terminal, put, put_json, put_table, say
from kh_docs.cli.typed import Day
from kh_docs.i18n import N_, _


@click.command(cls=Command)
@units_argument
@unit_option(N_("Chỉ những thời hạn ràng buộc đơn vị này; tên viết kiểu nào cũng được."), multiple=False)
@plan_option
@option(
    "--today", type=Day(), metavar=DAY_FORM, help=N_("Tính tình trạng theo ngày này, không phải hôm nay.")
)
@option("--ics", type=FILE, metavar=N_("TỆP"), help=N_("Ghi thành tệp lịch cho Outlook, Google, điện thoại."))
@json_option
@click.pass_obj
def deadlines(
    settings: Settings,
    named: tuple[str, ...],
    name: str | None,
    plan_id: str | None,
    today: date | None,
    ics: Path | None,
    as_json: bool,
) -> ExitCode:
    asked = [*named, *filter(None, [name])]
    if len(asked) > 1:
        raise click.UsageError(_("chỉ xem được thời hạn của một đơn vị, hoặc của tất cả khi không ghi tên"))
    from kh_docs.facts.finding import unit_by_name
    from kh_docs.facts.rows import deadline_rows

    _workspace, book = settings.read(plan_id)
    unit = unit_by_name(book, asked[0]) if asked else None
    rows = deadline_rows(book, today or date.today(), unit.id if unit else None)
    saved = ExitCode.DONE
    if ics:
        from kh_docs.cli.calendar import calendar
        from kh_docs.cli.saving import save

        saved = save(ics, calendar(book.head, rows), ".ics")
    written = ics if saved is ExitCode.DONE else None
    if as_json:
        put_json(rows)
    elif written and not is_terminal():
        put(written)
    elif written or not ics:
        put_table(as_table(rows))
    if written and (as_json or is_terminal()):
        say(_("Đã ghi lịch: {file}").format(file=written))
    return saved
