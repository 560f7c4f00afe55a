"""Districts, communes, their traits and the bodies that work there, by date."""

from typing import Annotated, Literal

from kh_docs.model.base import Applies, Like, MaybeDay, Model, Named, Text, Texts


class Unit(Model):
    """A unit of the administration: `name` without the word for its type, `children` those a level below."""

    id: Text
    code: Text
    name: Text
    type: Text
    aliases: Texts = ()
    children: tuple["Unit", ...] = ()
    columns: dict[str, str] = {}

    @property
    def full_name(self) -> str:
        return f"{self.type} {self.name}"

    def count(self, child_type: str) -> int:
        return sum(child.type == child_type for child in self.children)


class Trait(Model):
    """A feature of a unit, with the basis of the knowledge."""

    id: Text
    label: Text
    basis: Text
    source: Literal["catalogue", "public", "plan", "judgement"]
    column: str = ""
    count: str = ""
    units: Texts = ()


class Snapshot(Model):
    """The units as they were from one date to another."""

    id: Text
    from_day: Annotated[MaybeDay, Named("from")] = None
    until: MaybeDay = None
    districts: str = ""
    communes: Text
    # Districts that went into another one when this snapshot came into force.
    joined: dict[str, str] = {}
    basis: str = ""


class Role(Model):
    """A body by what it does; its name depends on the unit's type and the date."""

    id: Text
    name: str = ""
    names: dict[str, str] = {}
    short: dict[str, str] | str = {}
    in_tables: str = ""
    command: Annotated[str, Like(pattern="^(order|request)$")] = "order"
    applies: Applies = Applies()
    otherwise: str = ""
    from_day: Annotated[MaybeDay, Named("from")] = None
    until: MaybeDay = None
