"""Put the officer's corrections in the place of what a return says; each keeps its reason as its witness."""

from __future__ import annotations

from kh_docs.facts.spelt_values import value_of
from kh_docs.i18n import _
from kh_docs.returns.decisions import Decisions
from kh_docs.returns.one_return import Return
from kh_docs.returns.values import Figure


def corrected(sent: Return, decisions: Decisions) -> Return:
    """The return with the figures that were corrected; what was asked about them is answered."""
    figures = dict(sent.figures)
    answered: set[str] = set()
    for override in decisions.overrides:
        if override.unit == sent.unit and override.key in figures:
            old = figures[override.key]
            value = value_of(_as_people_write(override.value), "n")
            where = _("sửa ở bảng theo dõi: {reason}").format(reason=override.reason)
            figures[override.key] = Figure(value.state, value.value, old.raw, where, old.found_by)
            answered.add(old.where)
    ends = tuple(f"({where})" for where in answered)
    questions = [question for question in sent.questions if not question.where.endswith(ends)]
    return sent._replace(figures=figures, questions=questions if answered else sent.questions)


def _as_people_write(value: float | int | str | None) -> str:
    return value if isinstance(value, str) else f"{value or 0:g}".replace(".", ",")
