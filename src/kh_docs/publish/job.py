"""One output on its way to its place, and what the file that stands there says about it."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from kh_docs.i18n import _
from kh_docs.publish.entries import Record
from kh_docs.publish.faults import explain
from kh_docs.publish.files import NotAFileError, digest, is_busy, new_temporary, opened_by
from kh_docs.publish.held import free_of_writers
from kh_docs.publish.output import Output, Result, Status


@dataclass
class Job:
    """An output, its place on disk and what is known by now; without a status it is still to be written."""

    output: Output
    path: Path
    key: str
    record: Record = field(init=False)
    status: Status | None = None
    reason: str = ""
    old: str | None = None
    mode: int | None = None
    temporary: Path = field(init=False)
    descriptor: int = -1
    # Somebody else's file, or one that somebody changed, stands there.
    hers: bool = False
    edited: bool = False

    def __post_init__(self) -> None:
        self.record = _record(self.output)
        self.temporary = new_temporary(self.path.parent)

    def end(self, status: Status, reason: str = "") -> None:
        """Settle what becomes of the output."""
        self.status, self.reason = status, reason

    def fail(self, error: OSError) -> None:
        """Settle it by what the disk answered."""
        if is_busy(error):
            self.end("kept", being_written())
        elif isinstance(error, FileExistsError):
            self.end("kept", _("vừa có tệp khác ở chỗ này -> xem lại tệp đó rồi chạy lại"))
        else:
            self.end("refused", explain(error))

    def result(self) -> Result:
        """Return what became of the output; in a dry run, what would."""
        output = self.output
        status = self.status or "written"
        about = (output.unit, output.kind, output.blanks)
        return Result(self.path, status, self.reason, *about, edited=self.edited)


def _record(output: Output) -> Record:
    """What we will know of the file once it is in place."""
    put = hashlib.sha256(output.content).hexdigest()
    sha256 = put if output.base is None else hashlib.sha256(output.base).hexdigest()
    about = (output.unit, output.kind, output.blanks, output.number, output.issued_on)
    return Record(sha256, output.fingerprint, *about, merged=put if put != sha256 else "")


def edited() -> str:
    """Return why an edited file is kept."""
    return _("đã có người sửa sau khi tạo -> cần bản mới thì đổi tên bản đã sửa rồi chạy lại")


def being_written() -> str:
    """Return why a file is kept that another program has in its hands."""
    return _("đang mở trong chương trình khác -> đóng tệp rồi chạy lại")


def opened(path: Path) -> str:
    """Return why an open file is kept, nothing if it is not open."""
    if mark := opened_by(path):
        reason = _("đang mở (có tệp khóa {mark}) -> đóng Word hoặc LibreOffice rồi chạy lại")
        return reason.format(mark=mark.name)
    with free_of_writers(path) as free:
        return "" if free else being_written()


def judge(job: Job, known: Record | None) -> None:
    """Compare the output with what stands in its place and with what we remember of it."""
    try:
        seen = digest(job.path)
    except NotAFileError:
        job.end("kept", _("không phải tệp thường -> dời đi rồi chạy lại"))
        return
    except OSError as error:
        job.end("kept", opened(job.path) or explain(error))
        return
    if seen is None:
        job.reason = _("bản trước đã bị xóa hoặc đổi tên, nay tạo lại") if known else ""
    elif seen == job.record.put:
        job.end("unchanged")
    elif known is None:
        job.hers = True
        job.end("kept", _("có sẵn và không do kh-docs tạo -> đổi tên hoặc dời tệp đó đi rồi chạy lại"))
    elif seen != known.sha256:
        job.hers = job.edited = True
        job.end("kept", edited())
    else:
        _let_follow(job, seen)


def judge_changed(job: Job, before: str | None) -> None:
    """The same for a file that was read, when its sha256 was `before`, and is to hold something else."""
    try:
        seen = digest(job.path)
    except OSError as error:
        job.end("kept", _("không phải tệp thường") if isinstance(error, NotAFileError) else explain(error))
        return
    if seen == job.record.put:
        job.end("unchanged")
    elif seen != before:
        job.end("kept", _("vừa có người sửa tệp này trong lúc lệnh chạy -> chạy lại lệnh"))
    elif seen is not None:
        _let_follow(job, seen)


def _let_follow(job: Job, seen: str) -> None:
    """The file that stands there may be replaced, unless it is open or read-only."""
    if reason := opened(job.path):
        job.end("kept", reason)
        return
    # Its successor may be read and changed by the same people.
    job.mode = stat.S_IMODE(os.lstat(job.path).st_mode)
    if not job.mode & stat.S_IWUSR:
        job.end("kept", _("là tệp chỉ cho đọc -> bỏ dấu “chỉ đọc” của tệp, hoặc đổi tên tệp, rồi chạy lại"))
        return
    job.old = seen
