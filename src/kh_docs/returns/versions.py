"""The returns of each unit in the order in which they came: the newest counts, the others are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.returns.ground import Ground
from kh_docs.returns.returned import FileRead, Return
from kh_docs.returns.shelf import Shelf
from kh_docs.returns.values import Asked, Figure

# Differences that are told one by one.
_MOST_TOLD = 10


class Sent(NamedTuple):
    """One version: where it stands, and what decides which comes first."""

    age: tuple[float, tuple[int, ...], str]
    at: int
    path: str
    received_on: date
    is_complete: bool


class Versions:
    """Takes in returns as they are read."""

    def __init__(self, shelf: Shelf, ground: Ground) -> None:
        self._shelf, self._ground = shelf, ground
        self._seen: dict[tuple[str, str], str] = {}
        self.sent: dict[str, list[Sent]] = {}

    def add(self, sent: Return) -> FileRead | None:
        """Keep the return; a second copy of the same bytes is no version, and is told of."""
        first = self._seen.setdefault((sent.digest, sent.unit), sent.path)
        if first != sent.path:
            same = _("trùng nội dung với {path}").format(path=first)
            return FileRead(sent.path, sent.unit, "superseded", same)
        complete = _is_complete(sent, self._ground.asked(sent.unit))
        version = Sent(sent.age, self._shelf.put(sent), sent.path, sent.received_on, complete)
        known = self.sent.setdefault(sent.unit, [])
        known.append(version)
        known.sort()
        return None

    def files(self) -> Iterator[FileRead]:
        """What became of each file that could be read."""
        for unit, versions in self.sent.items():
            *older, newest = versions
            yield FileRead(newest.path, unit, "read")
            for version in older:
                newer = _("đã có bản mới hơn: {path}").format(path=newest.path)
                yield FileRead(version.path, unit, "superseded", newer)


def _is_complete(sent: Return, asked: Iterable[Asked]) -> bool:
    """Whether every figure of this period is there that cannot be worked out from others."""
    return all(
        sent.figures[cell.key].state != "blank"
        for cell in asked
        if cell.column == "ky_nay" and not cell.reason and not cell.item.formula and cell.key in sent.figures
    )


def differences(before: Return, newest: Return, asked: Iterable[Asked]) -> str:
    """What the newest version says otherwise than the one before it."""
    told = [
        f"{cell.spoken}: {_shown(before.figures[cell.key])} -> {_shown(newest.figures[cell.key])}"
        for cell in asked
        if cell.key in before.figures
        and cell.key in newest.figures
        and _said(before.figures[cell.key]) != _said(newest.figures[cell.key])
    ]
    if len(told) > _MOST_TOLD:
        told = [*told[:_MOST_TOLD], _("{count} ô khác nữa").format(count=len(told) - _MOST_TOLD)]
    return "; ".join(told)


def _said(figure: Figure) -> tuple[str, object]:
    return figure.state, figure.value


def _shown(figure: Figure) -> str:
    return figure.raw.strip() or _("(trống)")
