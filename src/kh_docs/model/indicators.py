"""What the report forms ask: indicators, in groups, with what they are counted from."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from kh_docs.i18n import _
from kh_docs.model.base import Applies, Bound, Like, MaybeDay, Model, Named, Text, Texts, YesNo
from kh_docs.model.checklist import Adds
from kh_docs.model.fields import Counting

# What a question of yes or no offers where the data name no answers of their own.
_YES, _NO = "Có", "Không"
_YES_NO: Final = (_YES, _NO)


class Era(Model):
    """The days on which an indicator means something."""

    from_day: Annotated[MaybeDay, Named("from")] = None
    until: MaybeDay = None


class Formula(Model):
    numerator: Texts = ()
    denominator: Texts = ()
    weight: Texts = ()
    text: str = ""


class IndicatorGroup(Model):
    id: Text
    title: Text
    clause: Texts = ()


class Indicator(Bound):
    """One row of the report form; `time` F is a flow, S a stock, R a ratio that is always recomputed."""

    id: Annotated[str, Like(min_length=1, max_length=40)]
    # What its row shows in the first column, in every period the same; of the group where nothing is said.
    code: str = ""
    group: Text
    label: Text
    short: str = ""
    measure: str = ""
    # No figure can be larger: a number, or as many as the unit has communes.
    most: str = ""
    type: Literal["n", "p", "m", "d", "b", "t"]
    time: Literal["F", "S", "R", "-"]
    aggregate: Literal["sum", "union", "none", "ratio", "max", "recompute", "weighted_mean"]
    aggregate_note: str = ""
    formula: Formula | None = None
    clause: Texts = ()
    targets: Texts = ()
    deadline: str = ""
    target_text: str = ""
    known: str = ""
    counted: Counting | None = None
    # Asked for row by row in a list, and so not here, wherever a report has that list.
    adds: Adds | None = None
    # A target itself: it has no performance, only the column of the plan.
    target_only: YesNo = False
    choices: Texts = ()
    # Of the choices: those that say it is reached, and those for units that the plan sets no target.
    reached: Texts = ()
    untargeted: Texts = ()
    hint: str = ""
    # Nothing of the kind could be counted a year before.
    no_previous: YesNo = False
    source: Text
    core: YesNo
    periods: tuple[Literal["6-thang", "nam"], ...]
    era: Era = Era()

    def check(self) -> None:
        for field, answers in (("reached", self.reached), ("untargeted", self.untargeted)):
            for answer in answers:
                if answer not in self.offered:
                    message = _("“{}: {}” không có trong danh sách chọn ({})")
                    raise ValueError(message.format(field, answer, ", ".join(self.offered)))
        if self.type == "b" and not self.good:
            raise ValueError(_("có “choices” thì ghi “reached”: trả lời nào là đạt"))

    @property
    def offered(self) -> tuple[str, ...]:
        """The answers to choose from; none where any words may be written."""
        return self.choices or (_YES_NO if self.type == "b" else ())

    @property
    def is_worked_out(self) -> bool:
        """Whether its total comes from those of other indicators, whatever is written for it."""
        return self.formula is not None and self.aggregate in ("ratio", "recompute")

    @property
    def good(self) -> tuple[str, ...]:
        """The answers that are counted."""
        return self.reached or ((_YES,) if self.type == "b" and not self.choices else ())


class CrossCheck(Model):
    id: Text
    left: Texts
    relation: Text
    right: Texts
    text: Text
    applies: Applies = Applies()


class IndicatorTable(Model):
    """What the reports ask; a plan without indicators has an empty one."""

    # How to fill in the table, printed above it.
    legend: Texts = ()
    # What the short words in labels mean: {ANTT: an ninh, trật tự}.
    abbreviations: dict[str, str] = {}
    groups: tuple[IndicatorGroup, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    checks: tuple[CrossCheck, ...] = ()

    def __len__(self) -> int:
        return len(self.indicators)
