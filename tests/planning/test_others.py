"""Openings of other provinces' plans: what is in them, written down before the program read them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.planning.plans import parts_of

from kh_docs.facts.calendar import resolve
from kh_docs.planning.draft import Draft, draft_of
from kh_docs.planning.places import Atlas

FOLDER = Path(__file__).with_name("others")
Fields = tuple[str, ...]


def answers() -> dict[str, dict[str, list[Fields]]]:
    found: dict[str, dict[str, list[Fields]]] = {}
    name = ""
    for line in (FOLDER / "answers.psv").read_text(encoding="utf-8").splitlines():
        kind, *fields = line.split("|")
        if fields:
            found[name].setdefault(kind, []).append(tuple(fields))
        else:
            name = kind
            found[name] = {}
    return found


ANSWERS = answers()


def draft(name: str) -> Draft:
    return draft_of(parts_of((FOLDER / f"{name}.txt").read_bytes()), Atlas({}))


def iso(day: date | None) -> str:
    return day.isoformat() if day else "-"


@pytest.mark.parametrize("name", ANSWERS)
def test_citations(name: str) -> None:
    found = draft(name)
    own = f"{found.head.number}/{found.head.symbol}"
    bases = [
        (each.kind, each.number, iso(each.issued_on), each.issuer)
        for each in found.bases
        if each.number != own
    ]
    assert Counter(bases) == Counter(ANSWERS[name]["B"])


@pytest.mark.parametrize("name", ANSWERS)
def test_deadlines_and_figures(name: str) -> None:
    found = draft(name)
    deadlines = [(each.literal, iso(resolve(each.rule).last_day)) for each in found.deadlines]
    assert deadlines == ANSWERS[name].get("D", [])
    assert [(each.value, each.measure) for each in found.targets] == ANSWERS[name].get("F", [])


@pytest.mark.parametrize("name", [name for name, kinds in ANSWERS.items() if "H" in kinds])
def test_heads(name: str) -> None:
    head = draft(name).head
    found = (head.number, head.symbol, iso(head.issued_on), str(head.year), head.issuer)
    assert [found] == ANSWERS[name]["H"]


@pytest.mark.parametrize("name", [name for name, kinds in ANSWERS.items() if "I" in kinds])
def test_outlines(name: str) -> None:
    assert [(" ".join(clause.id for clause in draft(name).clauses),)] == ANSWERS[name]["I"]
