"""Units of the administration, their types and traits, and the bodies that work there, by date."""

import re
from datetime import date
from typing import Annotated, Literal

from kh_docs.i18n import _
from kh_docs.model.base import Applies, Checked, Day, Like, MaybeDay, Model, Named, Text, Texts, Whole, YesNo
from kh_docs.text import TextRefused, safe_name

# What a name in the data may ask of the unit it is printed for (facts.unit_words).
UNIT_SLOT = re.compile(r"\{\{ unit\.(\w+) \}\}")
SLOTS = ("type", "name", "full", "parent", "committee", "children", "child_types")


def _with_slots(value: str) -> str:
    for name in UNIT_SLOT.findall(value):
        if name not in SLOTS:
            raise ValueError(_("không có “unit.{}”, chỉ có: {}").format(name, ", ".join(SLOTS)))
    return value


def _name_of_table(value: str) -> str:
    try:
        name = safe_name(value)
    except TextRefused as refused:
        raise ValueError(refused.message) from None
    if not name.endswith(".csv"):
        raise ValueError(_("“{}” không phải tên tệp .csv trong thư mục này").format(name))
    return name


Naming = Annotated[str, Checked(_with_slots)]
TableName = Annotated[Text, Checked(_name_of_table)]


class Unit(Model):
    """A unit: `name` without the word for its type, `parent` the full name of the one above it."""

    id: Text
    code: Text
    name: Text
    type: Text
    level: Text
    parent: str = ""
    aliases: Texts = ()
    children: tuple["Unit", ...] = ()
    columns: dict[str, str] = {}

    @property
    def full_name(self) -> str:
        return f"{self.type} {self.name}"

    def count(self, child_type: str) -> int:
        return sum(child.type == child_type for child in self.children)


class Former(Model):
    """A unit of an earlier snapshot, and the ids of the units that it, or what lay in it, belongs to now."""

    name: Text
    type: Text
    parent: str = ""
    now: Texts

    @property
    def full_name(self) -> str:
        return f"{self.type} {self.name}"


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


class Act(Model):
    """The resolution by which units changed, as documents cite it."""

    name: Text
    issued_on: Day
    issuer: Text
    subject: Text


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


class Ceasing(Model):
    """A unit that is no more from `day` on; who takes over, with its id where it is there already."""

    day: Day
    into: Text
    into_id: str = ""
    act: Act | None = None


class Role(Dated):
    """A body by what it does; its name depends on the unit's level and type and on the date."""

    id: Text
    level: Text
    name: Naming = ""
    names: dict[str, Naming] = {}
    short: dict[str, str] | Naming = {}
    in_tables: str = ""
    command: Annotated[str, Like(pattern="^(order|request)$")] = "order"
    applies: Applies = Applies()

    def check(self) -> None:
        if not self.name and not self.names:
            raise ValueError(_("thiếu tên: ghi “name”, hoặc “names” theo loại đơn vị"))


class Recipient(Model):
    """One line of “Nơi nhận”: bodies by role or a text, whom else it covers, and what they receive it for."""

    roles: Texts = ()
    text: Naming = ""
    covers: Texts = ()
    purpose: Literal["", "b/c", "p/h", "t/h"] = ""

    def check(self) -> None:
        if bool(self.roles) == bool(self.text):
            raise ValueError(_("ghi “roles” hoặc “text”, một trong hai"))
