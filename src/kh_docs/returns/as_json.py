"""What came back as the JSON of interface.md."""

from __future__ import annotations

from typing import Any

from kh_docs.returns.collecting import Collected, UnitReturn
from kh_docs.returns.request import Request


def as_json(request: Request, collected: Collected, outputs: list[str]) -> dict[str, Any]:
    """The object that `collect --json` prints."""
    return {
        "plan": request.book.head.id,
        "kind": request.recipe.kind,
        "as_of": request.as_of.isoformat(),
        "units": [_unit(each) for each in collected.units],
        "totals": {key: total._asdict() for key, total in collected.totals.items()},
        "files": [file._asdict() for file in collected.files],
        "outputs": outputs,
    }


def _unit(each: UnitReturn) -> dict[str, Any]:
    sent = each.newest
    first = each.first_received_on
    return {
        "unit": each.unit,
        "state": each.state,
        "file": sent.path if sent else None,
        "received_on": first.isoformat() if first else None,
        "days_late": each.days_late,
        "number": sent.number or None if sent else None,
        "issued_on": sent.issued_on if sent else None,
        "version": each.version,
        "values": {
            key: {
                "state": figure.state,
                "value": figure.value,
                "raw": figure.raw,
                "where": figure.where,
                "found_by": figure.found_by,
            }
            for key, figure in (sent.figures if sent else {}).items()
        },
        "questions": [question._asdict() for question in (sent.questions if sent else [])],
        "conflicts": [conflict._asdict() for conflict in each.conflicts],
    }
