"""Put right what a dead run left in a plan's folder: files waiting aside, temporary files, the journal."""

import os
from collections.abc import Iterable
from pathlib import Path

from kh_docs.i18n import _
from kh_docs.publish.files import digest, give_back, is_temporary, original_of, remove
from kh_docs.publish.ledger import Ledger


def recover(folder: Path, ledger: Ledger, places: Iterable[Path]) -> bool:
    """Finish or undo each step that was under way in `places`, folders at or below that of the ledger.

    The caller has the lock. Tells whether nothing is left.
    """
    intents = ledger.interrupted()
    ours: dict[Path, set[str | None]] = {}
    for intent in intents:
        ours.setdefault(folder / intent.path, set()).update({intent.old, intent.record.put})
    tidy = True
    for place in places:
        for left in sorted(place.iterdir()):
            if is_temporary(left):
                tidy &= remove(left)
            elif path := original_of(left):
                try:
                    tidy &= _settle(left, path, ours.get(path, set()), ledger)
                except OSError:
                    tidy = False
    ledger.take_up(intents)
    return tidy


def _settle(aside: Path, path: Path, ours: set[str | None], ledger: Ledger) -> bool:
    """Put the old file back, unless its successor is in place and nobody had edited the old one."""
    if os.path.lexists(path) and digest(aside) in ours:
        return remove(aside)
    name = give_back(aside, path)
    if name != path:
        message = _("{path}: có bản đã sửa từ lần chạy bị ngắt, nay lưu ở {name} -> xem lại và giữ bản đúng")
        ledger.notes.append(message.format(path=path, name=name.name))
    return True
