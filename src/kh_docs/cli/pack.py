"""`kh-docs pack`: each unit's documents as one archive with a covering list, ready to be sent."""

from __future__ import annotations

from pathlib import Path

import click

from kh_docs.cli.exit_codes import ExitCode, of_status, worst
from kh_docs.cli.options import FOLDER, plan_option, unit_option, units_argument
from kh_docs.cli.progress import status_words
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Command, option
from kh_docs.cli.streams import put, say
from kh_docs.i18n import N_


@click.command(cls=Command)
@units_argument
@unit_option(
    N_("Đơn vị cần gói; ghi nhiều lần được; không ghi thì tất cả đơn vị đã có văn bản."), multiple=True
)
@plan_option
@option(
    "--out",
    type=FOLDER,
    metavar=N_("THƯ_MỤC"),
    help=N_("Nơi có văn bản, gói ghi vào _goi/ ở đó; không ghi thì là out/ của thư mục làm việc."),
)
@click.pass_obj
def pack(
    settings: Settings, named: tuple[str, ...], names: tuple[str, ...], plan_id: str | None, out: Path | None
) -> ExitCode:
    from kh_docs.facts.finding import unit_by_name, units_of
    from kh_docs.pipeline.bundles import bundle_all

    workspace, book = settings.read(plan_id)
    asked = {unit.id: unit for unit in (unit_by_name(book, name) for name in (*named, *names))}
    codes = []
    for result in bundle_all(out or workspace.out, book, tuple(asked.values()) or units_of(book)):
        codes.append(of_status(result.status))
        if result.status in ("written", "unchanged"):
            put(result.path)
        else:
            say(f"{status_words(dry_run=False)[result.status]}: {result.path}: {result.reason}")
    return worst(codes)
