"""The head of a plan: which it is, whose, of which year, its kinds and periods, which ways the papers go."""

import re
from typing import Annotated

from kh_docs.model.base import Day, Model, Named, Text, Texts, Year, YesNo
from kh_docs.model.kinds import Kind
from kh_docs.model.plan import Rule


class StandingBody(Model):
    name: Text
    role: Text
    clause: Text


class Channels(Model):
    """Through whom the unit's plan and its reports go up."""

    plan: str = ""
    report: str = ""


class KindOfDocument(Model):
    """What the plan says of one kind: its own name for it, and the deadline it serves."""

    id: Kind
    name: str = ""
    deadline: str = ""


class Period(Model):
    """The span of the figures in a report."""

    kind: Kind
    from_day: Annotated[Day, Named("from")]
    to_day: Annotated[Day, Named("to")]
    proposed: YesNo = False


class InternalDeadline(Model):
    """A date the unit sets for its communes; a default that it may change."""

    id: Text
    text: Text
    rule: Rule
    printed: Text
    serves: str = ""
    proposed: YesNo = False


class UnitsAsOf(Model):
    as_of: Day


class Head(Model):
    """Which plan, whose, of which year, and which ways the papers go.

    A plan of a few lines states its id, number, day, issuer and title; what usually follows from those
    need not be written.
    """

    id: Text
    number: Text
    symbol: Text = "KH-UBND"
    kind: Text = "Kế hoạch"
    issued_on: Day
    issuer: Text
    issuer_short: Text
    place: Text
    title: Text
    abstract: Text
    signer: str = ""
    # Which office of the issuer drafts what the province sends: behind a letter's symbol and “Lưu: VT, ”.
    drafter: str = "VP"
    year: Year
    units: UnitsAsOf
    standing_body: StandingBody | None = None
    channels: Channels = Channels()
    kinds: tuple[KindOfDocument, ...] = ()
    periods: tuple[Period, ...] = ()
    internal_deadlines: tuple[InternalDeadline, ...] = ()
    source_notes: Texts = ()

    @classmethod
    def prepared(cls, value: object) -> object:
        return {**_usual(value), **value} if isinstance(value, dict) else value


def _usual(head: dict[str, object]) -> dict[str, object]:
    """What follows from the day, the issuer and the title of a plan where it does not say otherwise."""
    day, issuer, title = (str(head.get(name, "")) for name in ("issued_on", "issuer", "title"))
    place = re.search(r"(?:tỉnh|thành phố) (.+)", issuer)
    year = re.search(r"\d{4}", day)
    usual: dict[str, object] = {
        "issuer_short": issuer.replace("Ủy ban nhân dân", "UBND"),
        "place": place[1] if place else issuer,
        "abstract": title[:1].lower() + title[1:],
        "year": year[0] if year else "",
        "units": {"as_of": day},
    }
    return {name: told for name, told in usual.items() if told}
