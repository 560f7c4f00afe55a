"""The tables of a document's annexes, as registers.yaml declares them: whose rows, which columns."""

from typing import Any, Literal

from kh_docs.i18n import _
from kh_docs.model.base import Model, Text, Texts, Whole, YesNo
from kh_docs.model.kinds import Kind


class Rows(Model):
    """One source of rows: the communes, a list, a group of the unit's fields, or fixed lines."""

    each: str = ""
    lines: Texts = ()
    # Only those with one of these values; of a field that holds yes or no: `yes`.
    where: dict[str, Texts] = {}
    # As many rows as this target asks for: empty ones follow those that are known.
    target: str = ""
    # Where the target asks for every commune, all of them are named.
    whole: YesNo = False
    # What every row of this source says.
    set: dict[str, str] = {}

    def check(self) -> None:
        if bool(self.each) == bool(self.lines):
            raise ValueError(_("mỗi nguồn dòng ghi một trong hai: each, lines"))


class Fallback(Model):
    """Another field, and what its values mean here."""

    field: Text
    shown: dict[str, str] = {}


class RegisterColumn(Model):
    """One column; without an `id` it holds printed words, no control to fill in."""

    id: str = ""
    heading: Text
    width: Whole
    centred: YesNo = False
    # Columns side by side with the same group get it as a heading above their own.
    group: str = ""
    field: str = ""
    # The control's own name: “<title>, dòng 1”, “<title> – <xã>”.
    title: str = ""
    # Printed instead of a value, and where nothing is told.
    shown: dict[str, str] = {}
    default: str = ""
    otherwise: Fallback | None = None
    # May stay empty: always, or where these fields have one of these values (none listed: any value).
    optional: YesNo = False
    optional_if: dict[str, Texts] = {}
    # In the row of totals: the sum, how many say one of `counted`, or a cross.
    total: Literal["", "sum", "count", "none"] = ""
    counted: Texts = ()
    # An indicator of the reports, whose figures by commune stand here.
    indicator: str = ""
    # An indicator: as long as it can have no figure, the column is not there.
    era: str = ""
    # What begins the tags of a column of communes that is no indicator's.
    tag: str = ""
    # What kind of answer a cell takes, where no field says so.
    type: Literal["text", "whole", "number", "choice"] = "text"
    choices: Texts = ()
    # What was printed or typed in forms that went out before, with the choice that it means.
    older: dict[str, str] = {}
    # In what a number is counted, where that can be typed in several ways: triệu đồng.
    measure: str = ""
    # A number beyond which a figure is most likely typed in another measure.
    most: str = ""
    # Known from elsewhere: the workbook does not ask for it once more.
    known: YesNo = False

    def check(self) -> None:
        for answer in self.counted if self.offered else ():
            if answer not in self.offered:
                message = _("“counted: {}” không có trong các chữ của cột ({})")
                raise ValueError(message.format(answer, ", ".join(self.offered)))

    @property
    def offered(self) -> tuple[str, ...]:
        """What may stand in a cell; nothing where that may be any words."""
        return tuple(dict.fromkeys((*self.choices, *self.shown.values())))


class BlankForm(Model):
    """How a table is printed unless that field is told: a form, its heading says who sends it and when."""

    unless: Text
    heading: Text
    rows: Whole = 2


class Register(Model):
    """One table: `id` begins the tags of its cells."""

    id: Text
    kinds: tuple[Kind, ...]
    annex: Text
    # The name of the annex, where the wording has none for it.
    annex_title: str = ""
    heading: str = ""
    # How the clerk's list of blanks names the table; empty: it is not listed.
    blank: str = ""
    rows: tuple[Rows, ...]
    # Empty rows where nothing at all is known: this many, and what these targets ask for.
    open_rows: Whole = 0
    open_targets: Texts = ()
    # The sheet of the workbook that asks for its cells, and what stands under its name; empty: none does.
    sheet: str = ""
    about: str = ""
    # A table that others fill in as long as the unit has no list of its own.
    form: BlankForm | None = None
    # Printed only where something is told of these fields.
    needs: Texts = ()
    # The words of the last row, which adds up.
    total: str = ""
    columns: tuple[RegisterColumn, ...]

    @property
    def whole_of(self) -> str:
        """The list all of whose entries it prints and nothing else; empty where it has only some of them."""
        source, *others = self.rows
        return "" if others or source.where else source.each

    @classmethod
    def prepared(cls, value: Any) -> Any:
        return {**value, "rows": [value["rows"]]} if isinstance(value, dict) and _one(value) else value


def _one(value: dict[str, Any]) -> bool:
    return isinstance(value.get("rows"), dict)
