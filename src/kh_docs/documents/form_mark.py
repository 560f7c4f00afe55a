"""What a form says of itself, for the program that reads it when it comes back.

The conventions, for whoever reads a form by program:

- The hidden part customXml/item1.xml (namespace `urn:kh-docs:form`) names plan, unit and kind, the days
  `from` and `to` of the figures (of a report; else empty), the form's `version`, and `digest`, the first 16
  hex digits of the SHA-256 of the tags of all controls in reading order, joined by line breaks: two forms
  that ask the same have the same. The file's keywords `kh-docs:<plan>:<unit>:<kind>` say the same once
  more.
- Each place to fill in is a control of its own inside a paragraph; tags and aliases are unique in a
  document. Tags: `<indicator>.<column>` (`chi_tieu`, `ky_truoc`, `ky_nay`, `ghi_chu`),
  `<indicator>.xa.<commune code>`, `<list>.<column>.<row>`, `<section>.noi_dung`.
- The first column of the table of indicators shows the indicator's code (`D2`): in both periods, and in
  every edition of the plan's data, the same. The alias of its controls begins with it: `D2. Kỳ này – …`.
- A blank control shows its placeholder (`w:showingPlcHdr`). Lists to choose from are drop-downs, days are
  date pickers; the rest is text.
- “Không áp dụng” and “Chưa đến kỳ” stand in a locked control (`w:lock contentLocked`) with the tag of the
  cell: a cell that has no control at all was deleted by somebody, or never asks anything (`x`).
"""

from __future__ import annotations

import hashlib
from typing import TypedDict

from kh_docs.documents.speech import Speech
from kh_docs.facts.periods import period_of

# Goes up whenever a reader has to tell older forms from newer ones.
FORM_VERSION = "2"

# `form` of a context: the elements of the hidden part, one of which has a name that is Python's own word.
FormMark = TypedDict(
    "FormMark",
    {"plan": str, "unit": str, "kind": str, "from": str, "to": str, "version": str, "digest": str},
)


def form_mark(speech: Speech) -> FormMark:
    """The values of the hidden part; to be asked for when all controls are made."""
    book = speech.unit_plan.book
    period = period_of(book, speech.recipe) if speech.recipe.span else None
    tags = "\n".join(speech.controls.tags)
    return {
        "plan": book.head.id,
        "unit": speech.unit_plan.unit.id,
        "kind": speech.recipe.kind,
        "from": period.from_day.isoformat() if period else "",
        "to": period.to_day.isoformat() if period else "",
        "version": FORM_VERSION,
        "digest": hashlib.sha256(tags.encode()).hexdigest()[:16],
    }
