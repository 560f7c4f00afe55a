"""Write a batch of files so that each is old or new at every moment, and no edit is lost in between.

All go to temporary files first, and to disk together with the journal that announces them. Then a new file
gets its name by a move that cannot overwrite; an old one is moved aside, looked at once more, and followed by
its successor, and goes when nobody has written to it meanwhile.
"""

import contextlib
import os
from collections.abc import Callable

from kh_docs.i18n import _
from kh_docs.publish import files, syncing
from kh_docs.publish.entries import Intent
from kh_docs.publish.faults import explain
from kh_docs.publish.held import free_of_writers
from kh_docs.publish.job import Job, being_written, edited
from kh_docs.publish.ledger import Ledger


def write_batch(jobs: list[Job], ledger: Ledger) -> bool:
    """Put the jobs' files in place and settle each job; tell whether nothing is left over beside them."""
    try:
        _write_aside(jobs, ledger)
        _each(_open(jobs), _place)
    finally:
        for job in jobs:
            _clear(job)
    written = [job for job in jobs if job.status == "written"]
    for job in written:
        ledger.set(job.key, job.record)
    _settle_on_disk(written, ledger)
    beside = [path for job in jobs for path in (job.temporary, files.aside_of(job.path))]
    return not any(map(os.path.lexists, beside))


def _open(jobs: list[Job]) -> list[Job]:
    return [job for job in jobs if job.status is None]


def _each(jobs: list[Job], step: Callable[[Job], None]) -> None:
    for job in jobs:
        try:
            step(job)
        except OSError as error:
            job.fail(error)
            _clear(job)  # now, because on a full disk the next file may need its room


def _write_aside(jobs: list[Job], ledger: Ledger) -> None:
    """Announce the files and write them under temporary names, all of it on disk when this ends."""
    if not jobs:
        return
    try:
        journal = ledger.announce(Intent(job.key, job.old, job.record) for job in jobs)
    except OSError as error:
        for job in jobs:
            job.fail(error)
        return
    try:
        _each(jobs, _stage)
        staged = _open(jobs)
        unannounced, *faults = syncing.sync_all([journal, *(job.descriptor for job in staged)])
    finally:
        syncing.close(journal)
    for job, fault in zip(staged, faults, strict=True):
        if (reason := unannounced or fault) is not None:
            job.fail(reason)


def _stage(job: Job) -> None:
    # One level only: when the whole folder has vanished, as with a drive pulled out, none grows in its stead.
    job.path.parent.mkdir(exist_ok=True)
    job.descriptor = files.write_open(job.temporary, os.O_EXCL, job.output.content)
    if job.mode is not None:
        with contextlib.suppress(OSError):  # a disk without modes
            os.chmod(job.temporary, job.mode)


def _close(job: Job) -> None:
    if job.descriptor != -1:
        syncing.close(job.descriptor)
        job.descriptor = -1


def _clear(job: Job) -> None:
    _close(job)
    files.remove(job.temporary)


def _place(job: Job) -> None:
    _close(job)  # Windows moves no open file
    if job.old is None:
        files.move_new(job.temporary, job.path)
    else:
        _replace(job)
    if job.status is None:
        job.end("written", job.reason)


def _replace(job: Job) -> None:
    """Put the new file where the old one is, unless someone has edited that since it was judged."""
    try:
        aside = files.move_aside(job.path)
    except FileNotFoundError:  # deleted since
        files.move_new(job.temporary, job.path)
        return
    try:
        with free_of_writers(aside) as free:
            same = free and files.digest(aside) == job.old
        if not same:
            name = files.give_back(aside, job.path)
            reason = edited() if free else being_written()
            job.end("kept", reason if name == job.path else _moved(name.name))
            return
        files.move_new(job.temporary, job.path)
    except FileExistsError:  # saved anew since; what waits aside is ours and nobody's work
        files.remove(aside)
        raise
    except BaseException:
        if os.path.lexists(aside) and not os.path.lexists(job.path):
            files.give_back(aside, job.path)
        raise


def _moved(name: str) -> str:
    return _("đã có người sửa; bản sửa trước đó nay ở {name} -> xem lại và giữ bản đúng").format(name=name)


def _let_go(job: Job) -> None:
    """Remove the old file, unless somebody's words came into it after it was looked at."""
    aside = files.aside_of(job.path)
    try:
        with free_of_writers(aside) as free:
            if free and files.digest(aside) == job.old:
                files.remove(aside)
                return
        job.end("kept", _moved(files.give_back(aside, job.path).name))
    except OSError:
        return  # it stays where it is, and the next run settles it


def _settle_on_disk(written: list[Job], ledger: Ledger) -> None:
    """Sync the new names, and only then remove the old files: one good name must be on disk at any time."""
    followed = [job for job in written if job.old]
    error = syncing.sync_folders({job.path.parent for job in written})
    if error is None and followed:
        for job in followed:
            _let_go(job)
        error = syncing.sync_folders({job.path.parent for job in followed})
    if error is not None:
        message = _("tệp đã tạo nhưng chưa chắc còn sau khi mất điện: {reason}")
        ledger.notes.append(message.format(reason=explain(error)))
