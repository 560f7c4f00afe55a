"""Everything that is read from data/ for one plan, in one value."""

from collections.abc import Mapping

from kh_docs.errors import Problem
from kh_docs.model.approval import Question
from kh_docs.model.base import Day, Model
from kh_docs.model.bodies import Recipient, Role
from kh_docs.model.checklist import Checklist
from kh_docs.model.fields import Fields
from kh_docs.model.head import Head
from kh_docs.model.indicators import IndicatorTable
from kh_docs.model.local import LocalData
from kh_docs.model.model_sheet import ModelSheet
from kh_docs.model.plan import Clause, Deadline, Gap, LegalBasis
from kh_docs.model.registers import Register
from kh_docs.model.targets import Target, TargetRow
from kh_docs.model.tasks import Duty, Task
from kh_docs.model.unit_types import Issuer, Trait, UnitType
from kh_docs.model.units import Ceasing, Former, Moving, Unit


class Book(Model):
    """One plan with the units, bodies and local data it needs; checked as a whole when it was read.

    Of the plan itself only the head and the clauses are always there; every other part adds what it adds.
    """

    head: Head
    clauses: tuple[Clause, ...]
    bases: Mapping[str, LegalBasis] = {}
    deadlines: Mapping[str, Deadline] = {}
    targets: Mapping[str, Target] = {}
    target_rows: tuple[TargetRow, ...] = ()
    tasks: Mapping[str, Task] = {}
    duties: tuple[Duty, ...] = ()
    gaps: tuple[Gap, ...] = ()
    questions: tuple[Question, ...] = ()
    indicators: IndicatorTable = IndicatorTable()
    checklist: Checklist = Checklist()
    sheet: ModelSheet = ModelSheet()
    fields: Fields = Fields()
    registers: tuple[Register, ...] = ()
    roles: tuple[Role, ...]
    recipients: tuple[Recipient, ...] = ()
    traits: Mapping[str, Trait]
    units: Mapping[str, Unit]
    types: Mapping[str, UnitType]
    issuers: Mapping[str, Issuer]
    former: tuple[Former, ...] = ()
    ceasing: Mapping[str, Ceasing] = {}
    moving: tuple[Moving, ...] = ()
    # Full names of units that come later, each with the first day on which it is there.
    coming: Mapping[str, Day] = {}
    local: Mapping[str, LocalData] = {}
    # A fault in one unit's own file refuses that unit only (interface.md, exit codes).
    local_problems: Mapping[str, tuple[Problem, ...]] = {}
    # What the plan has to say about a unit's own data, by file and line.
    local_warnings: Mapping[str, tuple[Problem, ...]] = {}
    warnings: tuple[Problem, ...] = ()

    @property
    def level(self) -> str:
        """That of the units which the plan addresses."""
        return next((unit.level for unit in self.units.values()), "")

    # How many entries each file of the plan gave, by its name.
    gave: Mapping[str, int] = {}
