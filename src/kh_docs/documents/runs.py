"""Words as a printed slot, and what every yes-or-no list offers."""

from __future__ import annotations

from kh_docs.render.values import Run

YES_NO = ("Có", "Không")


def words(text: str) -> list[Run]:
    """`text` as a printed slot; empty text prints nothing."""
    return [Run("text", text)] if text else []
