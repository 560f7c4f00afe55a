"""Which clauses of the plan a passage says that it speaks of: “điểm b khoản 6 mục II Kế hoạch 12/KH-UBND”."""

from typing import Final

from kh_docs.check.facts.attributed import plan_named
from kh_docs.model.book import Book
from kh_docs.patterns import re

_MARKED: Final = (
    re.compile(r"\bđiểm (?P<p>[a-zđ]),? khoản (?P<k>\d+),? (?i:mục|phần) (?P<m>[IVX]+)\b"),
    re.compile(r"\bkhoản (?P<k>\d+)(?P<p>),? (?i:mục|phần) (?P<m>[IVX]+)\b", re.IGNORECASE),
    re.compile(r"\bđiểm (?P<p>[a-zđ]),? (?i:mục|phần) (?P<m>[IVX]+)\.(?P<k>\d+)\b"),
    re.compile(r"\b(?P<m>[IVX]+)\.(?P<k>\d+)(?:\.(?P<p>[a-zđ]))?(?![\w.]*\d)"),
)


class CitedClauses:
    """The clauses of a plan, to be asked for those that a text cites."""

    def __init__(self, book: Book) -> None:
        self._plan = re.compile(plan_named(book.head.number), re.IGNORECASE)
        self.texts = {clause.id: clause.text for clause in book.clauses}

    def in_text(self, text: str) -> frozenset[str]:
        """The ids of all that a text cites together with the plan, those below them too."""
        if not self._plan.search(text):
            return frozenset()
        cited = {
            ".".join(filter(None, (match["m"], match["k"], match["p"])))
            for pattern in _MARKED
            for match in pattern.finditer(text)
        }
        # “Điểm d khoản 1 mục II” is also found as “khoản 1 mục II”.
        whole = {each for each in cited if not any(other.startswith(f"{each}.") for other in cited)}
        return frozenset(
            clause for clause in self.texts for each in whole if f"{clause}.".startswith(f"{each}.")
        )
