"""Phrases in quotation marks that hold a number: “4 tại chỗ”."""

from typing import Final

from kh_docs.check.words import fold
from kh_docs.patterns import re

PHRASE: Final = re.compile(r"[“\"](?P<words>[^“”\"]{4,60})[”\"]")
NUMBER: Final = re.compile(r"\d+")


def phrases_of(clauses: tuple[tuple[str, str], ...]) -> dict[str, list[tuple[str, str]]]:
    """The plan's own phrases with one number in them, by their words: each clause and phrase."""
    found: dict[str, list[tuple[str, str]]] = {}
    for clause, text in clauses:
        for match in PHRASE.finditer(text):
            if len(NUMBER.findall(match["words"])) == 1:
                found.setdefault(masked(match["words"]), []).append((clause, match["words"]))
    return found


def masked(words: str) -> str:
    """The words with a mark in place of each number."""
    return NUMBER.sub("#", fold(words))
