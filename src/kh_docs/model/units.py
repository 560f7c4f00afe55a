"""Units of the administration, their types and traits, and the bodies that work there, by date."""

from typing import Annotated

from kh_docs.i18n import _
from kh_docs.model.base import Checked, Day, Model, Text, Texts
from kh_docs.patterns import re
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


class Act(Model):
    """The resolution by which units changed, as documents cite it."""

    name: Text
    issued_on: Day
    issuer: Text
    subject: Text


class Ceasing(Model):
    """A unit that is no more from `day` on; who takes over, with its id where it is there already."""

    day: Day
    into: Text
    into_id: str = ""
    act: Act | None = None


class Moving(Model):
    """Units of the lowest level, by their full names, that lie in another unit from `day` on."""

    day: Day
    names: Texts
    out_of: Text
    into: Text
    act: Act | None = None
