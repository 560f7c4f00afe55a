"""`kh-docs coverage`: every clause of the plan against every unit, and what no task answers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click

from kh_docs.cli.exit_codes import ExitCode, worst
from kh_docs.cli.options import FILE, json_option, plan_option
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Command, option
from kh_docs.cli.streams import put, put_json, put_table, say
from kh_docs.cli.table import table
from kh_docs.i18n import N_, _


@click.command(cls=Command)
@plan_option
@json_option
@option("--xlsx", type=FILE, metavar=N_("TỆP"), help=N_("Ghi bảng đối chiếu ra tệp Excel, in được ngay."))
@click.pass_obj
def coverage(settings: Settings, plan_id: str | None, as_json: bool, xlsx: Path | None) -> ExitCode:
    if as_json and xlsx:
        raise click.UsageError(_("chỉ dùng một trong hai: --json, --xlsx"))
    from kh_docs.pipeline import covering

    plan_id = settings.plan(plan_id)
    found = covering.covered(settings.find(), plan_id)
    saved = ExitCode.DONE
    missing = [cell for cell in found["cells"] if cell["state"] == "missing"]
    if as_json:
        put_json({**found, "cells": [_as_json(cell) for cell in found["cells"]]})
    elif xlsx:
        from kh_docs.cli.coverage_sheet import workbook
        from kh_docs.cli.saving import save

        _workspace, book = settings.read(plan_id)
        saved = save(xlsx, workbook(book, found), ".xlsx")
        if saved is ExitCode.DONE:
            put(xlsx)
    else:
        put_table(_as_table(found["cells"]))
    for cell in missing:
        say(_("Thiếu nhiệm vụ: mục {clause}, đơn vị {unit}: {reason}").format(**cell))
    return worst([saved, ExitCode.FOUND if missing else ExitCode.DONE])


def _as_json(cell: dict[str, Any]) -> dict[str, Any]:
    """The cell without the reasons of its duties, which are for the workbook."""
    duties = [{name: told for name, told in duty.items() if name != "reason"} for duty in cell["duties"]]
    return {**cell, "duties": duties}


def _as_table(cells: list[dict[str, Any]]) -> list[str]:
    """One row a clause: how many units, and the reasons why it does not bind some."""
    counts: dict[str, Counter[str]] = {}
    reasons: dict[str, dict[str, None]] = {}
    for cell in cells:
        counts.setdefault(cell["clause"], Counter())[cell["state"]] += 1
        shown = reasons.setdefault(cell["clause"], {})
        if cell["state"] != "covered":
            shown[cell["reason"]] = None
    heads = (_("Mục"), _("Có"), _("Không áp dụng"), _("Thiếu"), _("Vì sao không áp dụng hoặc thiếu"))
    return table(
        heads,
        (
            (
                clause,
                str(count["covered"]),
                str(count["not_applicable"]),
                str(count["missing"]),
                "; ".join(reasons[clause]),
            )
            for clause, count in counts.items()
        ),
    )
