"""The words of one document that the heads of its table columns use."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.speech import Speech


class Terms(NamedTuple):
    """`terms` of a context."""

    unit_type: str
    plan: str


def terms(speech: Speech) -> Terms:
    """The unit's type, and the plan as it is cited."""
    return Terms(speech.context["unit"].type, speech.context["plan"].short_citation)
