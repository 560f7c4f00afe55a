"""`kh-docs init DIR`: a workspace of one's own, with data and templates to change; again: what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.options import FOLDER, Name
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command, option
from kh_docs.cli.streams import put, say
from kh_docs.errors import EnvironmentFault, UsageError
from kh_docs.i18n import N_, _

COPIED = ("data", "templates")
LISTED = 5


@click.command(
    cls=Command,
    help=N_(
        "Tạo thư mục làm việc THƯ_MỤC có data/, templates/, out/ để sửa dữ liệu và mẫu của riêng mình. "
        "Thư mục đã có: đưa vào dữ liệu, mẫu mới, tệp đã có người sửa thì giữ nguyên."
    ),
)
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
    if folder.resolve().is_relative_to(source.resolve()) and source.name == "_shipped":
        raise UsageError(_("{folder}: nằm trong gói cài đặt -> chọn thư mục khác").format(folder=folder))
    if folder.exists() and not folder.is_dir():
        raise UsageError(_("{folder}: là một tệp -> chọn tên thư mục khác").format(folder=folder))
    shipped = _shipped(source)
    existing = (folder / "data" / "plans").is_dir()
    if not existing:
        _refuse_other_files(folder, shipped)
    try:
        if lost:
            return _restore(folder, lost, shipped)
        (folder / "out").mkdir(parents=True, exist_ok=True)
        return _renew(folder, shipped) if existing else _begin(folder, shipped)
    except OSError as error:
        message = _(
            "{file}: không ghi được ({reason}) -> kiểm tra quyền ghi và chỗ trống, rồi chạy lại lệnh này"
        )
        raise EnvironmentFault(message.format(file=error.filename, reason=error.strerror or error)) from error


def _begin(folder: Path, shipped: Mapping[str, bytes]) -> ExitCode:
    from kh_docs.publish.shipped import bring

    bring(shipped, folder)
    say(_("Đã có thư mục làm việc {folder}. Tiếp theo:").format(folder=folder))
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


def _restore(folder: Path, lost: tuple[str, ...], shipped: Mapping[str, bytes]) -> ExitCode:
    from kh_docs.publish.shipped import restore

    for name in [_name(folder, asked, shipped) for asked in lost]:
        beside = restore(name, shipped[name], folder)
        put(folder / name)
        if beside is not None:
            say(_("{file}: bản đã sửa nay là {name}").format(file=folder / name, name=beside.name))
    return ExitCode.DONE


def _name(folder: Path, asked: str, shipped: Mapping[str, bytes]) -> str:
    """The file meant, by its path in the workspace, by one from here, or by its name alone."""
    from kh_docs.text import nearest

    here = Path(asked).absolute()
    root = folder.absolute()
    inside = here.relative_to(root).as_posix() if here.is_relative_to(root) else ""
    plain = Path(asked).as_posix()
    named = [name for name in shipped if Path(name).name == plain]
    found = [name for name in (plain, inside) if name in shipped] or named
    if len(found) == 1 or found[:1] == [plain]:
        return found[0]
    close = named or nearest(plain, shipped)
    message = _("{file}: chương trình không có tệp gốc này -> có: {names}")
    raise UsageError(message.format(file=asked, names=", ".join(close or sorted(shipped)[:LISTED])))


def _shipped(source: Path) -> dict[str, bytes]:
    """The files to bring, by their path; dot-files and marks of open ones belong to other programs."""
    return {
        path.relative_to(source).as_posix(): path.read_bytes()
        for part in COPIED
        for path in sorted((source / part).rglob("*"))
        if path.is_file() and not path.name.startswith((".", "~$"))
    }


def _refuse_other_files(folder: Path, shipped: Mapping[str, bytes]) -> None:
    """A folder that is no workspace holds something else: nothing is mixed into it."""
    others = [
        str(folder / name)
        for name, content in shipped.items()
        if (folder / name).exists() and (folder / name).read_bytes() != content
    ]
    if others:
        more = _(" và {count} tệp khác").format(count=len(others) - LISTED) if len(others) > LISTED else ""
        message = _(
            "{folder}: đã có tệp khác nội dung ({files}{more}) -> chọn thư mục trống, hoặc dời các tệp ấy đi"
        )
        raise UsageError(message.format(folder=folder, files=", ".join(others[:LISTED]), more=more))
