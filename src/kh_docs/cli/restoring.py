"""Put files of a workspace back as they were shipped."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.shipped_files import LISTED
from kh_docs.cli.streams import put, say
from kh_docs.errors import UsageError
from kh_docs.i18n import _


def restore(folder: Path, lost: tuple[str, ...], shipped: Mapping[str, bytes]) -> ExitCode:
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
