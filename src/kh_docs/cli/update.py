"""`kh-docs update`: new data into documents that somebody has edited, as tracked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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
from kh_docs.i18n import N_, _, number

if TYPE_CHECKING:
    from kh_docs.pipeline.updating import Updated
    from kh_docs.update import Change

_WORDS = {
    "merged": N_("đã đưa vào"),
    "conflict": N_("đã đưa vào, có chỗ phải chọn"),
    "written": N_("đã ghi"),
    "restored": N_("đã trả lại"),
    "unchanged": N_("không đổi"),
    "kept": N_("giữ nguyên"),
    "refused": N_("không làm được"),
}
_WELL = {"merged", "written", "unchanged", "restored"}
_WRITTEN = {"merged", "conflict", "written", "restored"}
# Of one document no more changes than these are listed in words.
_LISTED = 200


@click.command(
    cls=Command,
    help=N_("Đưa dữ liệu mới vào văn bản đã có người sửa, thành thay đổi được theo dõi (Track Changes)."),
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
    if everyone and names:
        raise click.UsageError(_("chỉ dùng một trong hai: --district hoặc --all"))
    if not everyone and not names:
        raise click.UsageError(_("cần --district TÊN (một hay nhiều lần), hoặc --all"))
    from kh_docs import facts, pipeline
    from kh_docs.pipeline import updating

    workspace, book = settings.read(plan_id)
    units = facts.units_of(book) if everyone else tuple(facts.unit_by_name(book, name) for name in names)
    request = pipeline.Request(
        workspace=workspace,
        book=book,
        units=tuple({unit.id: unit for unit in units}.values()),
        recipes=facts.chosen(book, kinds, "province"),
        out=out or workspace.out,
        dry_run=dry_run,
    )

    def seen(document: Updated) -> None:
        if not as_json:
            for line in _told(document, in_full=dry_run):
                say(line)
            if document.status in _WRITTEN and not dry_run:
                put(document.path)

    if undo:
        outcome = updating.undo(request, seen)
    else:
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        outcome = updating.update(request, now, seen)
    if as_json:
        documents = [_as_json(each) for each in outcome.documents]
        put_json({"plan": book.head.id, "documents": documents} | lists_as_json(outcome.lists_kept))
    summary = _summary(outcome.documents, dry_run=dry_run)
    for line in (*outcome.notes, *lists_told(outcome.lists_kept), summary):
        say(line)
    well = all(document.status in _WELL for document in outcome.documents)
    return ExitCode.DONE if well and not outcome.lists_kept else ExitCode.KEPT


def _told(document: Updated, *, in_full: bool) -> Iterator[str]:
    """What became of one document, and what she has to look at in it."""
    if document.status == "unchanged":
        return
    line = f"{_(_WORDS[document.status])}: {document.path}"
    if document.blocks:
        line += _(" ({count} đoạn, hàng)").format(count=number(document.blocks))
    yield f"{line}: {document.reason}" if document.reason else line
    if document.beside is not None:
        yield _("  bản mới ở {path}").format(path=document.beside)
    for change in document.changes[:_LISTED] if in_full else ():
        yield _step(change)
    for each in document.conflicts:
        yield _("  {where}: giữ “{mine}”; theo dữ liệu mới là “{theirs}”").format(**each._asdict())


def _step(change: Change) -> str:
    if not change.removed:
        message = _("  {where}: thêm “{added}”")
    elif not change.added:
        message = _("  {where}: bỏ “{removed}”")
    else:
        message = _("  {where}: “{removed}” -> “{added}”")
    return message.format(**change._asdict())


def _summary(documents: Sequence[Updated], *, dry_run: bool) -> str:
    counts = Counter(document.status for document in documents)
    listed = ", ".join(
        f"{_(name)} {number(counts[status])}" for status, name in _WORDS.items() if counts[status]
    )
    message = _("Chạy thử, không ghi tệp nào: {counts}.") if dry_run else _("Kết quả: {counts}.")
    return message.format(counts=listed)


def _as_json(document: Updated) -> dict[str, object]:
    return {
        "unit": document.unit,
        "kind": document.kind,
        "path": str(document.path),
        "status": document.status,
        "changes": document.blocks,
        "conflicts": [conflict._asdict() for conflict in document.conflicts],
        "reason": document.reason,
        "beside": None if document.beside is None else str(document.beside),
    }
