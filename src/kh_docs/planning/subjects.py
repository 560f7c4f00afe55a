"""The title of a document that is cited, as the plan words it, and the name of a law before its number."""

from __future__ import annotations

from kh_docs.planning import citation_words as words


def name_of_law(kind: str, lead: str) -> str:
    if kind not in ("Luật", "Bộ luật", "Pháp lệnh"):
        return ""
    return words.NUMBER_WORD.sub("", lead[len(kind) :]).strip(" :,")


def subject_after(text: str, at: int) -> tuple[str, int]:
    """Its title as the plan words it, quotation marks kept whole, and where the citation ends."""
    rest = text[at:]
    if not words.SUBJECT_BEGINS.match(rest):
        return "", at
    quoted = words.QUOTED.match(rest)
    ends = words.SUBJECT_ENDS.search(rest, quoted.end() if quoted else 0)
    end = ends.start() if ends else len(rest)
    return rest[:end].strip(" ,:"), at + end
