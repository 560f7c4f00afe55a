"""The returns of each unit in the order in which they came: the newest counts, the others are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.returns.ground import Ground
from kh_docs.returns.returned import FileRead, Return
from kh_docs.returns.shelf import Shelf
from kh_docs.returns.values import Asked, Figure, Question

# Differences that are told one by one.
_MOST_TOLD = 10
# A version that says less than half of what an older one did is hardly an amended one.
_MUCH_LESS = 2


class Sent(NamedTuple):
    """One version: where it stands, and what decides which comes first."""

    age: tuple[float, tuple[int, ...], str]
    at: int
    path: str
    received_on: date
    is_complete: bool
    # How many figures of this period it says: targets stand in every form as it goes out.
    said: int = 0


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
        asked = self._ground.asked(sent.unit)
        complete, said = _is_complete(sent, asked), _said_in(sent, asked)
        version = Sent(sent.age, self._shelf.put(sent), sent.path, sent.received_on, complete, said)
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


def _said_in(sent: Return, asked: Iterable[Asked]) -> int:
    keys = {
        cell.key
        for cell in asked
        if cell.column == "ky_nay" and not (cell.reason or cell.item.formula or cell.item.known)
    }
    return sum(key in keys and figure.state != "blank" for key, figure in sent.figures.items())


def asked_of_fuller(newest: Return, versions: Sequence[Sent]) -> Return:
    """The newest version, with a question where an older one said much more: it may be the wrong file.

    The newest gives the values all the same; nobody but the officer or the unit can tell which is meant.
    """
    *older, last = versions
    fullest = max(older, key=lambda sent: sent.said, default=last)
    if last.said * _MUCH_LESS >= fullest.said:
        return newest
    message = _(
        "bản mới nhất chỉ ghi {now} ô, bản trước ({file}) ghi {before} ô: đề nghị xác nhận bản nào đúng"
    )
    told = message.format(now=last.said, before=fullest.said, file=PurePath(fullest.path).name)
    question = Question(PurePath(last.path).name, "", told, "")
    return newest._replace(questions=[*newest.questions, question])


def asked_of_order(newest: Return, before: Return | None, told: str) -> Return:
    """The newest version, with a question where nothing tells that it is newer than the one before.

    `told`: in what they differ.
    """
    if before is None or not told:
        return newest
    if newest.age[:2] == before.age[:2]:
        message = _("hai bản cùng giờ, không rõ bản nào mới hơn ({file}): {told}")
    elif newest.saved_at and newest.saved_at < before.saved_at:
        message = _("bản nhận sau lại được lưu trước bản nhận trước ({file}): {told}")
    else:
        return newest
    asked = message.format(file=PurePath(before.path).name, told=told)
    return newest._replace(questions=[*newest.questions, Question(PurePath(newest.path).name, "", asked, "")])


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
