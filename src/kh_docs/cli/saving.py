"""Write one file that the user named, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from kh_docs.errors import EnvironmentFault
from kh_docs.i18n import _
from kh_docs.publish.files import new_temporary, opened_by, remove, replace_whole


def save(path: Path, content: bytes) -> None:
    """Put `content` at `path`; a file that Word or Excel holds open is not touched."""
    if opened_by(path):
        raise EnvironmentFault(
            _("{file}: đang mở trong chương trình khác -> đóng tệp rồi chạy lại").format(file=path)
        )
    temporary = new_temporary(path.parent)
    try:
        replace_whole(path, content, temporary)
    except OSError as error:
        remove(temporary)
        message = _("{file}: không ghi được ({reason}) -> kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa")
        raise EnvironmentFault(message.format(file=path, reason=error.strerror or error)) from error
