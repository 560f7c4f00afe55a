"""All that has to be asked about one return, as rows for sheets and letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.returns.returned import Return


class Doubt(NamedTuple):
    """`place`: the cell, `beside`: what it is held against; `added`: in words whether it counts."""

    key: str
    place: str
    beside: str
    raw: str
    message: str
    added: str | None

    @property
    def where(self) -> str:
        """Both places, by which the officer's decision is known again."""
        return f"{self.place}; {self.beside}" if self.beside else self.place


def doubts_of(sent: Return | None) -> Iterator[Doubt]:
    """Questions, then contradictions."""
    if sent is None:
        return
    for question in sent.questions:
        added = _added(sent, question.key)
        yield Doubt(question.key, question.where, "", question.raw, question.message, added)
    for conflict in sent.conflicts:
        figure = sent.figures.get(conflict.key)
        raw, added = figure.raw.strip() if figure else "", _added(sent, conflict.key)
        yield Doubt(conflict.key, conflict.a, conflict.b, raw, conflict.message, added)


def _added(sent: Return, key: str) -> str | None:
    """None of what is never added up: blanks, days, words."""
    figure = sent.figures.get(key)
    if figure is None:
        return None
    if figure.worked_out:
        return _("tính lại")
    if figure.doubtful:
        return _("chưa")
    return _("đã cộng") if figure.state == "number" else None
