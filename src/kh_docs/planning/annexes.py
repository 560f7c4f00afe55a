"""Take the lines below a plan's signature, give each annex as one clause: title and rows, verbatim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_docs.facts.clause_names import ANNEX, FORM
from kh_docs.planning.lines import Line
from kh_docs.planning.outline import OutlineClause

# “PHỤ LỤC I”, “Phụ lục số 02:”, “BIỂU SỐ 01”, “DANH MỤC …”; a sentence that speaks of one is none.
_TITLE = re.compile(
    r"(?P<annex>PHỤ LỤC|Phụ lục)(?:\s+(?:số|SỐ))?(?:\s+(?P<number>[IVX]{1,5}|\d{1,2}))?(?:\s*[:.–-].*)?"
    r"|(?P<form>BIỂU|Biểu)(?:\s+(?:số|SỐ|mẫu|MẪU))?\s+(?P<form_number>[IVX]{1,5}|\d{1,2})(?:\s*[:.–-].*)?"
    r"|DANH MỤC\b.*"
)
_LOUD = re.compile(r"(?:PHỤ LỤC|BIỂU SỐ)\b.*")
_LONGEST_TITLE = 3


def begins_annex(line: Line) -> bool:
    """Whether the line is the title of an annex."""
    text = line.text.strip(" |*")
    if _LOUD.fullmatch(text):
        return text.isupper()
    return _TITLE.fullmatch(text) is not None and not text.endswith((";", "."))


def annexes_of(lines: Sequence[Line]) -> tuple[OutlineClause, ...]:
    """One clause an annex; what stands before the first (whom it goes to, who signed) is no part of any."""
    starts: list[int] = []
    for at, line in enumerate(lines):
        # “PHỤ LỤC II” and below it “DANH MỤC …” are one title.
        if begins_annex(line) and not (
            starts and at - starts[-1] <= _LONGEST_TITLE and line.text.startswith("DANH")
        ):
            starts.append(at)
    ends = [*starts[1:], len(lines)][: len(starts)]
    clauses: list[OutlineClause] = []
    for at, end in zip(starts, ends, strict=True):
        name = _name(lines[at].text)
        same = sum(clause.id.partition("_")[0] == name for clause in clauses)
        clauses.append(
            OutlineClause(
                f"{name}_{same + 1}" if same else name,
                "",
                tuple(line.text for line in lines[at:end]),
                tuple(line.number for line in lines[at:end]),
            )
        )
    return tuple(clauses)


def _name(title: str) -> str:
    found = re.search(r"(BIỂU|Biểu)?\D*?\b([IVX]{1,5}|\d{1,2})\b", title.strip(" |*")[:20])
    if found is None:
        return ANNEX
    return f"{FORM if found[1] else ANNEX}.{found[2]}"
