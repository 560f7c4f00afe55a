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
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.publish.files import digest, remove, replace_whole, write_open

MANIFEST, JOURNAL = ".kh-docs-manifest.json", ".kh-docs-journal"
_VERSION = 1


class Record(NamedTuple):
    """A file we wrote: the sha256 of its bytes and the fingerprint of what they were made from."""

    sha256: str
    fingerprint: str
    unit: str
    kind: str
    blanks: int = 0


class Intent(NamedTuple):
    """A line of the journal: these bytes are about to stand at `path`, in place of the `old` ones if any."""

    path: str
    old: str | None
    record: Record


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

    def record(self, path: str) -> Record | None:
        """Return what we know of the file, None when it is not ours."""
        return self._records.get(path)

    def set(self, path: str, record: Record) -> None:
        """Remember that the file holds what the record says."""
        if self._records.get(path) != record:
            self._records[path] = record
            self._changed = True

    def announce(self, intents: Iterable[Intent]) -> int:
        """Write down what is about to be put in place; return the journal, open, to be synced and closed."""
        # Each line begins on a fresh one, because a full disk may have cut the line before.
        lines = "".join(
            "\n" + json.dumps({**intent._asdict(), "record": intent.record._asdict()}) for intent in intents
        )
        return write_open(self._journal, os.O_APPEND, (lines + "\n").encode())

    def interrupted(self) -> list[Intent]:
        """Return what an unfinished run was about to put in place; empty after a run that ended well."""
        try:
            lines = self._journal.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        intents = []
        for line in lines:
            try:
                data = json.loads(line)
                intents.append(Intent(str(data["path"]), data["old"], Record(**data["record"])))
            except (ValueError, TypeError, KeyError):
                continue  # cut short: nothing of it was put in place
        return intents

    def take_up(self, intents: Iterable[Intent]) -> None:
        """Remember those of an unfinished run's files that did get into place."""
        for intent in intents:
            try:
                arrived = digest(self._folder / intent.path) == intent.record.sha256
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
            content.write(separator + f"{json.dumps(path)}: {json.dumps(record._asdict())}".encode())
            separator = b",\n"
        content.write(b"}}")
        return content.getvalue()

    def _read_manifest(self) -> dict[str, Record]:
        try:
            data = json.loads(self._manifest.read_bytes())
            if data["version"] == _VERSION:
                return {str(path): Record(**record) for path, record in data["files"].items()}
        except FileNotFoundError:
            return {}
        # An OSError stops the run: what the disk cannot read now it may read next time, if still there.
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            pass
        self._unreadable = True
        message = _("{file}: sổ theo dõi hỏng hoặc của phiên bản khác -> không ghi đè tệp nào đang có")
        self.notes.append(message.format(file=self._manifest))
        return {}
