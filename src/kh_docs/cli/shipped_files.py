"""The files that a workspace begins with, and folders in which they must not be laid."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from kh_docs.cli.copies import stands_there
from kh_docs.errors import UsageError
from kh_docs.i18n import _

COPIED = ("data", "templates")

LISTED = 5


def shipped_files(source: Path) -> dict[str, bytes]:
    """The files to bring, by their path; dot-files and marks of open ones belong to other programs."""
    return {
        path.relative_to(source).as_posix(): path.read_bytes()
        for part in COPIED
        for path in sorted((source / part).rglob("*"))
        if path.is_file() and not path.name.startswith((".", "~$"))
    }


def refuse_other_files(folder: Path, shipped: Mapping[str, bytes]) -> None:
    """A folder that is no workspace holds something else: nothing is mixed into it."""
    others = [
        str(folder / name)
        for name, content in shipped.items()
        if os.path.lexists(folder / name) and not stands_there(folder / name, content)
    ]
    if others:
        more = _(" và {count} tệp khác").format(count=len(others) - LISTED) if len(others) > LISTED else ""
        message = _(
            "{folder}: đã có tệp khác nội dung ({files}{more}) -> chọn thư mục trống, hoặc dời các tệp ấy đi"
        )
        raise UsageError(message.format(folder=folder, files=", ".join(others[:LISTED]), more=more))
