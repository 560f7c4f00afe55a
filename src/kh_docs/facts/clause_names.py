"""The name of a clause as documents cite it: `II.5.b.2` -> `điểm b khoản 5 Mục II`."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A dash beside numbered clauses (“I.2-1”), and what tells two clauses of one number apart (“II.1_2”).
_NO_NAME = re.compile(r"[-_]\d+")
# What stands below the signature of the plan: “PL.II”, “BIEU.01”.
ANNEX, FORM = "PL", "BIEU"
_BELOW = {ANNEX: "Phụ lục", FORM: "Biểu số"}


def clause_name(clause_id: str) -> str:
    """Mục has a capital, khoản and điểm have none (Nghị định 30/2020, PL II, V.7); dashes have no name."""
    parts = _NO_NAME.sub("", clause_id).split(".")
    if clause_id == "opening":
        return "phần mở đầu"
    if parts[0] in _BELOW:
        return " ".join([_BELOW[parts[0]], *parts[1:2]])
    if parts[1:] == ["end"]:
        return f"đoạn cuối Mục {parts[0]}"
    names = [f"Mục {parts[0]}"]
    if len(parts) > 1:
        names.insert(0, f"khoản {parts[1]}")
    if len(parts) > 2:
        names.insert(0, f"điểm {parts[2]}")
    return " ".join(names)


def is_annex(clause_id: str) -> bool:
    """Whether that is an annex of the province's plan."""
    return re.split(r"[._]", clause_id)[0] in _BELOW


def clause_names(clause_ids: Iterable[str]) -> str:
    """Several clauses in one breath: `II.4.a, II.4.b` -> `điểm a, b khoản 4 Mục II`."""
    points: dict[str, list[str]] = {}
    for clause_id in clause_ids:
        above, letter = _split(clause_id)
        if letter not in points.setdefault(above, []):
            points[above].append(letter)
    named = (
        f"điểm {', '.join(filter(None, letters))} {clause_name(above)}"
        if any(letters)
        else clause_name(above)
        for above, letters in points.items()
    )
    return "; ".join(named)


def _split(clause_id: str) -> tuple[str, str]:
    parts = clause_id.split(".")
    return (".".join(parts[:2]), parts[2]) if len(parts) > 2 else (clause_id, "")
