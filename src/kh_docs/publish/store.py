"""Files by their sha256: what we wrote and what it replaced, for runs that have to know it again.

The files of one batch go into one bundle, a zip, so that they cost one wait for the disk. What is lost here
costs nobody a word: without it an edited file is kept as it is.
"""

import errno
import hashlib
import os
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.publish import files, syncing
from kh_docs.publish.faults import explain
from kh_docs.word.archive import ZIP_FAULTS

STORE = ".kh-docs-store"
_BUNDLE = ".zip"
# Far more than any document; a bundle that says more was not written by us.
_MAX_BYTES = 64 * 2**20
# What is compressed already only gets larger.
_PACKED = b"PK"
_NOT_A_BUNDLE = (*ZIP_FAULTS, KeyError)


class _Staged(NamedTuple):
    """A bundle under a temporary name, still open."""

    temporary: Path
    descriptor: int
    names: tuple[str, ...]


class Store:
    """The bundles of one plan's folder; `notes` tells of those that are broken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / STORE
        self._places: dict[str, Path] | None = None
        self.notes: list[str] = []

    def keep(self, contents: Iterable[bytes]) -> OSError | None:
        """Put `contents` on disk now; what prevented it, if anything did."""
        try:
            staged = self._stage(contents)
            if staged is None:
                return None
            try:
                (fault,) = syncing.sync_all([staged.descriptor])
            finally:
                syncing.close(staged.descriptor)
            if fault is None:
                self._settle(staged)
        except OSError as error:
            fault = error
        if fault is not None:
            self._sweep()
        return fault

    def _stage(self, contents: Iterable[bytes]) -> _Staged | None:
        """Write what is not kept yet under a temporary name."""
        named = {hashlib.sha256(content).hexdigest(): content for content in contents}
        missing = {name: named[name] for name in sorted(named.keys() - self._known().keys())}
        if not missing:
            return None
        if os.path.lexists(self._folder) and (self._folder.is_symlink() or not self._folder.is_dir()):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(self._folder))
        self._folder.mkdir(exist_ok=True)
        temporary = files.new_temporary(self._folder)
        descriptor = files.write_open(temporary, os.O_EXCL, _bundle(missing))
        return _Staged(temporary, descriptor, tuple(missing))

    def _settle(self, staged: _Staged) -> None:
        """Give the bundle its name; that tells what is in it, so that it can only replace itself."""
        name = hashlib.sha256("".join(staged.names).encode()).hexdigest()[:32]
        place = self._folder / f".{name}{_BUNDLE}"  # hidden, as people have nothing to do with it
        os.replace(staged.temporary, place)
        syncing.sync_folders([self._folder])
        self._known().update(dict.fromkeys(staged.names, place))

    def get(self, sha256: str) -> bytes | None:
        """The file of this sha256, None where it is not kept or not whole any more."""
        place = self._known().get(sha256)
        if place is None:
            return None
        try:
            with zipfile.ZipFile(place) as bundle:
                whole = bundle.getinfo(sha256).file_size <= _MAX_BYTES
                content = bundle.read(sha256) if whole else b""
        except _NOT_A_BUNDLE:
            self._tell(place)
            return None
        if hashlib.sha256(content).hexdigest() != sha256:
            self._tell(place)
            return None
        return content

    def collect(self, live: set[str]) -> None:
        """Drop what no record points to any more; a bundle that is mostly dead is written anew."""
        self._sweep()
        by_place: dict[Path, list[str]] = {}
        for name, place in self._known().items():
            by_place.setdefault(place, []).append(name)
        for place, names in by_place.items():
            wanted = [name for name in names if name in live]
            if len(wanted) * 2 > len(names):
                continue
            kept = [content for name in wanted if (content := self.get(name)) is not None]
            if len(kept) < len(wanted):
                continue  # what is broken stays for whoever can still make sense of it
            for name in names:
                del self._known()[name]
            if self.keep(kept) is None:
                files.remove(place)

    def _sweep(self) -> None:
        """Remove what a run that failed or was killed left half written."""
        for left in self._folder.glob(".*"):
            if files.is_temporary(left):
                files.remove(left)

    def _known(self) -> dict[str, Path]:
        """Where each file is, read from the bundles' directories when first asked for."""
        if self._places is None:
            self._places = {}
            for place in sorted(self._folder.glob(f"*{_BUNDLE}")):
                if not place.is_file():
                    continue
                try:
                    with zipfile.ZipFile(place) as bundle:
                        self._places.update(dict.fromkeys(bundle.namelist(), place))
                except _NOT_A_BUNDLE:
                    self._tell(place)
        return self._places

    def _tell(self, place: Path) -> None:
        message = _("{file}: bản lưu để cập nhật bị hỏng -> tệp đã sửa cần bản lưu ấy thì được giữ nguyên")
        note = message.format(file=place)
        if note not in self.notes:
            self.notes.append(note)


def not_kept(error: OSError) -> str:
    """What it means that a file could not be kept here."""
    message = _("chưa lưu được bản gốc để sau này cập nhật tệp đã sửa: {reason}")
    return message.format(reason=explain(error))


def _bundle(contents: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as bundle:
        for name, content in contents.items():
            packed = content.startswith(_PACKED)
            info = zipfile.ZipInfo(name)  # its date says nothing, so that the same files give the same bundle
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            bundle.writestr(info, content)
    return target.getvalue()
