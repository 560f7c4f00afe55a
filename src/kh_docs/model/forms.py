"""What the report forms and the inspection forms ask: indicators, checklist items, the sheet for a model."""

from typing import Annotated, Literal

from kh_docs.i18n import _
from kh_docs.model.base import Applies, Bound, Like, MaybeDay, Model, Named, Text, Texts, Whole, YesNo
from kh_docs.model.fields import Counting


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


class Adds(Model):
    """The list whose column gives the figure, of the rows that say one of these words elsewhere."""

    list: Text
    column: Text
    where: dict[str, Texts] = {}


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
    # The workbook asks for the target itself, where it follows from other data that may be lacking.
    asks_target: YesNo = False
    # A target itself: it has no performance, only the column of the plan.
    target_only: YesNo = False
    choices: Texts = ()
    hint: str = ""
    # Nothing of the kind could be counted a year before.
    no_previous: YesNo = False
    source: Text
    core: YesNo
    periods: tuple[Literal["6-thang", "nam"], ...]
    era: Era = Era()


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
    groups: tuple[IndicatorGroup, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    checks: tuple[CrossCheck, ...] = ()

    def __len__(self) -> int:
        return len(self.indicators)


class ChecklistGroup(Model):
    id: Text
    title: Text


class ChecklistItem(Bound):
    """One criterion; without `commune_text` it cannot be judged at a commune."""

    id: Text
    group: Text
    text: Text
    commune_text: str = ""
    clause: Texts
    evidence: Text
    commune_evidence: str = ""
    critical: YesNo = False
    deadline: str = ""
    # The unit's own day, by which a commune has to be ready.
    commune_deadline: str = ""


class ByInspector(Model):
    province: Texts = ()
    district: Texts = ()


class Remedies(Model):
    rows: Whole = 5


class DossierItem(Model):
    id: Text
    text: Text
    commune_text: str = ""


class Checklist(Model):
    """What an inspection looks at; a plan without criteria has an empty one."""

    results: Texts = ("Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn")
    # The groups that the team comes for, and what they and the others are called.
    core: Texts = ()
    parts: Texts = ()
    groups: tuple[ChecklistGroup, ...] = ()
    order: ByInspector = ByInspector()
    items: tuple[ChecklistItem, ...] = ()
    figures: ByInspector = ByInspector()
    remedies: Remedies = Remedies()
    dossier: tuple[DossierItem, ...] = ()

    def __len__(self) -> int:
        return len(self.items)


class SheetField(Model):
    """A question of the sheet: `label` beside its answer, or `text` in a table."""

    id: Text
    label: str = ""
    text: str = ""
    measure: str = ""
    hint: str = ""
    choices: Texts = ()
    # The field of the list of models that answers it.
    field: str = ""
    optional: YesNo = False

    @property
    def words(self) -> str:
        return self.label or self.text


class SheetPart(Model):
    title: str = ""
    fields: tuple[SheetField, ...] = ()
    rows: tuple[SheetField, ...] = ()
    choices: Texts = ()


class ModelSheet(Model):
    """The sheet by which one model is judged; a plan that asks for none has an empty one."""

    title: str = ""
    # Its name in the workbook.
    sheet: str = ""
    info: SheetPart = SheetPart()
    files: SheetPart = SheetPart()
    activity: SheetPart = SheetPart()
    review: SheetPart = SheetPart()
    conclusion: SheetPart = SheetPart()
    signatures: SheetPart = SheetPart()

    def check(self) -> None:
        if len(self.signatures.rows) > 3:
            raise ValueError(_("phiếu có tối đa ba bên ký ở phần signatures"))

    def __len__(self) -> int:
        parts = (self.info, self.files, self.activity, self.review, self.conclusion)
        return sum(len(part.fields) + len(part.rows) for part in parts)
