"""`kh-docs generate`: the documents of some units or of all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.cli.exit_codes import ExitCode, of_status, worst
from kh_docs.cli.options import DAY_FORM, documents_option, json_option
from kh_docs.cli.progress import Progress
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Command, option
from kh_docs.cli.streams import put, put_json, say
from kh_docs.cli.typed import DocumentNumber, GivenDay
from kh_docs.cli.units_asked import refuse_none_or_both, units_asked
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kh_docs.pipeline.request import DocumentResult


@click.command(
    cls=Command,
    epilog=N_(
        "Tên đơn vị viết có dấu hay không dấu, chữ hoa hay thường, có “huyện”, “TX.”, “X.”, “P.” hay không "
        "đều được. Tệp đã có người sửa thì được giữ nguyên, không bao giờ bị ghi đè."
    ),
)
@documents_option(
    N_("Đơn vị cần làm văn bản; ghi nhiều lần được."),
    N_("Nơi ghi văn bản; không ghi thì là out/ của thư mục làm việc."),
)
@option(
    "--date",
    "issued_on",
    type=GivenDay(),
    metavar=DAY_FORM,
    help=N_(
        "Ngày in trên văn bản (23/02/2026 hay 2026-02-23), chỉ dùng với một --kind; không ghi thì "
        'như lần chạy trước, chưa có thì để trống chờ ký; --date "" bỏ ngày đã ghi.'
    ),
)
@option(
    "--number",
    type=DocumentNumber(),
    metavar=N_("SỐ"),
    help=N_(
        "Số văn bản, chỉ dùng với một --district và một --kind; không ghi thì như lần chạy trước, "
        'chưa có thì để trống; --number "" bỏ số đã ghi.'
    ),
)
@option(
    "--inspector",
    type=click.Choice(("district", "province")),
    default="province",
    help=N_(
        "Phiếu kiểm tra của Đoàn tỉnh kiểm tra đơn vị (province, mặc định) "
        "hay của Đoàn huyện kiểm tra xã (district)."
    ),
)
@option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=N_("Số tiến trình cùng làm; không ghi thì theo số nhân của máy."),
)
@option("--pdf", is_flag=True, help=N_("Làm thêm bản PDF bên cạnh (cần LibreOffice)."))
@option("--open", "opens", is_flag=True, help=N_("Làm xong thì mở thư mục văn bản."))
@option("--dry-run", is_flag=True, help=N_("Chạy thử: cho biết sẽ ghi gì, không ghi tệp nào."))
@json_option
@click.pass_obj
def generate(
    settings: Settings,
    named: tuple[str, ...],
    names: tuple[str, ...],
    everyone: bool,
    plan_id: str | None,
    kinds: tuple[str, ...],
    out: Path | None,
    issued_on: date | None,
    number: str | None,
    inspector: str,
    jobs: int | None,
    pdf: bool,
    opens: bool,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    names = (*named, *names)
    _refuse_contradictions(names, everyone, kinds, issued_on, number)
    from kh_docs.cli.report import lists_as_json, report
    from kh_docs.facts.offering import chosen
    from kh_docs.pipeline import generating
    from kh_docs.pipeline.request import Request

    workspace, book = settings.read(plan_id)
    request = Request(
        workspace=workspace,
        book=book,
        units=units_asked(book, names, everyone),
        recipes=chosen(book, kinds, inspector),
        out=out or workspace.out,
        issued_on=issued_on,
        number=number,
        jobs=jobs,
        dry_run=dry_run,
    )
    for warning in book.warnings:
        say(_("Lưu ý: {warning}").format(warning=warning))
    progress = Progress(len(request.units) * len(request.recipes), show_paths=not as_json, dry_run=dry_run)
    try:
        with progress:
            result = generating.generate(request, progress.seen, progress.made)
    except KeyboardInterrupt:
        say(
            _("Đã dừng: xong {done} văn bản, còn {left}; chạy lại lệnh để làm nốt.").format(
                done=progress.done, left=progress.left
            )
        )
        return ExitCode.INTERRUPTED
    codes = [of_status(document.status) for document in result.documents]
    codes += [of_status(each.status) for each in result.lists_kept]
    if result.overview:
        codes.append(of_status(result.overview.status))
    if as_json:
        put_json(
            {
                "plan": book.head.id,
                "documents": [_as_json(document) for document in result.documents],
                "overview": str(result.overview.path) if result.overview else None,
            }
            | lists_as_json(result.lists_kept)
        )
    for line in report(result, dry_run=dry_run):
        say(line)
    if pdf and not dry_run:
        from kh_docs.cli.pdf import publish_pdfs

        say(_("Làm PDF bằng LibreOffice…"))
        pdfs = publish_pdfs(request.out, book.head.id, result.documents)
        codes += pdfs.codes
        for path in () if as_json else pdfs.written:
            put(path)
        for line in pdfs.messages:
            say(line)
    if opens and not dry_run:
        from kh_docs.cli.desktop import show

        folder = request.out / book.head.id
        if told := show(folder / request.units[0].id if len(request.units) == 1 else folder):
            say(told)
    return worst(codes)


def _refuse_contradictions(
    names: Sequence[str], everyone: bool, kinds: Sequence[str], issued_on: date | None, number: str | None
) -> None:
    refuse_none_or_both(names, everyone)
    if issued_on and len(set(kinds)) != 1:
        raise click.UsageError(_("--date cần đúng một --kind, vì mỗi loại văn bản ký một ngày khác nhau"))
    if number and (everyone or len(names) != 1 or len(set(kinds)) != 1):
        raise click.UsageError(
            _("--number cần đúng một --district và một --kind, vì mỗi văn bản có số riêng")
        )


def _as_json(document: DocumentResult) -> dict[str, object]:
    # The shape is fixed (interface.md), so why it was kept or refused stands among the warnings.
    told = [*document.warnings, *document.notes]
    warnings = [*document.reason.splitlines(), *told]
    return {
        "unit": document.unit,
        "kind": document.kind,
        "path": str(document.path),
        "status": document.status,
        "warnings": warnings,
    }
