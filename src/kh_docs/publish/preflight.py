"""What can be refused before any document is made: a folder that takes no files, names that cannot stand."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from kh_docs.errors import DataError, EnvironmentFault, Problem
from kh_docs.i18n import _
from kh_docs.publish.files import leads_elsewhere
from kh_docs.text import TextRefused, safe_name

# Windows allows 260; ours leaves room for the longer name of a file that waits aside.
_MAX_PATH_CHARACTERS = 240


def check_writable(folder: Path) -> None:
    """Refuse a folder that does not take files, or cannot be made."""
    place = folder
    while not os.path.lexists(place):
        place = place.parent
    if not place.is_dir():
        message = _("{path}: là tệp, không phải thư mục -> chọn thư mục khác bằng --out")
    elif not os.access(place, os.W_OK | os.X_OK):
        message = _("{path}: không có quyền ghi vào thư mục -> xin quyền hoặc chọn thư mục khác bằng --out")
    else:
        return
    raise EnvironmentFault(message.format(path=place))


def check_names(out: Path, paths: Iterable[Path]) -> None:
    """Refuse paths that are one file on some system, lead out of `out`, or are too long for Windows."""
    problems: list[Problem] = []
    taken: dict[str, Path] = {}
    folders: dict[Path, bool] = {}
    for path in paths:
        problems += [Problem(str(path), None, "", *refused) for refused in _unusable(path)]
        other = taken.setdefault(unicodedata.normalize("NFC", str(path)).casefold(), path)
        if other is not path:
            message = _("trùng tên tệp với {other}").format(other=other)
            fix = _("đặt tên khác nhau không chỉ ở chữ hoa, chữ thường, vì Windows coi là một")
            problems.append(Problem(str(path), None, "", message, fix))
        if (length := len(os.path.abspath(out / path))) > _MAX_PATH_CHARACTERS:
            message = _("đường dẫn quá dài cho Windows ({length}/260)").format(length=length)
            problems.append(Problem(str(path), None, "", message, _("chọn thư mục ngắn hơn bằng --out")))
        if path.parent not in folders:
            folders[path.parent] = leads_elsewhere(out, path.parent)
        if folders[path.parent] or os.path.islink(out / path):
            message = _("là liên kết dẫn ra nơi khác")
            problems.append(Problem(str(out / path), None, "", message, _("xóa liên kết đó rồi chạy lại")))
    if problems:
        raise DataError(problems)


def _unusable(path: Path) -> Iterator[tuple[str, str]]:
    """What is wrong with the names in the path, and how to mend it."""
    for part in path.parts:
        try:
            safe_name(part)
        except TextRefused as refused:
            yield refused.message, refused.fix
