"""The name of a clause as documents cite it: `II.5.b.2` -> `điểm b khoản 5 Mục II`."""

from __future__ import annotations

from collections.abc import Iterable

from kh_docs.patterns import re
from kh_docs.text import ordinal
from kh_docs.word.roman import from_roman

# A dash beside numbered clauses (“I.2-1”), and what tells two clauses of one number apart (“II.1_2”).
_NO_NAME = re.compile(r"[-_]\d+")
# What stands below the signature of the plan: “PL.II”, “BIEU.01”.
ANNEX, FORM = "PL", "BIEU"
# A part above all: “PHAN1.II.1” is “khoản 1 Mục II Phần thứ nhất”, “PHANI” “Phần I”.
PART = "PHAN"
_LETTERED = tuple("ABCDĐE")
_BELOW = {ANNEX: "Phụ lục", FORM: "Biểu số"}


def clause_name(clause_id: str) -> str:
    """Mục has a capital, khoản and điểm have none (Nghị định 30/2020, PL II, V.7); dashes have no name."""
    parts = _NO_NAME.sub("", clause_id).split(".")
    if clause_id == "opening":
        return "phần mở đầu"
    if parts[0] in _BELOW:
        return " ".join([_BELOW[parts[0]], *parts[1:2]])
    division, parts = _division(parts)
    if not parts:
        return division
    if parts == ["end"]:
        return f"đoạn cuối {division}"
    if division and parts[0].isdigit():
        # No “Mục” between: “khoản 1 Phần thứ ba”.
        parts = ["", *parts]
    if parts[1:] == ["end"]:
        return f"đoạn cuối Mục {parts[0]} {division}".strip()
    names = [f"Mục {parts[0]}" if parts[0] else "", division]
    if len(parts) > 1:
        names.insert(0, f"khoản {parts[1]}")
    if len(parts) > 2:
        names.insert(0, f"điểm {parts[2]}")
    return " ".join(filter(None, names))


def _division(parts: list[str]) -> tuple[str, list[str]]:
    """“Phần thứ nhất”, “Phần I”, or “Phần A” above a “Mục I”, and what stands below it."""
    name = parts[0].removeprefix(PART)
    if name != parts[0]:
        return f"Phần {ordinal(int(name)) if name.isdigit() else name}", parts[1:]
    if len(parts) > 1 and name in _LETTERED and from_roman(parts[1]) is not None:
        return f"Phần {name}", parts[1:]
    return "", parts


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
    divided = _division(parts)[0] != "" and len(parts) > 1 and not parts[1].isdigit()
    above = 3 if divided else 2
    return (".".join(parts[:above]), parts[above]) if len(parts) > above else (clause_id, "")
