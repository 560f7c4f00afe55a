"""What units reach: targets as the plan sets them, and the rows in which they are printed."""

from __future__ import annotations

import re
from typing import Literal

from kh_docs.i18n import _
from kh_docs.model.approval import APPROVED, State
from kh_docs.model.base import Bound, Text, Texts, YesNo


class Target(Bound):
    """A number to reach. `scope` shared without `per_unit`: a provincial total, never the unit's own."""

    id: Text
    state: State = APPROVED
    clause: Text
    words: Text
    unit_words: str = ""
    words_per_unit: dict[str, str] = {}
    value: str = ""
    measure: Text
    at_least: YesNo = False
    scope: Literal["unit", "shared", "province"]
    kind: Literal["achieve", "maintain", "event", "horizon", "period"]
    per_unit: dict[str, str] = {}
    overrides: str = ""
    base: str = ""
    rounding: Literal["", "up"] = ""
    cumulative: YesNo = False
    deadline: str = ""
    # Under which name programs find a unit's own figure, and how it is called over a column.
    key: str = ""
    short: str = ""

    def check(self) -> None:
        if self.key and not all(each.isdecimal() for each in self.per_unit.values() or [self.value]):
            raise ValueError(_("chỉ tiêu có “key” phải có giá trị là số nguyên"))
        if not self.base and not self.rounding:
            return
        if not (self.base and self.rounding and self.measure == "%"):
            raise ValueError(_("“base” chỉ đi cùng “measure: '%'” và “rounding: up”"))
        if not re.fullmatch(r"\d{1,3}(,\d+)?", self.value):
            raise ValueError(_("“{}” không phải tỷ lệ phần trăm (ví dụ 15, hoặc 12,5)").format(self.value))


class TargetRow(Bound):
    """One row of Phụ lục I of a unit's plan."""

    id: Text
    text: Text
    measure: Text
    clause: str = ""
    targets: Texts = ()
    # Where the province sets no number; the clause follows in brackets.
    given: str = ""
    own: Text
    how: str = ""
    # A figure that the province's plan does not set and the unit has to settle.
    proposed: YesNo = False
    watcher: str = ""
    due: str = ""
