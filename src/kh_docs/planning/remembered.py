"""What import remembers of what it wrote, as import.yaml keeps it."""

from __future__ import annotations

from kh_docs.planning.counterparts import Trace
from kh_docs.planning.merging import Made


def remembered(made: Made) -> str:
    """import.yaml."""
    lines = ["# Tệp của chương trình: nhờ nó lần sau biết mục nào đã có người sửa. Không sửa tay."]
    for name, items in made.items():
        lines += [f"{name}:"] if items else [f"{name}: {{}}"]
        lines += [f"  {key}: [{trace.text}, '{trace.about}']" for key, trace in items.items()]
    return "\n".join(lines) + "\n"


def recalled(value: object) -> Made:
    """What import.yaml says, once it was parsed; anything else is nothing."""
    if not isinstance(value, dict):
        return {}
    return {
        str(name): {
            str(key): Trace(str(trace[0]), str(trace[1]))
            for key, trace in items.items()
            if isinstance(trace, list) and len(trace) == 2
        }
        for name, items in value.items()
        if isinstance(items, dict)
    }
