"""What units do: tasks with their deadlines, and the duties that they carry out."""

from __future__ import annotations

from typing import Literal

from kh_docs.i18n import _
from kh_docs.model.base import Bound, Day, Model, Text, Texts


class TaskDeadline(Model):
    """Of the plan (ids), proposed with a last day, or ongoing: exactly one of the three."""

    plan: Texts = ()
    proposed: str = ""
    last_day: Day | None = None
    ongoing: str = ""
    # In place of the plan's own words, where one row has parts with days of their own.
    printed: str = ""

    @classmethod
    def prepared(cls, value: object) -> object:
        if isinstance(value, dict) and isinstance(value.get("plan"), str):
            return {**value, "plan": tuple(part.strip() for part in value["plan"].split(","))}
        return value

    def check(self) -> None:
        if sum(map(bool, (self.plan, self.proposed, self.ongoing))) != 1:
            raise ValueError(_("thời hạn phải là một trong: plan, proposed, ongoing"))


class Task(Bound):
    id: Text
    clause: Text
    # Other clauses that the same work carries out.
    also: Texts = ()
    text: Text
    past: str = ""
    lead: Text
    support: Texts = ()
    deadline: TaskDeadline
    product: Text
    target: str = ""
    targets: Texts = ()
    judged: Texts = ()


class Duty(Bound):
    """One duty in a clause; a clause may hold several."""

    clause: Text
    text: Text
    binds: Literal["unit", "province", "other"]
    tasks: Texts = ()
    # The kind of document that itself carries the duty out.
    document: str = ""
    reason: str = ""
    unknown_counts: str = ""
