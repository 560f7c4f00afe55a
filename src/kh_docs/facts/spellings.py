"""How a unit's name may be spelt: types and their abbreviations, tones, i or y, signs or none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple, Self

from kh_docs.model.unit_types import UnitType
from kh_docs.model.units import Former, Unit
from kh_docs.patterns import re
from kh_docs.text import slug, spelt_alike

_WORDS = re.compile(r"[^\W_]+")
COMMITTEES = (["ubnd"], ["ủy", "ban", "nhân", "dân"], ["uỷ", "ban", "nhân", "dân"])


class Asked(NamedTuple):
    """What somebody typed: the whole as a name, and what is left after each type it may begin with."""

    whole: str
    types: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, text: str, types: Iterable[UnitType]) -> Self:
        words = _WORDS.findall(unicodedata.normalize("NFC", text).lower())
        for committee in COMMITTEES:
            words = _after(words, committee) or words
        said = [
            (kind.id, spelt_alike(slug(" ".join(rest))))
            for kind in types
            for form in (kind.id, *kind.abbreviations)
            if (rest := _after(words, form.split()))
        ]
        return cls(spelt_alike(slug(" ".join(words))), tuple(said))

    @property
    def names(self) -> set[str]:
        """What may be the name itself."""
        return {self.whole, *(name for _kind, name in self.types)}

    @property
    def whatever_type(self) -> Self:
        """The same without what it says of the type."""
        return self._replace(types=(*self.types, *(("", name) for _kind, name in self.types)))


def names_of(unit: Unit | Former) -> tuple[str, ...]:
    """Every name the data knows the unit by, without its type."""
    return (unit.id, unit.name, *unit.aliases) if isinstance(unit, Unit) else (unit.name,)


def is_called(unit: Unit | Former, asked: Asked) -> bool:
    """Whether `asked` names the unit; a type that it says must be the unit's own."""
    names = {spelt_alike(slug(name)) for name in names_of(unit)}
    for place in (slug(unit.parent), slug(unit.parent.partition(" ")[2])):
        names |= {f"{name}-{spelt_alike(place)}" for name in tuple(names) if place}
    said = {name for kind, name in asked.types if kind in (unit.type, "")}
    return asked.whole in names or bool(names & said)


def _after(words: list[str], head: list[str]) -> list[str]:
    """What follows `head`; a word with signs must be the same word: “Xá Lượng” does not begin with “xã”."""
    start = words[: len(head)]
    same = len(start) == len(head) and all(
        word in (part, slug(part)) for word, part in zip(start, head, strict=True)
    )
    return words[len(head) :] if same else []
