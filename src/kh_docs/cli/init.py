"""`kh-docs init DIR`: a workspace of one's own, with data and templates to change."""

from __future__ import annotations

from pathlib import Path

import click

from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.options import FOLDER
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command
from kh_docs.cli.streams import say
from kh_docs.errors import EnvironmentFault, UsageError
from kh_docs.i18n import N_, _

COPIED = ("data", "templates")
LISTED = 5


@click.command(
    cls=Command,
    help=N_("Tạo thư mục làm việc THƯ_MỤC có data/, templates/, out/ để sửa dữ liệu và mẫu của riêng mình."),
)
@click.argument("folder", cls=Argument, type=FOLDER, metavar=N_("THƯ_MỤC"))
@click.pass_obj
def init(settings: Settings, folder: Path) -> ExitCode:
    from kh_docs.reading.workspace import find_workspace, shipped_root

    source = find_workspace(Path(), settings.workspace).root if settings.workspace else shipped_root()
    if folder.resolve().is_relative_to(source.resolve()) and source.name == "_shipped":
        raise UsageError(_("{folder}: nằm trong gói cài đặt -> chọn thư mục khác").format(folder=folder))
    wanted = {path.relative_to(source): path for part in COPIED for path in _files(source / part)}
    _refuse_other_files(folder, wanted)
    try:
        (folder / "out").mkdir(parents=True, exist_ok=True)
        for relative, path in wanted.items():
            _copy(path, folder / relative)
    except OSError as error:
        message = _(
            "{file}: không ghi được ({reason}) -> kiểm tra quyền ghi và chỗ trống, rồi chạy lại lệnh này"
        )
        raise EnvironmentFault(message.format(file=error.filename, reason=error.strerror or error)) from error
    say(_("Đã có thư mục làm việc {folder}. Tiếp theo:").format(folder=folder))
    say(_("  1. cd {folder}").format(folder=folder))
    say(_("  2. kh-docs doctor                            (máy này làm được gì)"))
    say(_('  3. kh-docs generate --district "Nam Đàn"      (văn bản vào thư mục out/)'))
    say(_("  4. Sửa dữ liệu ở data/, lời văn ở templates/wording/, trình bày ở templates/layout/."))
    return ExitCode.DONE


def _files(folder: Path) -> list[Path]:
    """The files to copy; dot-files and marks of open files (~$...) belong to other programs."""
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and not path.name.startswith((".", "~$"))
    )


def _refuse_other_files(folder: Path, wanted: dict[Path, Path]) -> None:
    """Nothing is written over what someone has there; copies that are the same already do no harm."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(_("{folder}: là một tệp -> chọn tên thư mục khác").format(folder=folder))
    others = [
        str(folder / relative)
        for relative, path in wanted.items()
        if (folder / relative).exists() and (folder / relative).read_bytes() != path.read_bytes()
    ]
    if others:
        more = _(" và {count} tệp khác").format(count=len(others) - LISTED) if len(others) > LISTED else ""
        message = _(
            "{folder}: đã có tệp khác nội dung ({files}{more}) -> chọn thư mục trống, hoặc dời các tệp ấy đi"
        )
        raise UsageError(message.format(folder=folder, files=", ".join(others[:LISTED]), more=more))


def _copy(source: Path, target: Path) -> None:
    from kh_docs.publish.files import new_temporary, replace_whole

    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_whole(target, source.read_bytes(), new_temporary(target.parent))
