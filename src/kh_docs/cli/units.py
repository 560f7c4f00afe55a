"""`kh-docs districts`, also `units`: the units of a plan, what they are like, what falls to them."""

from __future__ import annotations

import click

from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.options import json_option, plan_option
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Command
from kh_docs.cli.streams import put_json, put_table
from kh_docs.cli.table import table
from kh_docs.i18n import _


@click.command("districts", cls=Command)
@plan_option
@json_option
@click.pass_obj
def units(settings: Settings, plan_id: str | None, as_json: bool) -> ExitCode:
    from kh_docs.facts.rows import keyed_targets, unit_rows

    _workspace, book = settings.read(plan_id)
    rows = unit_rows(book)
    if as_json:
        put_json(rows)
        return ExitCode.DONE
    shorts = {target.key: target.short for target in keyed_targets(book)}
    heads = (_("Mã"), _("Đơn vị"), _("Số xã, phường"), _("Chỉ tiêu"), _("Đặc điểm"))
    put_table(
        table(
            heads,
            (
                (
                    row["id"],
                    f"{row['type']} {row['name']}",
                    str(row["communes"]),
                    "; ".join(
                        f"{shorts[key]}: {count:02d}" for key, count in row["targets"].items() if shorts[key]
                    ),
                    "; ".join(book.traits[trait].label for trait in row["traits"]),
                )
                for row in rows
            ),
        )
    )
    return ExitCode.DONE
