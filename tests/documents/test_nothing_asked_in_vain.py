"""What fields.yaml asks of a unit stands in one of its documents, or its note says that it need not (B11)."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

import pytest

from kh_docs.model.fields import Field
from kh_docs.pipeline.making import Workshop

from .produce import FORMS, local_data, order, workshop
from .word import Document

UNIT, WARDS = "nam-dan", "vinh"
FIELDS = workshop().book.fields
COMMUNES = [commune.name for commune in workshop().book.units[UNIT].children]
NOT_PRINTED = "chỉ để theo dõi"


def words(field: str) -> str:
    return f"Mẫu chữ của {field}."


# What can be told of a field besides words; figures no document has by itself.
PLAIN = {
    "whole": "7",
    "year": "2019",
    "number": "87,5",
    "date": "13/3/2024",
    "yes_no": "yes",
    "choice": "Mẫu",
}


def answer(field: Field, name: str) -> str:
    if field.type in ("text", "code"):
        return words(name)
    return field.choices[-1] if field.choices else PLAIN[field.type]


def put(told: dict[str, Any], name: str, value: str) -> None:
    head, dot, rest = name.partition(".")
    if dot:
        told.setdefault(head, {})[rest] = value
    else:
        told[head] = value


def everything() -> tuple[dict[str, Any], dict[str, tuple[Field, tuple[Any, ...]]]]:
    """A unit's file in which every field is told, and where in it each stands."""
    told: dict[str, Any] = {"own_targets": {}, "communes": {}}
    places: dict[str, tuple[Field, tuple[Any, ...]]] = {}
    for field in FIELDS.unit:
        put(told, field.id, answer(field, field.id))
        places[field.id] = field, tuple(field.id.split("."))
    for target in FIELDS.own_targets:
        told["own_targets"][target.id] = answer(target, target.id)
        places[f"own.{target.id}"] = target, ("own_targets", target.id)
    # One commune registers, another is to become clean of drugs; each prints what goes with it.
    for commune, chosen in zip(COMMUNES, ({"exemplary": "yes"}, {"drugs": "làm sạch"}), strict=False):
        of_commune: dict[str, object] = {}
        told["communes"][commune] = of_commune
        for field in FIELDS.communes:
            put(of_commune, field.id, chosen.get(field.id, answer(field, f"communes.{field.id}")))
    for field in FIELDS.communes:
        places[f"communes.{field.id}"] = field, ("communes", COMMUNES[0], *field.id.split("."))
    for known in FIELDS.lists:
        entry: dict[str, Any] = {}
        for field in known.fields:
            put(entry, field.id, answer(field, f"{known.id}.{field.id}"))
            places[f"{known.id}.{field.id}"] = field, (known.id, 0, *field.id.split("."))
        told[known.id] = [entry]
    return told, places


TOLD, PLACES = everything()
# A note to herself says in its heading that no document prints it.
ASKED = {name: field for name, (field, _place) in PLACES.items() if "(không in)" not in field.heading}
TEXTS = [name for name, field in ASKED.items() if field.type in ("text", "code")]
# What makes an entry one of its list cannot be left out alone.
OTHERS = [name for name, field in ASKED.items() if name not in TEXTS and not field.required]


def printed(told: Mapping[str, Any], unit: str = UNIT) -> tuple[str, ...]:
    """The words of all documents of a unit that has told this."""
    book = workshop().book
    made = Workshop(book.replace(local={unit: local_data(dict(told))}), workshop().templates)
    documents = (made.make(order(unit, form)) for form in FORMS)
    return tuple(Document(each.content).text for each in documents if each.content is not None)


@cache
def whole() -> str:
    return "\n".join(printed(TOLD))


def without(place: tuple[Any, ...]) -> dict[str, Any]:
    """Everything but the answer at a place, in both communes."""
    told = deepcopy(TOLD)
    for commune in COMMUNES[:2] if place[0] == "communes" else (None,):
        above: Any = told
        steps = list(place)
        if commune:
            steps[1] = commune
        for step in steps[:-1]:
            above = above[step]
        above.pop(steps[-1], None)
    return told


@pytest.mark.parametrize("name", TEXTS)
def test_words_are_printed(name: str) -> None:
    assert words(name) in whole()


@pytest.mark.parametrize("name", OTHERS)
def test_other_answers_change_a_document(name: str) -> None:
    field, place = PLACES[name]
    if getattr(field, "with_target", ""):
        assert printed({"own_targets": {place[-1]: "7"}}, WARDS) != printed({}, WARDS)
    else:
        assert "\n".join(printed(without(place))) != whole()


def test_a_choice_that_nothing_prints_is_named_in_the_note() -> None:
    field = next(field for field in FIELDS.communes if field.id == "ntm")
    bare = printed({})
    silent = [
        choice for choice in field.choices if printed({"communes": {COMMUNES[0]: {"ntm": choice}}}) == bare
    ]
    assert silent == ["đạt chuẩn"]
    assert f"“đạt chuẩn” {NOT_PRINTED}" in field.note
