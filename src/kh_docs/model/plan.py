"""A provincial plan: its clauses, bases, deadlines, targets, tasks, duties and gaps."""

import re
from typing import Annotated, Literal

from kh_docs.i18n import _
from kh_docs.model.base import Bound, Day, Like, MaybeDay, Model, Text, Texts, Whole, YesNo
from kh_docs.model.kinds import Kind

# What a program found in the province's text is proposed until a person has looked at it.
State = Literal["đề xuất", "đã duyệt"]
PROPOSED: State = "đề xuất"
APPROVED: State = "đã duyệt"
Recurring = Literal["", "yearly", "half-yearly", "quarterly", "monthly"]


class Rule(Model):
    """From which the last day of a deadline follows (see facts.deadlines)."""

    kind: Literal[
        "before_date",
        "by_date",
        "before_month",
        "in_month",
        "in_quarter",
        "in_year",
        "by_year",
        "event",
        "horizon",
    ]
    date: Day | None = None
    month: Annotated[str, Like(pattern=r"^$|^\d{1,2}/\d{4}$")] = ""
    quarter: Annotated[str, Like(pattern=r"^$|^(I|II|III|IV)/\d{4}$")] = ""
    year: Whole | None = None
    years: tuple[Whole, ...] = ()

    def check(self) -> None:
        needed = {
            "before_date": self.date,
            "by_date": self.date,
            "event": self.date,
            "before_month": self.month,
            "in_month": self.month,
            "in_quarter": self.quarter,
            "in_year": self.year,
            "by_year": self.year,
            "horizon": self.years,
        }
        if not needed[self.kind]:
            raise ValueError(_("quy tắc “{}” thiếu ngày, tháng, quý hoặc năm").format(self.kind))


class Correction(Model):
    was: Text
    now: Text
    note: str = ""


class Clause(Model):
    id: Text
    heading: YesNo = False
    # Where it stands in the file it was imported from.
    line: Whole | None = None
    text: Text
    corrections: tuple[Correction, ...] = ()
    remarks: Texts = ()


class LegalBasis(Model):
    id: Text
    state: State = APPROVED
    kind: Text
    number: str = ""
    issued_on: MaybeDay = None
    issuer: str = ""
    joined_by: str = "của"
    # Empty where the plan gives number and day only.
    subject: str = ""
    # Cited together with this one, under one subject.
    cited_with: str = ""
    clauses: Texts
    doubt: str = ""
    official_note: str = ""


class Deadline(Bound):
    id: Text
    state: State = APPROVED
    clause: Text
    also: Texts = ()
    text: Text
    literal: Text
    printed: Text
    rule: Rule
    # The rule gives the first; it comes back every so often.
    recurring: Recurring = ""
    # As the plan words it; empty where it names nobody.
    who: str = ""
    acts: Literal["unit", "province"]


class Target(Bound):
    """A number to reach. `scope` shared without `per_unit`: a provincial total, never the unit's own."""

    id: Text
    state: State = APPROVED
    clause: Text
    words: Text
    unit_words: str = ""
    words_per_unit: dict[str, str] = {}
    value: str = ""
    measure: Text
    at_least: YesNo = False
    scope: Literal["unit", "shared", "province"]
    kind: Literal["achieve", "maintain", "event", "horizon", "period"]
    per_unit: dict[str, str] = {}
    overrides: str = ""
    base: str = ""
    rounding: Literal["", "up"] = ""
    cumulative: YesNo = False
    deadline: str = ""
    # Under which name programs find a unit's own figure, and how it is called over a column.
    key: str = ""
    short: str = ""

    def check(self) -> None:
        if self.key and not all(each.isdecimal() for each in self.per_unit.values() or [self.value]):
            raise ValueError(_("chỉ tiêu có “key” phải có giá trị là số nguyên"))
        if not self.base and not self.rounding:
            return
        if not (self.base and self.rounding and self.measure == "%"):
            raise ValueError(_("“base” chỉ đi cùng “measure: '%'” và “rounding: up”"))
        if not re.fullmatch(r"\d{1,3}(,\d+)?", self.value):
            raise ValueError(_("“{}” không phải tỷ lệ phần trăm (ví dụ 15, hoặc 12,5)").format(self.value))


class TaskDeadline(Model):
    """Of the plan (ids), proposed with a last day, or ongoing: exactly one of the three."""

    plan: Texts = ()
    proposed: str = ""
    last_day: Day | None = None
    ongoing: str = ""

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


class TargetRow(Bound):
    """One row of Phụ lục I of a unit's plan."""

    id: Text
    text: Text
    measure: Text
    clause: str = ""
    targets: Texts = ()
    own: Text
    how: str = ""
    # A figure that the province's plan does not set and the unit has to settle.
    proposed: YesNo = False
    watcher: str = ""
    due: str = ""


class Gap(Bound):
    """What the plan leaves unclear: a note to the clerk."""

    id: Text
    # Empty: the plan as a whole.
    clause: str = ""
    also: Texts = ()
    text: Text
    kinds: tuple[Kind, ...]
    unit_notes: dict[str, str] = {}


class Question(Model):
    """What the rules of import did not understand, for a person to decide; approved when it was looked at."""

    id: Text
    state: State = PROPOSED
    # Empty: the plan as a whole.
    clause: str = ""
    line: Whole | None = None
    literal: str = ""
    message: Text
