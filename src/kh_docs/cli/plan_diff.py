"""`kh-docs plan diff`: an old plan against a new one, and what did not change taken over."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.options import FILE, json_option
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command, option
from kh_docs.cli.streams import put, put_json, say
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    from kh_docs.model.head import Head
    from kh_docs.planning.diff import Diff
    from kh_docs.reading.workspace import Workspace


@click.command(
    "diff",
    cls=Command,
    help=N_("So kế hoạch cũ với kế hoạch mới: mục, thời hạn, chỉ tiêu, căn cứ, và những gì phải xem lại."),
    epilog=N_("Ví dụ: kh-docs plan diff MÃ_CŨ MÃ_MỚI --docx so-sanh.docx"),
)
@click.argument("old", cls=Argument, metavar=N_("MÃ_CŨ"))
@click.argument("new", cls=Argument, metavar=N_("MÃ_MỚI"))
@json_option
@option("--docx", type=FILE, metavar=N_("TỆP.docx"), help=N_("Ghi thành tệp Word, hai bản hai cột."))
@option(
    "--take",
    is_flag=True,
    help=N_("Chép sang kế hoạch mới những gì có điều khoản không đổi; nêu những gì phải viết lại."),
)
@click.pass_obj
def diff(settings: Settings, old: str, new: str, as_json: bool, docx: Path | None, take: bool) -> ExitCode:
    from kh_docs.planning.diff import compare
    from kh_docs.planning.diff_text import lines
    from kh_docs.planning.stored import wording

    if bool(docx) + max(as_json, take) > 1:
        raise click.UsageError(_("không dùng --docx cùng với --json, --take"))
    workspace, old_book = settings.read(old)
    _workspace, new_book = settings.read(new)
    result = compare(old_book, new_book, wording(workspace.templates / "wording" / old_book.head.id))
    if take:
        return _take(workspace, result, (old_book.head, new_book.head), as_json)
    if as_json:
        put_json(result.as_json)
    elif docx:
        from kh_docs.cli.saving import save
        from kh_docs.planning.diff_word import diff_word

        code = save(docx, diff_word(result), ".docx")
        put(docx)
        return code
    else:
        for line in lines(result):
            put(line)
    return ExitCode.DONE


def _take(workspace: Workspace, result: Diff, heads: tuple[Head, Head], as_json: bool) -> ExitCode:
    """What did not change into the new plan's folder, and what stayed behind told."""
    from kh_docs.cli.saving import save_changed
    from kh_docs.pipeline.trying import faults_with
    from kh_docs.planning import stored
    from kh_docs.planning.taken_words import lines, taken_json
    from kh_docs.planning.taking import take_over
    from kh_docs.reading.workspace import refuse_shipped

    refuse_shipped(workspace)
    plans = workspace.data / "plans"
    old, there = stored.texts(plans / result.old), stored.texts(plans / result.new)
    taken = take_over(old, there, result, heads, partial(faults_with, workspace, result.new))
    code, written = save_changed(stored.changed(plans / result.new, taken.files))
    if as_json:
        put_json({**result.as_json, "taken": taken_json(taken, written)})
    else:
        for path in written:
            put(path)
    for line in lines(taken, result.new):
        say(line)
    return code
