"""`kh-docs plan list`, `kh-docs plan new`: which plans the workspace has, and one more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from kh_docs.cli.exit_codes import ExitCode, worst
from kh_docs.cli.options import json_option
from kh_docs.cli.plan_rows import as_table, row_of
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command
from kh_docs.cli.streams import put, put_json, put_table, say
from kh_docs.errors import KhDocsError, UsageError
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    from kh_docs.reading.new_plan import Basics
    from kh_docs.reading.workspace import Workspace


@click.command("list", cls=Command, help=N_("Các kế hoạch trong data/plans/ và những loại văn bản làm được."))
@json_option
@click.pass_obj
def list_(settings: Settings, as_json: bool) -> ExitCode:
    rows, faults = [], []
    for plan_id in settings.find().plan_ids():
        try:
            rows.append(row_of(settings.read(plan_id)[1]))
        except KhDocsError as error:
            faults.append(error)
    if as_json:
        put_json(rows)
    else:
        put_table(as_table(rows))
    for fault in faults:
        say(_("Lỗi: {error}").format(error=fault))
    return ExitCode.FOUND if faults else ExitCode.DONE


@click.command(
    "new",
    cls=Command,
    help=N_("Tạo kế hoạch mới MÃ trong data/plans/: vài dòng mẫu có chú thích, làm được văn bản ngay."),
    epilog=N_("Ví dụ: kh-docs plan new 35-kh-ubnd-2027"),
)
@click.argument("plan_id", cls=Argument, metavar=N_("MÃ"))
@click.pass_obj
def new(settings: Settings, plan_id: str) -> ExitCode:
    from kh_docs.cli.saving import save
    from kh_docs.reading.new_plan import new_plan
    from kh_docs.reading.workspace import refuse_shipped
    from kh_docs.text import safe_name, slug

    workspace = settings.find()
    refuse_shipped(workspace)
    if slug(safe_name(plan_id, "MÃ")) != plan_id:
        message = _("mã “{}” phải viết thường, không dấu, nối bằng gạch -> ví dụ {}")
        raise UsageError(message.format(plan_id, slug(plan_id)))
    if plan_id in workspace.plan_ids():
        raise UsageError(_("đã có kế hoạch “{}” -> chọn mã khác, hoặc sửa kế hoạch đó").format(plan_id))
    folder = workspace.data / "plans" / plan_id
    folder.mkdir(parents=True, exist_ok=True)
    codes = []
    for name, text in new_plan(plan_id, _basics(workspace, settings, plan_id)).items():
        codes.append(save(folder / name, text.encode(), ".yaml"))
        put(folder / name)
    say(_("Tiếp theo: sửa hai tệp trên, rồi chạy kh-docs generate --all --plan {}").format(plan_id))
    return worst(codes)


def _basics(workspace: Workspace, settings: Settings, plan_id: str) -> Basics:
    """Whose plans the workspace has already, and which units there will be."""
    from kh_docs.reading.kept import load_kept
    from kh_docs.reading.new_plan import Basics, year_of
    from kh_docs.reading.typed import Collector
    from kh_docs.reading.units import read_catalogue

    year = year_of(plan_id) or date.today().year
    catalogue = read_catalogue(workspace.data / "units", date(year, 1, 15), Collector(workspace.root))
    types = dict.fromkeys(unit.type for unit in catalogue.units.values())
    listed = [kind for kind in catalogue.types if kind in types]
    plans = workspace.plan_ids()
    issuer = load_kept(workspace).head.issuer if plans else "Ủy ban nhân dân tỉnh …"
    return Basics(issuer, year, f"các {', '.join(listed)}")
