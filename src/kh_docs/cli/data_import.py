"""`kh-docs data import`: workbooks and documents that somebody filled in, one after another into the data."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.cli.exit_codes import ExitCode, worst
from kh_docs.cli.options import FILE_OR_FOLDER, plan_option
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command, option
from kh_docs.cli.streams import put, say
from kh_docs.i18n import N_, _

if TYPE_CHECKING:
    from kh_docs.sheets.reading.changes import Change
    from kh_docs.sheets.reading.importing import Import

# Changes shown when they are written as well; --dry-run shows all.
SHOWN = 40
WORD, READ = ".docx", (".docx", ".xlsx")
# What each file of this run says of a place, by unit and place: which file, and what.
Said = dict[tuple[str, str], tuple[Path, str]]


@click.command(
    "import",
    cls=Command,
    help=N_(
        "Nhập bảng Excel, hoặc văn bản Word của chương trình đã có người điền, vào dữ liệu của đơn vị; nhiều "
        "tệp, thư mục cùng lúc được. Tệp có lỗi thì nêu hết lỗi theo ô và không nhập gì của tệp ấy."
    ),
    epilog=N_("Ví dụ: kh-docs data import so-lieu.xlsx thu-muc-da-dien"),
)
@click.argument("paths", cls=Argument, nargs=-1, required=True, type=FILE_OR_FOLDER, metavar=N_("TỆP..."))
@option("--dry-run", is_flag=True, help=N_("Chạy thử: cho biết sẽ đổi gì, không ghi tệp nào."))
@option(
    "--force",
    is_flag=True,
    help=N_("Nhập cả khi dữ liệu đã đổi sau khi xuất bảng; tệp dữ liệu đang có được giữ bên cạnh."),
)
@plan_option
@click.pass_obj
def import_(
    settings: Settings, paths: tuple[Path, ...], dry_run: bool, force: bool, plan_id: str | None
) -> ExitCode:
    from kh_docs.errors import DataError, UsageError
    from kh_docs.publish import recover_changed
    from kh_docs.reading.local_places import folders_of
    from kh_docs.reading.workspace import refuse_shipped

    refuse_shipped(settings.find())
    workspace = settings.find()
    plan_id = settings.plan(plan_id)
    for folder in folders_of(workspace, plan_id):
        for note in recover_changed(folder):
            say(_("Lưu ý: {warning}").format(warning=note))
    files = list(dict.fromkeys(_files(paths)))
    if not files:
        raise UsageError(_("{folder}: không có tệp .docx, .xlsx nào").format(folder=paths[0]))
    codes: list[ExitCode] = []
    said: Said = {}
    for path in files:
        if len(files) > 1:
            say(f"{path}:")
        try:
            codes.append(_one(settings, path, dry_run, force, plan_id, said))
        except DataError as error:
            if len(files) == 1:
                raise
            # One that is none of ours keeps no other from being taken in.
            for problem in error.problems:
                say(_("Lỗi: {error}").format(error=problem))
            codes.append(ExitCode.WRONG_USE)
    if set(codes) == {ExitCode.WRONG_USE}:
        return ExitCode.WRONG_USE
    return worst(ExitCode.FOUND if code is ExitCode.WRONG_USE else code for code in codes)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named that may be ours."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            hidden = any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)
            if file.suffix.lower() in READ and not hidden and file.is_file():
                yield file


def _one(
    settings: Settings, path: Path, dry_run: bool, force: bool, plan_id: str | None, said: Said
) -> ExitCode:
    # Read again for each file: what the one before wrote is known to the next.
    workspace, book = settings.read(plan_id)
    if path.suffix.lower() == WORD:
        from kh_docs.pipeline.taking_back import read_document as read
    else:
        from kh_docs.sheets.reading.importing import read_import as read
    result = read(path, workspace, book)
    doubtful = path.suffix.lower() == WORD and bool(result.warnings)
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
    if others := list(_said_otherwise(result.changes, said)):
        for told in others:
            say(_("Lỗi: {error}").format(error=told))
        say(_("Không nhập tệp này; chọn số đúng, sửa một trong hai tệp rồi nhập lại."))
        return ExitCode.FOUND
    said.update({(each.unit, each.place): (path, each.new) for each in result.changes})
    code = _told_and_written(result, dry_run, force)
    return worst([code, ExitCode.FOUND if doubtful else ExitCode.DONE])


def _said_otherwise(changes: Sequence[Change], said: Said) -> Iterator[str]:
    """Places that another file of this run gave another value."""
    from kh_docs.sheets.reading.changes import as_cell

    for each in changes:
        file, text = said.get((each.unit, each.place), (None, each.new))
        if text != each.new:
            message = _("{change}; tệp {file} ghi {text}")
            yield message.format(change=each, file=file, text=as_cell(text))


def _told_and_written(result: Import, dry_run: bool, force: bool) -> ExitCode:
    from kh_docs.cli.saving import backups, save_changed

    result.changes.sort(key=lambda change: not change.removes)
    if removed := sum(change.removes for change in result.changes):
        say(_("Lưu ý: xóa {count} giá trị đang có, vì ô hoặc dòng của chúng để trống.").format(count=removed))
    if dry_run:
        for change in result.changes:
            put(change)
        say(_("Chạy thử: {count} thay đổi, chưa ghi gì.").format(count=len(result.changes)))
        return ExitCode.DONE
    for change in result.changes[:SHOWN]:
        say(f"  {change}")
    if result.stale and not force and not _agreed(result.stale):
        return ExitCode.KEPT
    if len(result.changes) > SHOWN:
        say(_("  … và {count} thay đổi khác").format(count=len(result.changes) - SHOWN))
    code, written = save_changed([*backups(result.files, result.stale), *result.files])
    for path in written:
        put(path)
    return code


def _agreed(stale: Sequence[str]) -> bool:
    """Ask whoever sits there whether newer data are to follow an older workbook; nobody there means no."""
    message = _("Dữ liệu của {units} đã đổi sau khi xuất bảng này: nhập vào thì giá trị mới hơn bị thay.")
    say(message.format(units=", ".join(stale)))
    if sys.stdin is not None and sys.stdin.isatty():
        return click.confirm(_("Vẫn nhập, giữ tệp đang có bên cạnh?"), err=True)
    say(_("-> xuất bảng mới rồi chép số liệu sang; muốn nhập bảng này thì thêm --force. Chưa ghi gì."))
    return False
