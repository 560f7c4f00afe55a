"""Publish a plan's files: one run at a time, each file judged first and written in batches."""

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from sys import intern
from types import TracebackType
from typing import Self

from kh_docs.errors import EnvironmentFault, InternalError
from kh_docs.i18n import _
from kh_docs.publish.batch import write_batch
from kh_docs.publish.copies import copies
from kh_docs.publish.entries import Record
from kh_docs.publish.faults import explain
from kh_docs.publish.files import digest, leads_elsewhere
from kh_docs.publish.job import Job, edited, judge, judge_changed
from kh_docs.publish.ledger import Ledger
from kh_docs.publish.lock import Lock
from kh_docs.publish.output import Output, Result
from kh_docs.publish.preflight import check_writable
from kh_docs.publish.recovery import recover
from kh_docs.publish.store import Store, not_kept
from kh_docs.text import safe_name

# Files of one batch share their syncs; what a crash can cost is one batch of new files. The documents of all
# districts of a province are one.
_BATCH = 100


class Publisher:
    """The one run that may publish a plan's files under `out`; a dry run tells what would become of them."""

    def __init__(self, out: Path, plan_id: str, *, dry_run: bool = False) -> None:
        self._out = out
        self._folder = out / safe_name(plan_id)
        self._dry_run = dry_run
        self._tidy = True
        self._store = Store(self._folder)
        # Of thousands of folders and files only their names are kept: paths would fill most of the memory.
        self._elsewhere: dict[str, bool] = {}
        self._asked: set[str] = set()

    def __enter__(self) -> Self:
        check_writable(self._folder)
        if leads_elsewhere(self._out, Path(self._folder.name)):
            message = _("{path}: là liên kết dẫn ra nơi khác -> xóa liên kết đó rồi chạy lại")
            raise EnvironmentFault(message.format(path=self._folder))
        try:
            self._begin()
        except OSError as error:
            raise EnvironmentFault(f"{self._folder}: {explain(error)}") from error
        return self

    def _begin(self) -> None:
        if self._dry_run:
            self._ledger = Ledger(self._folder)
            self._ledger.take_up(self._ledger.interrupted())
            return
        self._lock = Lock(self._folder / ".kh-docs-lock")
        self._folder.mkdir(parents=True, exist_ok=True)
        self._lock.acquire()
        try:
            self._ledger = Ledger(self._folder)
            if self._ledger.unfinished():
                self._recover()
        except BaseException:
            self._lock.release()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._ledger.notes += copies(self._folder, self._asked)
        if self._dry_run:
            return
        try:
            if self._ledger.unfinished() and (kind or not self._tidy):
                with contextlib.suppress(OSError):  # the journal stays, and the next run recovers
                    self._recover()
            else:
                self._save()
        finally:
            self._lock.release()

    def path_to(self, path: Path) -> Path:
        """Where an output lies, with the out folder as it was given."""
        return self._out / path

    @property
    def notes(self) -> list[str]:
        """What the user should know beside the results, complete once the run has ended."""
        return [*self._ledger.notes, *self._store.notes]

    def settled(self, path: Path, fingerprint: str) -> Result | None:
        """Return the result that publishing would have where it is known without the bytes, else None."""
        key, place = self._key(path), self._out / path
        known = self._ledger.record(key)
        self._asked.add(key)
        if known is None or known.fingerprint != fingerprint or self._barred(path):
            return None
        try:
            seen = digest(place)
        except OSError:
            return None
        if seen is None:
            return None
        about = (known.unit, known.kind, known.blanks)
        if seen == known.sha256:
            return Result(place, "unchanged", "", *about)
        return Result(place, "kept", edited(), *about, edited=True)

    def given(self, path: Path) -> tuple[str, str]:
        """The number and the day, as ISO has it, that this document was given in an earlier run."""
        known = self._ledger.record(self._key(path))
        return (known.number, known.issued_on) if known else ("", "")

    def known(self, path: Path) -> Record | None:
        """What we remember of the file at this path."""
        return self._ledger.record(self._key(path))

    def kept(self, sha256: str) -> bytes | None:
        """A file that we wrote or replaced, by its sha256; None where it is lost."""
        return self._store.get(sha256)

    def restore(self, path: Path) -> Result:
        """Bring back the file as it was before new data came into it, unless somebody has edited it since."""
        key, place = self._key(path), self._out / path
        known = self._ledger.record(key)
        if known is None or not known.before:
            about = ("", "") if known is None else (known.unit, known.kind)
            return Result(place, "unchanged", _("không có bản trước nào để trả lại"), *about)
        content = self._store.get(known.before)
        if content is None:
            reason = _("bản trước không còn trong kho lưu -> giữ tệp như đang có")
            return Result(place, "kept", reason, known.unit, known.kind)
        job = Job(Output(path, content, known.unit, known.kind, known.before_fingerprint), place, key)
        merged = known.before if known.before != known.before_base else ""
        old = known._replace(sha256=known.before_base, fingerprint=known.before_fingerprint, merged=merged)
        job.record = old._replace(before="", before_base="", before_fingerprint="")
        judge_changed(job, known.put)
        if job.status is None and not self._dry_run:
            self._tidy &= write_batch([job], self._ledger)
        elif job.status == "unchanged" and not self._dry_run:
            self._ledger.set(key, job.record)
        result = job.result()
        return result._replace(status="restored") if result.status in ("written", "unchanged") else result

    def publish(self, output: Output) -> Result:
        """Put one file in place; many are faster together."""
        return self._publish([output])[0]

    def publish_all(self, outputs: Iterable[Output]) -> Iterator[Result]:
        """Put files in place, a batch at a time, and tell in their order what became of each."""
        source = iter(outputs)
        while batch := list(islice(source, _BATCH)):
            yield from self._publish(batch)

    def _publish(self, outputs: list[Output]) -> list[Result]:
        jobs = [Job(output, self._out / output.path, self._key(output.path)) for output in outputs]
        for job in jobs:
            self._asked.add(job.key)
            if self._barred(job.output.path):
                job.end("refused", _("thư mục là liên kết dẫn ra nơi khác -> xóa liên kết đó rồi chạy lại"))
                continue
            self._judge(job)
        if not self._dry_run:
            self._keep_replaced(jobs)
            self._tidy &= write_batch([job for job in jobs if job.status is None], self._ledger)
            self._keep_written(jobs)
        return [job.result() for job in jobs]

    def _judge(self, job: Job) -> None:
        known, output = self._ledger.record(job.key), job.output
        if output.replaces is None:
            judge(job, known)
        else:
            before = hashlib.sha256(output.replaces).hexdigest()
            judge_changed(job, before)
            base, made_from = (known.sha256, known.fingerprint) if known else ("", "")
            job.record = job.record._replace(before=before, before_base=base, before_fingerprint=made_from)
        if job.status == "unchanged":
            if known is not None:
                names = ("merged", "before", "before_base", "before_fingerprint")
                job.record = job.record._replace(**{name: getattr(known, name) for name in names})
            self._ledger.set(job.key, job.record)

    def _keep_replaced(self, jobs: list[Job]) -> None:
        """What cannot be had back is not replaced."""
        replacing = [job for job in jobs if job.status is None and job.output.replaces is not None]
        wanted = [each for job in replacing for each in (job.output.replaces, job.output.base) if each]
        if (fault := self._store.keep(wanted)) is not None:
            for job in replacing:
                job.fail(fault)

    def _keep_written(self, jobs: list[Job]) -> None:
        """Keep what later data may be merged with; without it the file is only kept as it is then."""
        lasting = [
            job.output for job in jobs if job.output.lasting and job.status in ("written", "unchanged")
        ]
        if (fault := self._store.keep(each.base or each.content for each in lasting)) is not None:
            note = not_kept(fault)
            self._ledger.notes += [note] if note not in self._ledger.notes else []

    def _key(self, path: Path) -> str:
        if len(path.parts) < 2 or path.parts[0] != self._folder.name:
            raise InternalError(f"{path} is not inside {self._folder.name}")
        return intern("/".join(path.parts[1:]))

    def _barred(self, path: Path) -> bool:
        folder = str(path.parent)
        if folder not in self._elsewhere:
            self._elsewhere[folder] = leads_elsewhere(self._out, path.parent)
        return self._elsewhere[folder]

    def _recover(self) -> None:
        places = (Path(place) for place, _folders, _names in os.walk(self._folder))
        self._tidy = recover(self._folder, self._ledger, places)
        self._save()

    def _save(self) -> None:
        try:
            changed = self._ledger.changed
            self._ledger.save(tidy=self._tidy)
            # With a broken manifest nobody knows what will be asked for.
            if changed and self._ledger.complete:
                self._store.collect(self._ledger.pointed_to())
        except OSError as error:
            message = _("{folder}: chưa ghi được sổ theo dõi: {reason}; nhật ký còn đó, lần chạy sau ghi lại")
            self._ledger.notes.append(message.format(folder=self._folder, reason=explain(error)))
