"""What only the unit knows: its signer, papers and assignments, and what the plan's fields.yaml asks of it.

Every field may be missing: what a document needs of it then stays a blank to fill in.
"""

from collections.abc import Iterator, Mapping

from kh_docs.model.base import Day, Model, Text, YesNo
from kh_docs.model.fields import COMMUNES, Told, Value
from kh_docs.model.kinds import Kind


class Signer(Model):
    """`deputy` yes: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH (NĐ 30/2020, PL I, P.I, II.7.b)."""

    name: str = ""
    deputy: YesNo = False


class Cited(Model):
    """A document of the unit, enough to cite it."""

    number: Text
    issued_on: Day


class Assignment(Model):
    """How the unit assigns a task differently from what the program proposes."""

    lead: str = ""
    support: str = ""
    due: str = ""
    product: str = ""


class OfAnyPlan(Model):
    """What a unit may tell whatever the plan; `answers` fills any other blank by the tag of its control."""

    signer: Signer = Signer()
    proposal: Cited | None = None
    party_basis: str = ""
    plan_issued: Cited | None = None
    assignments: dict[str, Assignment] = {}
    answers: dict[Kind, dict[str, str]] = {}


class LocalData(OfAnyPlan):
    """data/districts/<id>.yaml: the values of declared fields by id, only those that were told."""

    own: dict[str, Value] = {}
    communes: dict[str, dict[str, Value]] = {}
    lists: dict[str, tuple[dict[str, Value], ...]] = {}

    def entries(self, each: str) -> tuple[Told, ...]:
        """The entries of the list `each`, or those communes of which something is told."""
        return tuple(self.communes.values()) if each == COMMUNES else self.lists.get(each, ())

    def communes_with(self, field: str) -> Mapping[str, Told]:
        """The communes by name of which `field` is told."""
        start = f"{field}."
        return {
            name: told
            for name, told in self.communes.items()
            if told.get(field) or any(key.startswith(start) for key in told)
        }

    def tells(self, name: str) -> bool:
        """Whether anything is known of `name`: a field, a list, or `communes.<field>`."""
        each, _dot, field = name.partition(".")
        if each == COMMUNES and field:
            return bool(self.communes_with(field))
        if any(known.startswith(f"{name}.") for known in self.own):
            return True
        return bool(self.own.get(name) or self.lists.get(name) or getattr(self, name, None))


def texts_in(told: object) -> Iterator[str]:
    """Every text that a unit tells, in whatever field it stands."""
    if isinstance(told, Model):
        told = vars(told)
    if isinstance(told, str):
        yield " ".join(told.split())
    elif isinstance(told, Mapping):
        for value in told.values():
            yield from texts_in(value)
    elif isinstance(told, tuple | list):
        for value in told:
            yield from texts_in(value)


# Where a unit has told us nothing.
NOTHING_TOLD = LocalData()
NO_ASSIGNMENT = Assignment()
