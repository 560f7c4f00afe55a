"""`kh-docs update`: new data into documents that somebody has edited, as tracked changes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.options import (
    documents_option,
    json_option,
)
from kh_docs.cli.report import lists_as_json, lists_told
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Command, option
from kh_docs.cli.streams import put, put_json, say
from kh_docs.cli.units_asked import refuse_none_or_both, units_asked
from kh_docs.cli.updated_words import WELL, WRITTEN, as_row, summed_up, told_of
from kh_docs.i18n import N_

if TYPE_CHECKING:
    from kh_docs.pipeline.updating import Updated


@click.command(
    cls=Command,
    epilog=N_(
        "Chữ của người sửa được giữ nguyên; trong Word chấp nhận (Accept) hay từ chối (Reject) từng chỗ. "
        "Chỗ cả hai bên cùng sửa thì giữ chữ đang có và ghi dữ liệu mới vào chú thích (Comment). "
        "--undo trả lại tệp như trước lần đưa vào gần nhất."
    ),
)
@documents_option(
    N_("Đơn vị cần đưa dữ liệu mới vào văn bản; ghi nhiều lần được."),
    N_("Nơi để văn bản; không ghi thì là out/ của thư mục làm việc."),
)
@option("--dry-run", is_flag=True, help=N_("Chạy thử: cho biết sẽ thay đổi những gì, không ghi tệp nào."))
@option("--undo", is_flag=True, help=N_("Trả lại văn bản như trước lần đưa dữ liệu mới vào gần nhất."))
@json_option
@click.pass_obj
def update(
    settings: Settings,
    named: tuple[str, ...],
    names: tuple[str, ...],
    everyone: bool,
    plan_id: str | None,
    kinds: tuple[str, ...],
    out: Path | None,
    dry_run: bool,
    undo: bool,
    as_json: bool,
) -> ExitCode:
    names = (*named, *names)
    refuse_none_or_both(names, everyone)
    from kh_docs.facts.offering import chosen
    from kh_docs.pipeline import updating
    from kh_docs.pipeline.request import Request

    workspace, book = settings.read(plan_id)
    request = Request(
        workspace=workspace,
        book=book,
        units=units_asked(book, names, everyone),
        recipes=chosen(book, kinds, "province"),
        out=out or workspace.out,
        dry_run=dry_run,
    )

    def seen(document: Updated) -> None:
        if not as_json:
            for line in told_of(document, dry_run=dry_run):
                say(line)
            if document.status in WRITTEN and not dry_run:
                put(document.path)

    if undo:
        outcome = updating.undo(request, seen)
    else:
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        outcome = updating.update(request, now, seen)
    if as_json:
        documents = [as_row(each) for each in outcome.documents]
        put_json({"plan": book.head.id, "documents": documents} | lists_as_json(outcome.lists_kept))
    summary = summed_up(outcome.documents, dry_run=dry_run)
    for line in (*outcome.notes, *lists_told(outcome.lists_kept), summary):
        say(line)
    well = all(document.status in WELL for document in outcome.documents)
    return ExitCode.DONE if well and not outcome.lists_kept else ExitCode.KEPT
