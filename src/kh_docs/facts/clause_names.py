"""The name of a clause as documents cite it: `II.5.b.2` -> `điểm b khoản 5 Mục II`."""

from __future__ import annotations


def clause_name(clause_id: str) -> str:
    """Mục has a capital, khoản and điểm have none (Nghị định 30/2020, PL II, V.7); dashes have no name."""
    parts = clause_id.split(".")
    if clause_id == "opening":
        return "phần mở đầu"
    if parts[1:] == ["end"]:
        return f"đoạn cuối Mục {parts[0]}"
    names = [f"Mục {parts[0]}"]
    if len(parts) > 1:
        names.insert(0, f"khoản {parts[1]}")
    if len(parts) > 2:
        names.insert(0, f"điểm {parts[2]}")
    return " ".join(names)
