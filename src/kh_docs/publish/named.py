"""Write single files that the user named, or that were read to be changed, by the rule of the documents.

A file is replaced only where its bytes are what we last wrote there, or what we read before we changed it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kh_docs.errors import EnvironmentFault, UsageError
from kh_docs.i18n import _
from kh_docs.publish import files
from kh_docs.publish.batch import write_batch
from kh_docs.publish.faults import explain
from kh_docs.publish.job import Job, judge, judge_changed, opened
from kh_docs.publish.ledger import Ledger
from kh_docs.publish.lock import Lock
from kh_docs.publish.output import Output, Result
from kh_docs.publish.recovery import recover


class Changed(NamedTuple):
    """A file that was read (`before`, None when there was none) and is to hold something else."""

    path: Path
    before: bytes | None
    content: bytes


def write_named(path: Path, content: bytes, *suffixes: str) -> Result:
    """Put `content` at `path`, which ends in one of `suffixes`, unless what is there is not as we left it."""
    with _at_work(path.parent, path) as ledger:
        job = _judged(path, content, ledger)
        if job.status is None:
            _refuse_other_ending(path, suffixes)
        return _finished(job, ledger)


def write_over(path: Path, content: bytes, *suffixes: str) -> Result:
    """The same, but a file there that is not as we left it is moved beside instead of staying."""
    _refuse_other_ending(path, suffixes)
    with _at_work(path.parent, path) as ledger:
        job = _judged(path, content, ledger)
        if not job.hers or (reason := opened(path)):
            if job.hers:
                job.end("kept", reason)
            return _finished(job, ledger)
        beside = files.set_beside(path)
        result = _finished(_judged(path, content, ledger), ledger)
        return result._replace(reason=_("bản có sẵn ở đó nay là {name}").format(name=beside.name))


def write_changed(folder: Path, changed: Sequence[Changed]) -> list[Result]:
    """Put files of one folder in place that were read before; one that is another by now is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    with _at_work(folder, folder) as ledger:
        jobs = [_job(each.path, each.content) for each in changed]
        for job, each in zip(jobs, changed, strict=True):
            judge_changed(job, hashlib.sha256(each.before).hexdigest() if each.before is not None else None)
        if write_batch([job for job in jobs if job.status is None], ledger):
            # What was read before it is written is known without a manifest.
            ledger.drop_journal()
        return [job.result() for job in jobs]


def recover_changed(folder: Path) -> list[str]:
    """Put right what a run that was killed while it changed files left in `folder`; what to tell of it."""
    if not (folder.is_dir() and Ledger(folder).unfinished()):
        return []
    with _at_work(folder, folder) as ledger:
        ledger.drop_journal()
        return ledger.notes


@contextlib.contextmanager
def _at_work(folder: Path, asked: Path) -> Iterator[Ledger]:
    """The ledger of `folder` under its lock, put right after a dead run; `asked`: what to speak of."""
    if not folder.is_dir():
        message = _("{path}: không ghi được vì không có thư mục đó -> tạo thư mục, hoặc sửa đường dẫn")
        raise EnvironmentFault(message.format(path=asked))
    lock = Lock(folder / ".kh-docs-lock")
    try:
        lock.acquire()
        try:
            ledger = Ledger(folder)
            if ledger.unfinished():
                recover(folder, ledger, [folder])
            yield ledger
        finally:
            lock.release()
    except OSError as error:
        message = _("{path}: không ghi được: {reason}").format(path=asked, reason=explain(error))
        raise EnvironmentFault(message) from error


def _job(path: Path, content: bytes) -> Job:
    return Job(Output(Path(path.name), content, "", "", ""), path, path.name)


def _judged(path: Path, content: bytes, ledger: Ledger) -> Job:
    _refuse_irregular(path)
    job = _job(path, content)
    judge(job, ledger.record(job.key))
    job.reason = job.reason if job.status else ""
    return job


def _finished(job: Job, ledger: Ledger) -> Result:
    """Write what is to be written; a disk's refusal stops the command, as nothing else was asked of it."""
    tidy = write_batch([job], ledger) if job.status is None else True
    ledger.save(tidy=tidy)
    result = job.result()
    if result.status == "refused":
        raise EnvironmentFault(f"{result.path}: {result.reason}")
    return result


def _refuse_irregular(path: Path) -> None:
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        message = _("{path}: không phải tệp thường (thư mục, liên kết hoặc thiết bị) -> ghi tên tệp khác")
        raise UsageError(message.format(path=path))


def _refuse_other_ending(path: Path, suffixes: tuple[str, ...]) -> None:
    if path.suffix.lower() not in suffixes:
        example = path.with_suffix(suffixes[0])
        message = _("{path}: tệp xuất ra phải có đuôi {suffixes} -> ghi ví dụ {example}")
        raise UsageError(message.format(path=path, suffixes=", ".join(suffixes), example=example.name))
