"""What came back as the JSON of interface.md, unit by unit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kh_docs.returns.collected import Collected, UnitReturn
from kh_docs.returns.request import Request
from kh_docs.returns.returned import Return


def json_lines(request: Request, collected: Collected, outputs: list[str]) -> Iterator[str]:
    """The object that `collect --json` prints, in pieces: never all returns at once."""
    head = {
        "plan": request.book.head.id,
        "kind": request.recipe.kind,
        "as_of": request.as_of.isoformat(),
    }
    tail = {
        "totals": {key: total._asdict() for key, total in collected.totals.items()},
        "files": [file._asdict() for file in collected.files],
        "outputs": outputs,
    }
    yield f'{_inside(head)}, "units": ['
    for number, (each, sent) in enumerate(collected.returns()):
        yield f"{',' if number else ''}\n{_dumped(_unit(each, sent))}"
    yield f"\n], {_dumped(tail)[1:]}\n"


def _inside(value: dict[str, Any]) -> str:
    """The object without its closing bracket: more comes."""
    return _dumped(value)[:-1]


def _dumped(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _unit(each: UnitReturn, sent: Return | None) -> dict[str, Any]:
    return {
        "unit": each.unit,
        "state": each.state,
        "file": each.file,
        "received_on": _day(each),
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
        "questions": [
            {"where": question.where, "raw": question.raw, "message": question.message}
            for question in (sent.questions if sent else [])
        ],
        "conflicts": [
            {"a": conflict.a, "b": conflict.b, "message": conflict.message}
            for conflict in (sent.conflicts if sent else [])
        ],
    }


def _day(each: UnitReturn) -> str | None:
    """The officer's day, else that of the file which gives the figures."""
    is_hers = each.received_on is not None and each.received_on != each.found_on
    day = each.received_on if is_hers else each.newest_on
    return day.isoformat() if day else None
