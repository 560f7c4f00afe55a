"""By which data a workbook was filled: an import tells by it whether they have changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from kh_docs.sheets.form.shapes import Data

STAMP_MARK = "dl: "


def stamp(data: Mapping[str, Data]) -> str:
    """What the guide of a workbook says of the data of its units."""
    return STAMP_MARK + "; ".join(f"{unit}={digest(held)}" for unit, held in data.items())


def stamps_in(text: str) -> dict[str, str]:
    """The digest for each unit out of what the guide says."""
    pairs = (pair.partition("=") for pair in text.removeprefix(STAMP_MARK).split(";"))
    return {unit.strip(): digest.strip() for unit, _sign, digest in pairs if digest}


def digest(data: Data) -> str:
    """A few letters that stand for all of a unit's data."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
