"""The plan seen from one unit on one reference date: what applies, figures, names of bodies."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import NamedTuple

from kh_docs.facts.calendar import Dates, resolve
from kh_docs.facts.communes_told import communes_told
from kh_docs.facts.unit_words import IssuerWords, UnitWords, issuer_words, unit_words
from kh_docs.i18n import _
from kh_docs.model.base import Applies, Bound
from kh_docs.model.bodies import Role
from kh_docs.model.book import Book
from kh_docs.model.fields import COMMUNES, Told
from kh_docs.model.head import InternalDeadline
from kh_docs.model.local import NOTHING_TOLD, LocalData
from kh_docs.model.plan import Deadline
from kh_docs.model.targets import Target
from kh_docs.model.tasks import Task
from kh_docs.model.unit_types import UnitType
from kh_docs.model.units import Unit

# What a UnitPlan works out without its day.
_WHATEVER_THE_DAY = (
    "local",
    "communes_told",
    "traits",
    "tasks",
    "words",
    "issuer",
    "_overriding",
    "_resolved",
    "_called",
)


class Figure(NamedTuple):
    """A target as it binds one unit; `formula` shows how a share of communes was counted."""

    target: Target
    text: str
    formula: str


@dataclass(frozen=True)
class UnitPlan:
    """Everything that documents of one unit say, as facts."""

    book: Book
    unit: Unit
    reference: date

    def on(self, reference: date) -> UnitPlan:
        """The same unit on another day, with what is known of it whatever the day."""
        other = UnitPlan(self.book, self.unit, reference)
        known = vars(self)
        vars(other).update({name: known[name] for name in _WHATEVER_THE_DAY if name in known})
        return other

    @cached_property
    def local(self) -> LocalData:
        return self.book.local.get(self.unit.id) or NOTHING_TOLD

    @cached_property
    def communes_told(self) -> tuple[Told, ...]:
        return communes_told(self.unit, self.local)

    @cached_property
    def traits(self) -> frozenset[str]:
        return traits_of(self.book, self.unit)

    def applies_to(self, applies: Applies) -> bool:
        """Whether this unit is meant. An empty local field means: the unit has not told us."""
        units, traits, local = applies.units, applies.traits, applies.local
        if units is None and traits is None and not local:
            return True
        if units is not None and self.unit.id in units:
            return True
        if traits is not None and not self.traits.isdisjoint(traits):
            return True
        return bool(local) and self.local.tells(local)

    def binds(self, bound: Bound) -> bool:
        return self.applies_to(bound.applies)

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(task for task in self.book.tasks.values() if self.binds(task))

    def has_task(self, task_id: str) -> bool:
        return self.binds(self.book.tasks[task_id])

    # -- days ---------------------------------------------------------------------------------

    def dates(self, deadline_id: str) -> Dates:
        """The dates of a deadline of the plan or of an internal one."""
        found = self._resolved.get(deadline_id)
        if found is None:
            found = self._resolved[deadline_id] = resolve(self.deadline(deadline_id).rule)
        return found

    @cached_property
    def _resolved(self) -> dict[str, Dates]:
        return {}

    def passed(self, deadline_id: str) -> bool:
        """Whether the last day lies before the reference date."""
        return self.dates(deadline_id).last_day < self.reference

    def deadline(self, deadline_id: str) -> InternalDeadline | Deadline:
        """A deadline of the plan, or one that the district sets for its communes."""
        if deadline_id in self.book.deadlines:
            return self.book.deadlines[deadline_id]
        for internal in self.book.head.internal_deadlines:
            if internal.id == deadline_id:
                return internal
        raise KeyError(deadline_id)

    # -- figures ------------------------------------------------------------------------------

    def target(self, target_id: str) -> Target:
        """The target that holds here: one that overrides `target_id` for this unit wins."""
        return self._overriding.get(target_id) or self.book.targets[target_id]

    @cached_property
    def _overriding(self) -> dict[str, Target]:
        overriding = [item for item in self.book.targets.values() if item.overrides and self.binds(item)]
        return {item.overrides: item for item in reversed(overriding)}

    def figure(self, target_id: str) -> Figure:
        """This unit's own figure; a share where it knows of how many. ValueError for a provincial total."""
        target = self.target(target_id)
        if self.unit.id in target.per_unit:
            return Figure(target, target.per_unit[self.unit.id], "")
        if target.scope != "unit" or target.per_unit:
            message = _("{target} là số chung của tỉnh, không phải chỉ tiêu riêng của đơn vị")
            raise ValueError(message.format(target=target_id))
        if target.base:
            return self._share(target)
        return Figure(target, target.value, "")

    def _share(self, target: Target) -> Figure:
        """So many of the unit's communes, or of the entries of its list; per cent until it has told them."""
        of_communes = target.base == COMMUNES
        total = len(self.unit.children if of_communes else self.local.entries(target.base))
        if not total:
            return Figure(target, f"{target.value}%", "")
        return Figure(target, *_share_of(target.value, total))

    def due(self, target_id: str) -> int:
        """How many the target asks of this unit; 0 where it asks for none of its own, or nobody knows yet."""
        target = self.target(target_id)
        own = self.unit.id in target.per_unit if target.per_unit else target.scope == "unit"
        text = self.figure(target_id).text if own else ""
        return int(text) if text.isdecimal() else 0

    # -- names --------------------------------------------------------------------------------

    def role(self, role_id: str) -> Role | None:
        """The body that fills the role here and now; None where there is none."""
        return self.held.get(role_id)

    @cached_property
    def held(self) -> Mapping[str, Role]:
        """The bodies that exist here and now, by their roles."""
        if not self._type.holds_on(self.reference):
            return {}
        held = [role for role in self.book.roles if self._in_office(role) and self.applies_to(role.applies)]
        found: dict[str, Role] = {}
        for role in held:
            # Of several that fit, the first stands.
            found.setdefault(role.id, role)
        return found

    def _in_office(self, role: Role) -> bool:
        if role.level != self.unit.level or not (role.name or self.unit.type in role.names):
            return False
        return role.holds_on(self.reference)

    @property
    def _type(self) -> UnitType:
        return self.book.types[self.unit.type]

    @cached_property
    def words(self) -> UnitWords:
        return unit_words(self.unit, self.book.types, self.book.issuers)

    @cached_property
    def issuer(self) -> IssuerWords:
        """The body that issues for the unit, signed by its head or, where the unit says so, by a deputy."""
        kind = self.book.issuers[self._type.issuer]
        return issuer_words(self.words, kind, deputy=self.local.signer.deputy)

    def role_name(self, role: Role) -> str:
        called = self._called.get(id(role))
        if called is None:
            name = role.names.get(self.unit.type, "") or role.name
            called = self._called[id(role)] = self.words.filled(name)
        return called

    @cached_property
    def _called(self) -> dict[int, str]:
        """Names of roles by their identity: the book holds them."""
        return {}

    def role_short(self, role_id: str) -> str:
        """The abbreviation for “Lưu: VT, …”."""
        role = self.role(role_id)
        if role is None:
            raise KeyError(role_id)
        short = role.short if isinstance(role.short, str) else role.short.get(self.unit.type, "")
        return self.words.filled(short) or self.role_name(role)


@lru_cache(1_000)
def _share_of(percent: str, total: int) -> tuple[str, str]:
    """So many, and how they were counted."""
    # Fractions: 0,15 x 20 in floating point would be just over 3.
    exact = Fraction(percent.replace(",", ".")) * total / 100
    count = math.ceil(exact)
    shown = f"{float(exact):g}".replace(".", ",")
    rounded = "" if exact == count else f", làm tròn lên {count:02d}"
    return f"{count:02d}", f"{percent}% × {total} = {shown}{rounded}"


def traits_of(book: Book, unit: Unit) -> frozenset[str]:
    """The ids of the unit's traits, each from the column, count or list its definition names."""
    found = set()
    for trait in book.traits.values():
        if trait.level not in ("", unit.level):
            continue
        if (
            any(unit.columns.get(column) == "yes" for column in trait.columns)
            or (trait.count and int(unit.columns.get(trait.count) or "0") > 0)
            or unit.id in trait.units
        ):
            found.add(trait.id)
    return frozenset(found)


def unit_plans(book: Book, reference: date) -> Mapping[str, UnitPlan]:
    return {unit.id: UnitPlan(book, unit, reference) for unit in book.units.values()}
