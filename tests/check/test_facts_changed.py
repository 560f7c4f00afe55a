"""`check --facts` on every sentence of a plan: a changed fact is found, the same in other words is not wrong.

changing.py makes both by the shape of the text; the least shares say how much of each kind is found today.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

import pytest

from kh_docs.check.engine import take_apart
from kh_docs.check.facts import PlanFacts, facts_of, plan_facts
from kh_docs.model.book import Book
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace

from ..conftest import ROOT
from .changing import Changed, changed, rephrased
from .test_facts import written
from .test_rules import TABLES

EXAMPLE = "vi-du-kh-ubnd-2026"
# Per cent; all that is not named here: every one.
LEAST = {"figure": 70, "unit": 85, "share": 90, "short day": 70, "word of abstract": 75}


def wrong_in(lines: Iterable[str], plan: PlanFacts) -> dict[str, list[str]]:
    """Each line in which something contradicts, with what."""
    found = facts_of(take_apart(written("BÁO CÁO", "Kết quả", *lines)), plan)
    wrong: dict[str, list[str]] = defaultdict(list)
    for fact in found:
        if fact.state == "contradicts" and fact.place.paragraph is not None:
            wrong[fact.place.paragraph.text].append(fact.literal)
    return wrong


def sentences_of(book: Book) -> list[str]:
    """What the plan says, cut as a reader would."""
    return [
        part for clause in book.clauses for part in re.split(r"(?<=[;.])\s", clause.text) if len(part) > 20
    ]


def changes_of(book: Book, seeds: int) -> dict[str, Changed]:
    """Every change of every sentence, by the text that it makes."""
    units = [unit.name for unit in book.units.values()]
    abstracts = [
        basis.subject
        for basis in book.bases.values()
        if basis.number
        and basis.subject.startswith(("về", "quy định", "ban hành"))
        and "/" not in basis.subject
    ]
    return {
        change.text: change
        for line in sentences_of(book)
        for seed in range(seeds)
        for change in changed(line, units, abstracts, book.head.year, seed)
    }


def found_by_kind(book: Book, seeds: int) -> tuple[Counter[str], Counter[str]]:
    """How many changes of each kind are found, and how many there are."""
    made = changes_of(book, seeds)
    wrong = wrong_in(made, plan_facts(book, None, TABLES))
    found = Counter(change.kind for text, change in made.items() if text in wrong)
    return found, Counter(change.kind for change in made.values())


def test_a_changed_fact_is_found(book: Book) -> None:
    found, made = found_by_kind(book, 3)
    assert sum(made.values()) > 400
    share = {kind: 100 * found[kind] // number for kind, number in made.items()}
    assert {kind: each for kind, each in share.items() if each < LEAST.get(kind, 100)} == {}


def otherwise(book: Book, lines: Iterable[str]) -> list[str]:
    """The lines in all other words, each once."""
    plan = f"Kế hoạch số {book.head.number}/{book.head.symbol}"
    return sorted({each for line in lines for each in rephrased(line, plan)})


@pytest.mark.parametrize("unit", [None, "hoang-mai"])
def test_the_same_facts_in_other_words_are_not_wrong(unit: str | None, book: Book) -> None:
    plan = plan_facts(book, book.units[unit] if unit else None, TABLES)
    assert wrong_in(otherwise(book, sentences_of(book)), plan) == {}


def test_nor_are_they_in_a_draft_of_any_unit_with_the_next_sentence(book: Book) -> None:
    said = otherwise(book, [f"{one} {next_one}" for one, next_one in pairwise(sentences_of(book))])
    for unit in (None, *book.units.values()):
        assert wrong_in(said, plan_facts(book, unit, TABLES)) == {}


def test_another_plan_is_held_as_well() -> None:
    example = load(find_workspace(ROOT, ROOT), EXAMPLE)
    found, made = found_by_kind(example, 2)
    assert found.total() * 3 >= made.total() * 2
    said = otherwise(example, sentences_of(example))
    for unit in (None, example.units["thanh-vinh"]):
        assert wrong_in(said, plan_facts(example, unit, TABLES)) == {}
