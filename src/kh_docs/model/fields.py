"""What only the unit knows, as the plan's data declare it: each thing once, for all who ask or print it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from kh_docs.i18n import _
from kh_docs.model.base import Checked, Day, Like, Model, Text, Texts, Whole, YesNo

# What a field holds once it is read; what nobody has told is not there at all.
Value = str | int | date
COMMUNES, OWN_TARGETS = "communes", "own_targets"
# The answers of the sheet by which an entry is judged, by the ids of model-sheet.yaml.
SHEET = "sheet"
# The values of the unit, of one commune or of one entry of a list, by the ids of their fields.
Told = Mapping[str, Value]


def _decimal(value: str) -> str:
    digits = value.replace(",", "", 1)
    if value and not (digits.isascii() and digits.isdecimal() and value[0] != "," and value[-1] != ","):
        raise ValueError(_("“{}” không phải số (số lẻ viết dấu phẩy, ví dụ 12,5)").format(value))
    return value


# A number as it stands in the data: digits, a comma before the decimals; empty: not known.
Number = Annotated[str, Checked(_decimal)]
Id = Annotated[str, Like(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]


class Field(Model):
    """One thing to be told; an `id` with a dot stands under a heading of its own in the unit's file."""

    id: Id
    type: Literal["text", "code", "whole", "number", "year", "date", "yes_no", "choice"] = "text"
    heading: Text
    note: str = ""
    # In characters, on the sheet.
    width: Whole = 18
    required: YesNo = False
    choices: Texts = ()
    # Choices that a question of model-sheet.yaml offers: other words may be told too.
    choices_of: str = ""
    # In what a number is counted, where that can be typed in several ways: %, triệu đồng.
    measure: str = ""
    # Asked only where this target binds the unit.
    with_target: str = ""
    # Its figure, beyond which it cannot be: a number, or `communes` for as many as the unit has.
    most: str = ""
    # A day after this deadline is late.
    deadline: str = ""
    # Who stands in this list must not be chosen here, for the reason given.
    not_in: str = ""
    not_in_reason: str = ""
    # In entries that say this, the value names one of the unit's communes.
    names_commune: dict[str, Texts] = {}
    # What the doubts above rest on.
    clause: str = ""

    def check(self) -> None:
        if (self.type == "choice") != bool(self.choices or self.choices_of):
            raise ValueError(_("“choices” đi cùng “type: choice”, không thiếu một trong hai"))
        if self.most and self.most != COMMUNES and not self.most.isdecimal():
            raise ValueError(_("“most: {}” phải là số, hoặc communes").format(self.most))

    @property
    def kind(self) -> Any:
        """The type of its value, as a unit's file is read."""
        kinds: dict[str, Any] = {
            "text": Text if self.required else str,
            "code": Text if self.required else str,
            "year": str,
            "whole": Whole | None,
            "number": Number,
            "date": Day | None,
            "yes_no": YesNo,
            "choice": str,
        }
        if self.choices:
            return Literal[self.choices if self.required else ("", *self.choices)]
        return kinds[self.type]


class Counting(Model):
    """A figure that a list tells, or the communes: how many have these values, or what they add up to."""

    each: Text
    where: dict[str, Texts] = {}
    # The field that is added up; empty: the entries are counted.
    add: str = ""
    # The field whose day must lie within the period of the report.
    until: str = ""


class OwnTarget(Field):
    """A figure the unit sets itself; `counted` where a list tells it as well."""

    counted: Counting | None = None


class FieldList(Model):
    """A list the unit keeps, one entry a row; `sheet` names it in the workbook."""

    id: Id
    sheet: Text
    about: Text
    fields: tuple[Field, ...]
    # Each entry is judged by the sheet of model-sheet.yaml, whose answers it holds.
    judged: YesNo = False


class Enough(Model):
    """As many entries as a target asks for; `kept` are counted with them where the target is cumulative."""

    each: Text
    where: dict[str, Texts] = {}
    target: Text
    words: Text
    kept: str = ""
    # A field of the unit that says why there may be fewer.
    unless: str = ""


class Doubt(Model):
    """Words in some fields of an entry that make it doubtful, with the reason and what to do."""

    each: Text
    where: dict[str, Texts] = {}
    fields: Texts
    words: Texts
    reason: Text
    clause: Text
    mend: Text


class Fields(Model):
    """Everything that fields.yaml declares; a plan that asks for nothing has an empty one."""

    unit: tuple[Field, ...] = ()
    own_targets: tuple[OwnTarget, ...] = ()
    communes: tuple[Field, ...] = ()
    lists: tuple[FieldList, ...] = ()
    enough: tuple[Enough, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __len__(self) -> int:
        return len(self.unit) + len(self.own_targets) + len(self.communes) + len(self.lists)

    def of(self, each: str) -> Mapping[str, Field]:
        """The fields of the communes or of one list, by id."""
        for found in self.lists:
            if found.id == each:
                return {field.id: field for field in found.fields}
        return {field.id: field for field in (self.communes if each == COMMUNES else self.unit)}

    @property
    def judged(self) -> FieldList | None:
        """The list whose entries the sheet of model-sheet.yaml judges."""
        return next((each for each in self.lists if each.judged), None)

    def names(self) -> Iterator[str]:
        """What a rule may ask for: fields of the unit, lists, and communes of which something is told."""
        yield from (field.id for field in self.unit)
        yield from (each.id for each in self.lists)
        for field in self.communes:
            yield f"{COMMUNES}.{field.id}"
            if "." in field.id:
                yield f"{COMMUNES}.{field.id.partition('.')[0]}"
