"""`kh-docs plan`: a province's text in, what was found in it, what of it is approved, old against new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.bounded import read_bounded, reason_of
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.options import FILE, json_option, plan_option
from kh_docs.cli.plan_diff import diff
from kh_docs.cli.plan_folders import list_, new
from kh_docs.cli.plan_words import tell
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command, Group, option
from kh_docs.cli.streams import put, put_json, put_table, say
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    pass


@click.group(
    cls=Group,
    subcommand_metavar=N_("LỆNH [THAM SỐ]..."),
)
def plan() -> None:
    pass


plan.add_command(list_)
plan.add_command(new)


@plan.command(
    "import",
    cls=Command,
    help=N_("Đưa văn bản kế hoạch (.docx, .txt, .html) thành dữ liệu đề xuất trong data/plans/MÃ/."),
    epilog=N_("Ví dụ: kh-docs plan import ke-hoach.docx --id 35-kh-ubnd-2026"),
)
@click.argument("file", cls=Argument, type=FILE, metavar=N_("TỆP"))
@option("--id", "plan_id", required=True, metavar=N_("MÃ"), help=N_("Mã kế hoạch, ví dụ 35-kh-ubnd-2026."))
@json_option
@click.pass_obj
def import_(settings: Settings, file: Path, plan_id: str, as_json: bool) -> ExitCode:
    from kh_docs.cli.saving import save_changed
    from kh_docs.planning import importing, stored
    from kh_docs.planning.shown import shown
    from kh_docs.planning.source import read_source
    from kh_docs.planning.values import heading_of, level_of
    from kh_docs.reading.new_plan import is_untouched
    from kh_docs.reading.workspace import refuse_shipped
    from kh_docs.text import safe_name

    workspace = settings.find()
    refuse_shipped(workspace)
    folder = workspace.data / "plans" / safe_name(plan_id, "--id")
    source = read_source(_bytes(file), file.name)
    atlas = stored.units_at(workspace.data, importing.issued_on(source))
    units = atlas.units
    draft, noise = importing.read_draft(source, atlas)
    # A template that nobody has touched has nothing to be kept.
    old = {} if is_untouched(folder) else stored.texts(folder)
    result = importing.merged(draft, plan_id, old, stored.made(folder), noise)
    if result.conflicts:
        for conflict in result.conflicts:
            say(_("Giữ nguyên: {reason}").format(reason=conflict))
        say(_("Không ghi tệp nào. -> sửa các mục đó trong {folder}, hoặc dùng mã khác").format(folder=folder))
        return ExitCode.KEPT
    code, written = save_changed(stored.changed(folder, result.files))
    if code is not ExitCode.DONE:
        return code
    level = level_of(units.values())
    values = stored.values(folder, workspace.root, level, heading_of(draft, plan_id, level))
    asked = [question for question in values.questions if question.state == "đề xuất"]
    if as_json:
        put_json(shown(values, units))
    else:
        for path in written:
            put(path)
    tell(values, noise, plan_id)
    return ExitCode.FOUND if asked else ExitCode.DONE


def _bytes(file: Path) -> bytes:
    from kh_docs.errors import EnvironmentFault

    try:
        return read_bounded(file)
    except OSError as error:
        message = _("{file}: không đọc được ({reason}) -> kiểm tra đường dẫn, quyền đọc")
        raise EnvironmentFault(message.format(file=file, reason=reason_of(error))) from error


@plan.command(
    "show", cls=Command, help=N_("Những gì có trong một kế hoạch: thời hạn, căn cứ, chỉ tiêu, câu hỏi.")
)
@plan_option
@json_option
@click.pass_obj
def show(settings: Settings, plan_id: str | None, as_json: bool) -> ExitCode:
    from kh_docs.planning import stored
    from kh_docs.planning.shown import shown
    from kh_docs.planning.values import level_of

    workspace, book = settings.read(plan_id)
    level = level_of(book.units.values())
    values = stored.values(workspace.data / "plans" / book.head.id, workspace.root, level)
    result = shown(values, book.units)
    if as_json:
        put_json(result)
        return ExitCode.DONE
    from kh_docs.cli.plan_table import lines

    put_table(lines(result))
    tell(values, 0, book.head.id)
    return ExitCode.DONE


@plan.command(
    "approve",
    cls=Command,
    help=N_("Đánh dấu đã duyệt những giá trị đã xem (D01, L03, T05, Q02 ...), hoặc tất cả."),
    epilog=N_("Ví dụ: kh-docs plan approve --plan 35-kh-ubnd-2026 D01 D02 T03"),
)
@click.argument("items", cls=Argument, nargs=-1, metavar=N_("[MÃ]..."))
@plan_option
@option("--all", "everything", is_flag=True, help=N_("Tất cả những gì còn là đề xuất."))
@click.pass_obj
def approve(settings: Settings, items: tuple[str, ...], plan_id: str | None, everything: bool) -> ExitCode:
    from kh_docs.cli.saving import save_changed
    from kh_docs.planning import stored
    from kh_docs.planning.approving import approve_in, left_in

    if bool(items) == everything:
        raise click.UsageError(_("ghi mã các mục đã xem, hoặc --all"))
    from kh_docs.reading.workspace import refuse_shipped

    workspace = settings.find()
    refuse_shipped(workspace)
    folder = workspace.data / "plans" / settings.plan(plan_id)
    texts = stored.texts(folder)
    changed = approve_in(texts, None if everything else frozenset(items))
    before, left = left_in(texts), left_in({**texts, **changed})
    code, written = save_changed(stored.changed(folder, changed))
    for path in written:
        put(path)
    if code is ExitCode.DONE:
        say(_("Đã duyệt {count} mục, còn {left} mục là đề xuất.").format(count=before - left, left=left))
    return code


plan.add_command(diff)
