"""What a provincial plan says: its clauses, bases and deadlines, and what it leaves unclear."""

from typing import Annotated, Literal

from kh_docs.i18n import _
from kh_docs.model.approval import APPROVED, State
from kh_docs.model.base import Bound, Day, Like, MaybeDay, Model, Text, Texts, Whole, Year, YesNo, in_years
from kh_docs.model.kinds import Kind

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
    year: Year | None = None
    years: tuple[Year, ...] = ()

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
        number, _slash, year = (self.month or self.quarter).partition("/")
        if year:
            in_years(int(year))
        if self.month and not 1 <= int(number) <= 12:
            raise ValueError(_("không có tháng {}").format(number))


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
    # The kinds of document that cite it, where it is not the plan alone.
    kinds: Texts = ()
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


class Gap(Bound):
    """What the plan leaves unclear: a note to the clerk."""

    id: Text
    # Empty: the plan as a whole.
    clause: str = ""
    also: Texts = ()
    text: Text
    kinds: tuple[Kind, ...]
    unit_notes: dict[str, str] = {}
