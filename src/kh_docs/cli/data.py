"""`kh-docs data`: the unit's own data, out to an Excel workbook and back, and what is wrong with it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.cli.exit_codes import ExitCode, worst
from kh_docs.cli.options import FILE, plan_option, unit_option
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command, Group, option
from kh_docs.cli.streams import put, say
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    pass

# Changes shown when they are written as well; --dry-run shows all.
SHOWN = 40


@click.group(
    cls=Group,
    subcommand_metavar=N_("LỆNH [THAM SỐ]..."),
)
def data() -> None:
    pass


@data.command(
    "export",
    cls=Command,
    help=N_("Xuất bảng Excel đã điền sẵn những gì đã biết, để nhập dữ liệu riêng của đơn vị."),
    epilog=N_('Ví dụ: kh-docs data export so-lieu.xlsx --district "TÊN ĐƠN VỊ"'),
)
@click.argument("file", cls=Argument, type=FILE, metavar=N_("TỆP.xlsx"))
@unit_option(N_("Đơn vị cần xuất; ghi nhiều lần được; không ghi thì tất cả."), multiple=True)
@option(
    "--each",
    is_flag=True,
    help=N_("Mỗi đơn vị một bảng, tên tệp thêm mã đơn vị: so-lieu-vinh.xlsx."),
)
@option(
    "--force",
    is_flag=True,
    help=N_("Ghi cả khi ở đó đã có tệp khác hoặc bảng đã điền; tệp ấy được đổi tên, không mất."),
)
@plan_option
@click.pass_obj
def export_(
    settings: Settings, file: Path, names: tuple[str, ...], each: bool, force: bool, plan_id: str | None
) -> ExitCode:
    from kh_docs.cli.saving import save, save_over
    from kh_docs.errors import DataError
    from kh_docs.facts.finding import unit_by_name, units_of
    from kh_docs.reading.workspace import wording_folders
    from kh_docs.render.words import Words
    from kh_docs.sheets.form.scope import scopes_of
    from kh_docs.sheets.reading.sources import known_data, read_sources
    from kh_docs.sheets.writing.workbook import workbook

    workspace, book = settings.read(plan_id)
    units = [unit_by_name(book, name) for name in names] or list(units_of(book))
    known, problems = known_data(read_sources(workspace, book, [unit.id for unit in units]))
    if problems:
        raise DataError(problems)
    words = Words(*wording_folders(workspace.templates, book.head.id))
    scopes = scopes_of(book, words, [unit.id for unit in units])
    books = {file: list(scopes.values())}
    if each:
        books = {file.with_stem(f"{file.stem}-{unit}"): [scope] for unit, scope in scopes.items()}
    # All are made before the first is written: a fault in one unit's data leaves no half of them.
    contents = {path: workbook(of_book, known) for path, of_book in books.items()}
    words.memory.save()
    codes = {path: (save_over if force else save)(path, made, ".xlsx") for path, made in contents.items()}
    written = [path for path, code in codes.items() if code is ExitCode.DONE]
    for path in written:
        put(path)
    if len(written) < len(codes):
        say(_("Cần bảng mới ở đúng tên đó thì thêm --force; tệp đang có sẽ được đổi tên, không mất."))
    if written:
        say(_("Điền xong thì chạy: kh-docs data import {file} --dry-run").format(file=written[0]))
    return worst(codes.values())


@data.command(
    "import",
    cls=Command,
    help=N_(
        "Nhập bảng Excel, hoặc văn bản Word của chương trình đã có người điền, vào dữ liệu của đơn vị; "
        "bảng có lỗi thì nêu hết lỗi theo ô và không ghi gì."
    ),
)
@click.argument("file", cls=Argument, type=FILE, metavar=N_("TỆP"))
@option("--dry-run", is_flag=True, help=N_("Chạy thử: cho biết sẽ đổi gì, không ghi tệp nào."))
@option(
    "--force",
    is_flag=True,
    help=N_("Nhập cả khi dữ liệu đã đổi sau khi xuất bảng; tệp dữ liệu đang có được giữ bên cạnh."),
)
@plan_option
@click.pass_obj
def import_(settings: Settings, file: Path, dry_run: bool, force: bool, plan_id: str | None) -> ExitCode:
    from kh_docs.cli.saving import backups, save_changed
    from kh_docs.publish import recover_changed
    from kh_docs.reading.local_places import folders_of
    from kh_docs.reading.workspace import refuse_shipped

    refuse_shipped(settings.find())
    workspace = settings.find()
    for folder in folders_of(workspace, workspace.plan_id(plan_id)):
        for note in recover_changed(folder):
            say(_("Lưu ý: {warning}").format(warning=note))
    workspace, book = settings.read(plan_id)
    if file.suffix.lower() == ".docx":
        from kh_docs.pipeline.taking_back import read_document as read
    else:
        from kh_docs.sheets.reading.importing import read_import as read
    result = read(file, workspace, book)
    doubtful = file.suffix.lower() == ".docx" and bool(result.warnings)
    for warning in result.warnings:
        say(_("Lưu ý: {warning}").format(warning=warning))
    for respelt in result.respelt if dry_run else result.respelt[:SHOWN]:
        say(_("Đã chuyển: {respelt}").format(respelt=respelt))
    if len(result.respelt) > SHOWN and not dry_run:
        say(_("  … và {count} ô khác").format(count=len(result.respelt) - SHOWN))
    for problem in result.problems:
        say(_("Lỗi: {error}").format(error=problem))
    if result.problems:
        say(
            _("Có {count} lỗi, không ghi gì; sửa trong bảng rồi nhập lại.").format(count=len(result.problems))
        )
        return ExitCode.WRONG_USE
    result.changes.sort(key=lambda change: not change.removes)
    if removed := sum(change.removes for change in result.changes):
        say(_("Lưu ý: xóa {count} giá trị đang có, vì ô hoặc dòng của chúng để trống.").format(count=removed))
    if dry_run:
        for change in result.changes:
            put(change)
        say(_("Chạy thử: {count} thay đổi, chưa ghi gì.").format(count=len(result.changes)))
        return ExitCode.FOUND if doubtful else ExitCode.DONE
    for change in result.changes[:SHOWN]:
        say(f"  {change}")
    if result.stale and not force and not _agreed(result.stale):
        return ExitCode.KEPT
    if len(result.changes) > SHOWN:
        say(_("  … và {count} thay đổi khác").format(count=len(result.changes) - SHOWN))
    code, written = save_changed([*backups(result.files, result.stale), *result.files])
    for path in written:
        put(path)
    return worst([code, ExitCode.FOUND if doubtful else ExitCode.DONE])


def _agreed(stale: Sequence[str]) -> bool:
    """Ask whoever sits there whether newer data are to follow an older workbook; nobody there means no."""
    message = _("Dữ liệu của {units} đã đổi sau khi xuất bảng này: nhập vào thì giá trị mới hơn bị thay.")
    say(message.format(units=", ".join(stale)))
    if sys.stdin is not None and sys.stdin.isatty():
        return click.confirm(_("Vẫn nhập, giữ tệp đang có bên cạnh?"), err=True)
    say(_("-> xuất bảng mới rồi chép số liệu sang; muốn nhập bảng này thì thêm --force. Chưa ghi gì."))
    return False


@data.command(
    "check",
    cls=Command,
    help=N_("Kiểm tra dữ liệu của kế hoạch và của đơn vị: từng tệp cho gì, lỗi ở dòng nào."),
)
@plan_option
@click.pass_obj
def check_(settings: Settings, plan_id: str | None) -> ExitCode:
    from kh_docs.facts.proposed import proposals, questions
    from kh_docs.pipeline.rehearsing import rehearse
    from kh_docs.reading.given import given, misplaced
    from kh_docs.sheets.reading.unknown import unknown_answers

    workspace, book = settings.read(plan_id)
    for line in given(workspace, book):
        say(line)
    problems = [problem for found in book.local_problems.values() for problem in found]
    warnings = [problem for found in book.local_warnings.values() for problem in found]
    warnings += [
        warning for warning in book.warnings if warning.file.startswith(("data/districts/", "data/communes/"))
    ]
    warnings += misplaced(workspace, book)
    warnings += unknown_answers(workspace, book)
    not_made = [each for each in rehearse(workspace, book) if each.reason]
    for problem in problems:
        put(problem)
    for each in not_made:
        put(_("văn bản {stem} không làm được: {reason}").format(stem=each.stem, reason=each.reason))
    for warning in warnings:
        say(_("Lưu ý: {warning}").format(warning=warning))
    if left := proposals(book):
        asked = len(questions(book))
        message = _("Kế hoạch {plan}: còn {count} giá trị đề xuất, {questions} câu hỏi chưa ai duyệt.")
        say(message.format(plan=book.head.id, count=len(left) - asked, questions=asked))
    counts = Counter(
        {
            "files": len({*book.local, *book.local_problems}),
            "errors": len(problems) + len(not_made),
            "warnings": len(warnings),
        }
    )
    say(_("Đã kiểm tra {files} tệp của đơn vị: {errors} lỗi, {warnings} lưu ý.").format(**counts))
    return ExitCode.FOUND if problems or not_made else ExitCode.DONE
