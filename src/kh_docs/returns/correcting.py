"""Put the officer's corrections in the place of what a return says; each keeps its reason as its witness."""

from __future__ import annotations

from collections.abc import Iterable

from kh_docs.facts.spelt_values import value_of
from kh_docs.i18n import _
from kh_docs.returns.decisions import Decisions
from kh_docs.returns.returned import Return
from kh_docs.returns.values import Asked


def corrected(sent: Return, asked: Iterable[Asked], decisions: Decisions, year: int) -> Return:
    """The return with the figures that were corrected; what was asked about them is answered."""
    overrides = {each.key: each for each in decisions.overrides if each.unit == sent.unit}
    if not overrides:
        return sent
    figures = dict(sent.figures)
    items = {each.key: each.item for each in asked}
    for key in overrides.keys() & figures.keys():
        old, item = figures[key], items[key]
        value = value_of(_as_people_write(overrides[key].value), item.type, item.measure, year)
        where = _("sửa ở bảng theo dõi: {reason}").format(reason=overrides[key].reason)
        figures[key] = old._replace(
            state=value.state, value=value.value, where=where, doubtful=bool(value.question)
        )
    questions = [question for question in sent.questions if question.key not in overrides]
    return sent._replace(figures=figures, questions=questions)


def held_back(sent: Return, decisions: Decisions) -> Return:
    """The return with each figure in doubt that stands against another, but for what the officer set."""
    settled = {each.key for each in decisions.overrides if each.unit == sent.unit}
    conflicts = tuple(each for each in sent.conflicts if not (each.held and each.key in settled))
    doubtful = {each.key for each in conflicts if each.held} & sent.figures.keys()
    figures = {**sent.figures, **{key: sent.figures[key]._replace(doubtful=True) for key in doubtful}}
    return sent._replace(figures=figures, conflicts=conflicts)


def accepted(sent: Return, decisions: Decisions) -> Return:
    """The return without what the officer accepts; a figure that could not be read needs her figure."""
    doubtful = {key for key, figure in sent.figures.items() if figure.doubtful}
    return sent._replace(
        questions=[
            question
            for question in sent.questions
            if question.key in doubtful or not decisions.accepts(sent.unit, question.where, question.message)
        ],
        conflicts=tuple(
            conflict
            for conflict in sent.conflicts
            if not decisions.accepts(sent.unit, f"{conflict.a}; {conflict.b}", conflict.message)
        ),
    )


def _as_people_write(value: float | int | str | None) -> str:
    return value if isinstance(value, str) else f"{value or 0:.6f}".rstrip("0").rstrip(".").replace(".", ",")
