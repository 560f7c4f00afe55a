"""Bodies that are no more and acts no longer in force: last day, source, where it was looked up."""

from datetime import date

from kh_docs.i18n import _
from kh_docs.model.base import Day, MaybeDay, Model, Text


class Body(Model):
    """A body that existed from or up to a day; `name` may hold several spellings, a bar between them."""

    name: Text
    since: MaybeDay = None
    until: MaybeDay = None
    now: Text
    source: Text
    looked_up: str = ""

    def check(self) -> None:
        if self.since is None and self.until is None:
            raise ValueError(_("thiếu since (từ ngày) hoặc until (đến ngày)"))

    @property
    def names(self) -> tuple[str, ...]:
        """Its spellings."""
        return tuple(each.strip() for each in self.name.split("|"))


class Act(Model):
    """An act in force up to a day: a law is cited by name and date, any other by its number."""

    name: Text
    number: Text
    dated: MaybeDay = None
    until: Day
    by: Text
    source: Text
    looked_up: str = ""


class InForce(Model):
    """The tables. A unit that is no more is still a birthplace or a place: only its `of_units` are gone."""

    bodies: tuple[Body, ...] = ()
    units: tuple[Body, ...] = ()
    of_units: tuple[Text, ...] = ()
    acts: tuple[Act, ...] = ()

    def bodies_gone(self, day: date | None) -> list[Body]:
        """The bodies that no longer existed on this day."""
        return _gone(self.bodies, day)

    def units_gone(self, day: date | None) -> list[Body]:
        """The units that no longer existed on this day."""
        return _gone(self.units, day)

    def acts_gone(self, day: date | None) -> list[Act]:
        """The acts no longer in force on this day."""
        return [] if day is None else [act for act in self.acts if act.until < day]


def _gone(bodies: tuple[Body, ...], day: date | None) -> list[Body]:
    return [] if day is None else [body for body in bodies if body.until and body.until < day]


NOTHING_KNOWN = InForce()
