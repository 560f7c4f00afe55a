"""The field codes of a part, each put together from its pieces."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.word.xml import Element, W


def field_codes(root: Element) -> Iterator[str]:
    """The first word of each field's instruction, also of one in pieces; empty where there is none."""
    for simple in root.iter(W + "fldSimple"):
        yield first_word(simple.get(W + "instr") or "")
    open_fields: list[list[str] | None] = []
    for element in root.iter(W + "fldChar", W + "instrText"):
        if element.tag == W + "instrText":
            # What stands behind a nested field belongs to the innermost one that still reads its code.
            reading = next((each for each in reversed(open_fields) if each is not None), None)
            if reading is not None:
                reading.append(element.text or "")
            continue
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            open_fields.append([])
        elif open_fields:
            pieces = open_fields[-1]
            if pieces is not None:
                yield first_word("".join(pieces))
            if kind == "end":
                open_fields.pop()
            else:
                open_fields[-1] = None


def first_word(code: str) -> str:
    words = code.split()
    return "=" if words and words[0].startswith("=") else words[0].lstrip("\\") if words else ""
