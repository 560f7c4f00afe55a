"""`kh-docs init DIR`: a workspace of one's own, with data and templates to change; again: what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from kh_docs.bounded import reason_of
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.options import FOLDER
from kh_docs.cli.restoring import restore
from kh_docs.cli.settings import Settings
from kh_docs.cli.shipped_files import refuse_other_files, shipped_files
from kh_docs.cli.spoken import Argument, Command, option
from kh_docs.cli.streams import put, say
from kh_docs.cli.typed import Name
from kh_docs.errors import EnvironmentFault, UsageError
from kh_docs.i18n import N_, _


@click.command(cls=Command)
@click.argument("folder", cls=Argument, type=FOLDER, metavar=N_("THƯ_MỤC"))
@option(
    "--restore",
    "lost",
    multiple=True,
    type=Name(),
    metavar=N_("TỆP"),
    help=N_("Lấy lại tệp gốc này của thư mục làm việc; bản đã sửa được để lại bên cạnh. Ghi nhiều lần được."),
)
@click.pass_obj
def init(settings: Settings, folder: Path, lost: tuple[str, ...]) -> ExitCode:
    from kh_docs.reading.workspace import find_workspace, shipped_root

    source = find_workspace(Path(), settings.workspace).root if settings.workspace else shipped_root()
    if folder.resolve().is_relative_to(source.resolve()) and source.name == "shipped_files":
        raise UsageError(_("{folder}: nằm trong gói cài đặt -> chọn thư mục khác").format(folder=folder))
    if folder.exists() and not folder.is_dir():
        raise UsageError(_("{folder}: là một tệp -> chọn tên thư mục khác").format(folder=folder))
    shipped = shipped_files(source)
    existing = (folder / "data" / "plans").is_dir()
    if not existing:
        refuse_other_files(folder, shipped)
    try:
        if lost:
            return restore(folder, lost, shipped)
        (folder / "out").mkdir(parents=True, exist_ok=True)
        return _renew(folder, shipped) if existing else _begin(folder, shipped)
    except OSError as error:
        message = _(
            "{file}: không ghi được ({reason}) -> kiểm tra quyền ghi và chỗ trống, rồi chạy lại lệnh này"
        )
        raise EnvironmentFault(message.format(file=error.filename, reason=reason_of(error))) from error


def _begin(folder: Path, shipped: Mapping[str, bytes]) -> ExitCode:
    from kh_docs.publish.shipped import bring

    for line in _told(folder, bring(shipped, folder).left, []):
        say(line)
    say(_("Thư mục làm việc “{folder}” sẵn sàng. Tiếp theo:").format(folder=folder))
    say(_('  1. cd "{folder}"').format(folder=folder))
    say(_("  2. kh-docs doctor                            (máy này làm được gì)"))
    say(_('  3. kh-docs generate --district "TÊN ĐƠN VỊ"   (văn bản vào thư mục out/)'))
    say(_("  4. Sửa dữ liệu ở data/, lời văn ở templates/wording/, trình bày ở templates/layout/."))
    return ExitCode.DONE


def _renew(folder: Path, shipped: Mapping[str, bytes]) -> ExitCode:
    from kh_docs.publish.shipped import bring

    brought = bring(shipped, folder)
    for name in (*brought.new, *brought.renewed):
        put(folder / name)
    for line in _told(folder, brought.left, brought.gone):
        say(line)
    say(
        _("Thư mục làm việc {folder}: {new} tệp mới, {renewed} tệp thay bằng bản mới.").format(
            folder=folder, new=len(brought.new), renewed=len(brought.renewed)
        )
    )
    return ExitCode.KEPT if brought.left else ExitCode.DONE


def _told(folder: Path, left: list[str], gone: list[str]) -> Iterator[str]:
    for name in left:
        yield _("giữ nguyên: {file}: đã có người sửa, chương trình có bản mới").format(file=folder / name)
    for name in gone:
        yield _("không đưa lại: {file}: đã có người xóa").format(file=folder / name)
    if left or gone:
        yield _('-> lấy bản của chương trình: kh-docs init "{folder}" --restore TỆP').format(folder=folder)
