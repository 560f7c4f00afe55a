"""Write a copy of a document that the user gave, never over a file that is there."""

from __future__ import annotations

import os
from pathlib import Path

from kh_docs.bounded import read_bounded, reason_of
from kh_docs.errors import EnvironmentFault
from kh_docs.i18n import _
from kh_docs.publish import Changed, write_changed
from kh_docs.publish.job import opened


def stands_there(target: Path, content: bytes) -> bool:
    """Whether the file holds just this; what is no file, or cannot be read, does not."""
    try:
        return read_bounded(target) == content
    except OSError:
        return False


def write_copy(target: Path, content: bytes) -> str:
    """Why nothing was written; empty when it was, or stood there already."""
    if os.path.lexists(target) and not stands_there(target, content):
        return _("{file}: đã có tệp khác ở đây -> chọn --out khác, hoặc dời tệp đó đi").format(file=target)
    if reason := opened(target):
        return f"{target}: {reason}"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("{file}: không ghi được ({reason}) -> kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa")
        raise EnvironmentFault(message.format(file=target.parent, reason=reason_of(error))) from error
    (result,) = write_changed(target.parent, [Changed(target, None, content)])
    if result.status == "refused":
        raise EnvironmentFault(f"{target}: {result.reason}")
    return f"{target}: {result.reason}" if result.status == "kept" else ""
