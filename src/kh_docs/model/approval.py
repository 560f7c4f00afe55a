"""Whether a person has looked at a value that was found by rule, and what she is asked."""

from __future__ import annotations

from typing import Literal

from kh_docs.model.base import Model, Text, Whole

# What a program found in the province's text is proposed until a person has looked at it.
State = Literal["đề xuất", "đã duyệt"]

PROPOSED: State = "đề xuất"

APPROVED: State = "đã duyệt"


class Question(Model):
    """What the rules of import did not understand, for a person to decide; approved when it was looked at."""

    id: Text
    state: State = PROPOSED
    # Empty: the plan as a whole.
    clause: str = ""
    line: Whole | None = None
    literal: str = ""
    message: Text
