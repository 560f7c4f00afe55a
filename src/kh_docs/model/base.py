"""What every model of the data shares: frozen, no unknown fields, Vietnamese scalars typed from text."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator

from kh_docs.i18n import _

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
DAY_FIRST = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})$")


class Model(BaseModel):
    """A value that is valid once made."""

    # Validators are built when first needed: data that comes from the cache needs none.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


def parse_date(value: Any) -> Any:
    """`07/02/2024` or `2024-02-07` as a date; raises ValueError for a day that does not exist."""
    if not isinstance(value, str):
        return value
    if match := DAY_FIRST.match(value):
        day, month, year = map(int, match.groups())
    elif match := ISO.match(value):
        year, month, day = map(int, match.groups())
    else:
        raise ValueError(_("“{}” không phải ngày dạng ngày/tháng/năm (ví dụ 07/02/2024)").format(value))
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(_("“{}” là ngày không có thật").format(value)) from None


def _yes_no(value: Any) -> Any:
    words = {"yes": True, "có": True, "no": False, "không": False}
    if isinstance(value, str) and value.lower() in words:
        return words[value.lower()]
    if isinstance(value, bool):
        return value
    raise ValueError(_("“{}” phải là yes hoặc no").format(value))


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if not value.isdigit():
            raise ValueError(_("“{}” phải là số nguyên").format(value))
        return int(value)
    return value


Day = Annotated[date, BeforeValidator(parse_date)]
# An empty cell means: the source does not say.
MaybeDay = Annotated[date | None, BeforeValidator(lambda value: parse_date(value) if value else None)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Whole = Annotated[int, BeforeValidator(_whole)]
Text = Annotated[str, StringConstraints(min_length=1)]
Texts = tuple[Text, ...]


class Applies(Model):
    """Which units something binds: all of them, or those named, with a trait, or with local data."""

    # None: not asked about; an empty list: no unit at all.
    units: Texts | None = None
    traits: Texts | None = None
    local: str = ""

    @model_validator(mode="before")
    @classmethod
    def _all(cls, value: Any) -> Any:
        return {} if value == "all" else value

    @property
    def everyone(self) -> bool:
        return self.units is None and self.traits is None and not self.local


class Bound(Model):
    """Something that binds some units, with the reason to print where it does not."""

    applies: Applies = Applies.model_construct()
    otherwise: str = ""
