"""Put the files of a unit into one archive with a list of what is in it, ready to be sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from kh_docs.bounded import read_bounded, reason_of
from kh_docs.errors import EnvironmentFault, UsageError
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.units import Unit
from kh_docs.publish import Output, Publisher, encode_text
from kh_docs.publish import Result as Published
from kh_docs.word.writer import compressed
from kh_docs.word.writer import pack as archive

FOLDER = "_goi"
FILL_IN_LIST = "can-bo-sung"
# Sent and filed with the documents: Vietnamese whatever --lang says.
HEAD = """DANH MỤC VĂN BẢN
{unit}
Thực hiện {plan}
"""


def bundle_all(out: Path, book: Book, units: Sequence[Unit]) -> Iterator[Published]:
    """An archive for each of `units` that has files under `out`; UsageError where none has any."""
    folder = out / book.head.id
    contents = {unit.id: _files(folder / unit.id) for unit in units}
    if not any(contents.values()):
        message = _("{folder}: chưa có văn bản nào của đơn vị được chọn -> chạy kh-docs generate trước")
        raise UsageError(message.format(folder=folder))
    with Publisher(out, book.head.id) as publisher:
        for unit in units:
            if files := contents[unit.id]:
                yield _bundle(publisher, book, unit, files)


def _bundle(publisher: Publisher, book: Book, unit: Unit, files: Sequence[Path]) -> Published:
    parts = {path.name: _read(path) for path in files}
    parts["danh-muc.txt"] = encode_text(_listed(book, unit, parts))
    made = archive(compressed(f"{unit.id}/{name}", parts[name]) for name in sorted(parts))
    path = Path(book.head.id, FOLDER, f"{unit.id}-{book.head.year}.zip")
    return publisher.publish(Output(path, made, unit.id, "goi", hashlib.sha256(made).hexdigest()))


def _listed(book: Book, unit: Unit, parts: dict[str, bytes]) -> str:
    """The covering list: a number, the document's name and its file."""
    head = book.head
    plan = f"{head.kind} số {head.number}/{head.symbol}"
    names: dict[str, str] = {kind.id: kind.name for kind in head.kinds}
    names[FILL_IN_LIST] = "Những chỗ cần bổ sung, cần kiểm tra trước khi trình ký"
    lines = [
        f"{number:02d}. {_name(file, names)}{file} ({max(1, len(parts[file]) // 1024)} KB)"
        for number, file in enumerate(sorted(parts), 1)
    ]
    return "\n".join([HEAD.format(unit=unit.full_name, plan=plan), *lines]) + "\n"


def _name(file: str, names: dict[str, str]) -> str:
    # The longest, because `bao-cao-nam` may begin like another kind of a later plan.
    found = max((kind for kind in names if file.startswith(f"{kind}-")), key=len, default="")
    return f"{names[found]}: " if found else ""


def _files(folder: Path) -> list[Path]:
    """What a person sees in the folder; hidden files and marks of open ones belong to programs."""
    if not folder.is_dir():
        return []
    return sorted(
        path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~$"))
    )


def _read(path: Path) -> bytes:
    try:
        return read_bounded(path)
    except OSError as error:
        message = _("{file}: không đọc được ({reason}) -> đóng tệp trong chương trình khác rồi chạy lại")
        raise EnvironmentFault(message.format(file=path, reason=reason_of(error))) from error
