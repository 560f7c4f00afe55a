"""What a unit has told of its communes, with their names and codes."""

from __future__ import annotations

from kh_docs.facts.first_letters import capital
from kh_docs.model.fields import Told
from kh_docs.model.local import LocalData
from kh_docs.model.units import Unit


def communes_told(unit: Unit, local: LocalData) -> tuple[Told, ...]:
    """One entry for each commune, also where nothing is told of it."""
    return tuple(
        {**local.communes.get(each.name, {}), "name": f"{capital(each.type)} {each.name}", "code": each.code}
        for each in unit.children
    )
