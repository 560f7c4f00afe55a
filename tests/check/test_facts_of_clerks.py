"""`check --facts` on sentences of drafts written by people who did not write it, answers before any run.

facts_of_clerks.tsv: unit, sentence, and the part that contradicts the plan (nothing: all is right).
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kh_docs.model.book import Book

from .test_facts import facts, written, wrong

with (Path(__file__).parent / "facts_of_clerks.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = [
        (row["unit"], row["text"], row["wrong"])
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


@pytest.mark.parametrize(("unit", "text", "part"), ROWS)
def test_what_contradicts_is_found_and_nothing_else(unit: str, text: str, part: str, book: Book) -> None:
    draft = written("BÁO CÁO", text, "Đoạn sau.")
    found = [literal for _what, literal, *_rest in wrong(facts(draft, book, unit))]
    if not part:
        assert found == []
    else:
        assert found
        assert all(part in literal or literal in part for literal in found)
