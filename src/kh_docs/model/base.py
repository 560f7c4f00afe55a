"""What every model of the data shares: frozen values with named fields, and how text becomes their scalars.

Nothing here imports pydantic, which would cost a command a third of its start. Where data is read (see
reading.typed) it asks a class for its `__get_pydantic_core_schema__`; what comes from the cache needs none.
"""

from collections.abc import Callable
from datetime import date
from inspect import get_annotations
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, Self, dataclass_transform

from kh_docs.i18n import _
from kh_docs.patterns import re

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
DAY_FIRST = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})$")
# Laws are cited from 1945 on.
FIRST_YEAR, LAST_YEAR = 1900, 2199
# Of what is counted; Python itself refuses to read some thousands.
MOST_DIGITS = 15


class Named(NamedTuple):
    """The name of a field in the data, where it cannot be the one in the code."""

    name: str


class Read(NamedTuple):
    """How the text of a field becomes its value; `make` raises ValueError with what is wrong."""

    make: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_before_validator_function

        return no_info_before_validator_function(self.make, handler(source))


class Checked(NamedTuple):
    """What else a value has to be; `make` gives it back, or raises ValueError with what is wrong."""

    make: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_after_validator_function

        return no_info_after_validator_function(self.make, handler(source))


class Like(NamedTuple):
    """What the text of a field has to look like."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import str_schema

        return str_schema(min_length=self.min_length, max_length=self.max_length, pattern=self.pattern)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Model:
    """A value whose fields are the annotations of its class, set once and by name.

    Like a frozen dataclass, but made without compiling code for each class, and readable by pydantic.
    """

    # By their names in the code; those without a value in the class have to be given.
    field_types: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        fields = get_annotations(cls, eval_str=True)
        # A method of the same name would pass for the field's default.
        if taken := fields.keys() & vars(Model).keys():
            raise TypeError(f"{cls.__name__}: {', '.join(sorted(taken))} cannot be names of fields")
        cls.field_types = {**cls.field_types, **fields}

    def __init__(self, **values: Any) -> None:
        """Raises TypeError for a field that is missing or unknown, ValueError for what `check` refuses."""
        fields = self.__dict__
        for name in self.field_types:
            if name in values:
                fields[name] = values.pop(name)
            elif hasattr(self, name):
                default = getattr(self, name)
                # A value of its own, as in a dataclass.
                fields[name] = default.copy() if isinstance(default, dict) else default
            else:
                raise TypeError(f"{type(self).__name__}: no value for {name}")
        if values:
            raise TypeError(f"{type(self).__name__}: no fields {', '.join(values)}")
        self.check()

    def check(self) -> None:
        """Raises ValueError where fields that are right in themselves do not go together."""

    @classmethod
    def prepared(cls, value: Any) -> Any:
        """Another way of writing such a value, as the fields it stands for."""
        return value

    @classmethod
    def names_in_data(cls) -> dict[str, str]:
        """The name of each field where it is read from, and its name in the code."""
        return {_name_in_data(name, kind): name for name, kind in cls.field_types.items()}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        fields = {
            name: core_schema.typed_dict_field(
                handler.generate_schema(kind),
                required=not hasattr(cls, name),
                validation_alias=_name_in_data(name, kind),
            )
            for name, kind in cls.field_types.items()
        }
        shape = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
        prepared = core_schema.no_info_before_validator_function(cls.prepared, shape)
        return core_schema.no_info_after_validator_function(lambda values: cls(**values), prepared)

    def replace(self, **changes: Any) -> Self:
        """The same value with other fields."""
        return type(self)(**{**vars(self), **changes})

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is not to be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is not to be deleted")

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"


def _name_in_data(name: str, kind: Any) -> str:
    named = (note.name for note in getattr(kind, "__metadata__", ()) if isinstance(note, Named))
    return next(named, name)


def parse_date(value: Any) -> Any:
    """`07/02/2026` or `2026-02-07` as a date; raises ValueError for a day that does not exist."""
    if not isinstance(value, str):
        return value
    if match := DAY_FIRST.match(value):
        day, month, year = map(int, match.groups())
    elif match := ISO.match(value):
        year, month, day = map(int, match.groups())
    else:
        raise ValueError(_("“{}” không phải ngày dạng ngày/tháng/năm (ví dụ 07/02/2026)").format(value))
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError(_("“{}” là ngày không có thật").format(value)) from None
    in_years(year)
    return found


def in_years(year: int) -> int:
    """The year, where a plan or what it cites can be of it; at the ends of the calendar nothing counts."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(_("năm {} không ở khoảng {} đến {}").format(year, FIRST_YEAR, LAST_YEAR))
    return year


def _yes_no(value: Any) -> Any:
    words = {"yes": True, "có": True, "no": False, "không": False}
    if isinstance(value, str) and value.lower() in words:
        return words[value.lower()]
    if isinstance(value, bool):
        return value
    raise ValueError(_("“{}” phải là có hoặc không (yes, no)").format(value))


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if not (value.isascii() and value.isdecimal() and len(value) <= MOST_DIGITS):
            raise ValueError(_("“{}” phải là số nguyên").format(value))
        return int(value)
    return value


Day = Annotated[date, Read(parse_date)]
# An empty cell means: the source does not say.
MaybeDay = Annotated[date | None, Read(lambda value: parse_date(value) if value else None)]
YesNo = Annotated[bool, Read(_yes_no)]
Whole = Annotated[int, Read(_whole)]
Year = Annotated[int, Read(_whole), Checked(in_years)]
Text = Annotated[str, Like(min_length=1)]
Texts = tuple[Text, ...]


class Applies(Model):
    """Which units something binds: all of them, or those named, with a trait, or with local data."""

    # None: not asked about; an empty list: no unit at all.
    units: Texts | None = None
    traits: Texts | None = None
    local: str = ""

    @classmethod
    def prepared(cls, value: Any) -> Any:
        return {} if value == "all" else value

    @property
    def everyone(self) -> bool:
        return self.units is None and self.traits is None and not self.local


class Bound(Model):
    """Something that binds some units, with the reason to print where it does not."""

    applies: Applies = Applies()
    otherwise: str = ""
