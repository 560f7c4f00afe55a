"""What we wrote in a plan's folder: the manifest, and the journal that keeps it true through a crash.

Before files are put in place the journal says which bytes will stand where, and which stood there before. So
after a crash the next run knows its own files by their sha256, whether they got into place or not. When a run
ends the manifest takes the journal up, and the journal goes.
"""

import json
import os
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from kh_docs.bounded import read_bounded
from kh_docs.i18n import _
from kh_docs.publish.entries import Intent, Record, intent_of, is_place, record_of, stored
from kh_docs.publish.files import digest, remove, replace_whole, write_open

MANIFEST, JOURNAL = ".kh-docs-manifest.json", ".kh-docs-journal"
_VERSION = 1
# Ten times what a hundred thousand files need.
_MAX_BYTES = 256 * 2**20


class Ledger:
    """The records of one plan's folder, by path inside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._manifest, self._journal = folder / MANIFEST, folder / JOURNAL
        self._temporary = folder / ".kh-docs-manifest.tmp"
        self.notes: list[str] = []
        self._changed = False
        self._unreadable = False
        self._records = self._read_manifest()
        self._complete = not self._unreadable

    def record(self, path: str) -> Record | None:
        """Return what we know of the file, None when it is not ours."""
        return self._records.get(path)

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self._changed

    @property
    def complete(self) -> bool:
        """Whether the records are all that there were, none lost with a broken manifest."""
        return self._complete

    def pointed_to(self) -> set[str]:
        """The sha256 of every file that a record may have to ask for."""
        return {
            name
            for record in self._records.values()
            for name in (record.sha256, record.before, record.before_base)
            if name
        }

    def set(self, path: str, record: Record) -> None:
        """Remember that the file holds what the record says."""
        if self._records.get(path) != record:
            self._records[path] = record
            self._changed = True

    def announce(self, intents: Iterable[Intent]) -> int:
        """Write down what is about to be put in place; return the journal, open, to be synced and closed."""
        # Each line begins on a fresh one, because a full disk may have cut the line before.
        lines = "".join(
            "\n" + json.dumps({**intent._asdict(), "record": stored(intent.record)}) for intent in intents
        )
        return write_open(self._journal, os.O_APPEND, (lines + "\n").encode())

    def interrupted(self) -> list[Intent]:
        """Return what an unfinished run was about to put in place; empty after a run that ended well."""
        try:
            lines = read_bounded(self._journal, _MAX_BYTES).splitlines()
        except FileNotFoundError:
            return []
        # A line cut short: nothing of it was put in place.
        return [intent for line in lines if (intent := intent_of(line)) is not None]

    def take_up(self, intents: Iterable[Intent]) -> None:
        """Remember those of an unfinished run's files that did get into place."""
        for intent in intents:
            try:
                arrived = digest(self._folder / intent.path) == intent.record.put
            except OSError:
                continue
            if arrived:
                self.set(intent.path, intent.record)

    def unfinished(self) -> bool:
        """Tell whether a run ended here without taking its journal up."""
        return self._journal.exists()

    def save(self, *, tidy: bool) -> None:
        """Write the manifest if it changed; drop the journal unless there is something left to sweep."""
        if self._changed:
            if self._unreadable:  # another version of kh-docs, or a person, may still make sense of it
                os.replace(self._manifest, self._manifest.with_suffix(".old.json"))
                self._unreadable = False
            replace_whole(self._manifest, self._manifest_content(), self._temporary)
            self._changed = False
        if tidy:
            remove(self._temporary)  # of a run that was killed while it wrote the manifest
            remove(self._journal)

    def drop_journal(self) -> None:
        """Forget what was announced: all of it is in place, and nobody will ask for it."""
        remove(self._journal)

    def _manifest_content(self) -> bytes:
        """A line for each file; put together piece by piece, as of ten thousand files it is megabytes."""
        content = BytesIO()
        content.write(b'{"version": %d, "files": {' % _VERSION)
        separator = b"\n"
        for path, record in sorted(self._records.items()):
            content.write(separator + f"{json.dumps(path)}: {json.dumps(stored(record))}".encode())
            separator = b",\n"
        content.write(b"}}")
        return content.getvalue()

    def _read_manifest(self) -> dict[str, Record]:
        try:
            data = json.loads(read_bounded(self._manifest, _MAX_BYTES))
            if data["version"] == _VERSION:
                return self._sound(data["files"].items())
        except FileNotFoundError:
            return {}
        # An OSError stops the run: what the disk cannot read now it may read next time, if still there.
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            pass
        return self._lost()

    def _sound(self, entries: Iterable[tuple[str, object]]) -> dict[str, Record]:
        """The entries that say what ours would; of others is told."""
        records: dict[str, Record] = {}
        bad = []
        for path, entry in entries:
            record = record_of(entry)
            if record is None or not is_place(path):
                bad.append(path)
            else:
                records[path] = record
        if bad and not records:
            return self._lost()
        if bad:
            self._unreadable = True
            message = _("{file}: {count} dòng của sổ theo dõi bị hỏng, không dùng -> tệp ấy không bị ghi đè")
            self.notes.append(message.format(file=self._manifest, count=len(bad)))
        return records

    def _lost(self) -> dict[str, Record]:
        self._unreadable = True
        message = _("{file}: sổ theo dõi hỏng hoặc của phiên bản khác -> không ghi đè tệp nào đang có")
        self.notes.append(message.format(file=self._manifest))
        return {}
