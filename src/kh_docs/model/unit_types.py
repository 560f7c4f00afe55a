"""Types of units by time, and what a unit of a type issues and is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from kh_docs.model.base import MaybeDay, Model, Named, Text, Texts, Whole, YesNo
from kh_docs.model.units import Act, Naming, TableName


class Dated(Model):
    """What holds from one day to another, both included; None: without limit."""

    from_day: Annotated[MaybeDay, Named("from")] = None
    until: MaybeDay = None

    def holds_on(self, day: date) -> bool:
        return (not self.from_day or self.from_day <= day) and (not self.until or day <= self.until)


class UnitType(Dated):
    """A type of unit: its level, how it is written short, what lies below where no units do."""

    id: Text
    level: Text
    issuer: Text
    abbreviations: Texts = ()
    listed: Whole = 0
    parts: Texts = ()


class Issuer(Model):
    """How a kind of body issues: names, the end of its symbols, the lines above and below its documents."""

    id: Text
    name: Naming
    short: Naming
    itself: Naming
    symbol: Text
    agency_top: Naming
    agency: Naming
    place: Naming
    signs: Texts
    deputy_signs: Texts


class Trait(Model):
    """A feature of a unit, with the basis of the knowledge; `level`: only units of this level have it."""

    id: Text
    label: Text
    basis: Text
    source: Literal["catalogue", "public", "plan", "judgement"]
    level: str = ""
    columns: Texts = ()
    count: str = ""
    units: Texts = ()
    # Told of a unit where units are listed; others serve the data only.
    shown: YesNo = False


class Snapshot(Dated):
    """The units as they were from one date to another; `tables` by level, from the top down."""

    id: Text
    parent: Text
    tables: dict[str, TableName]
    basis: str = ""
    act: Act | None = None

    @property
    def successor_column(self) -> str:
        """In tables of earlier snapshots: the code of the unit of this one."""
        return f"successor_{self.id.replace('-', '_')}_code"
