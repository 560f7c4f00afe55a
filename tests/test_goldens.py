"""Three whole documents as text: when one changes, say in the commit why it should now read so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .documents.produce import document
from .documents.snapshot import snapshot


@pytest.mark.parametrize(
    ("form", "unit"), [("ke-hoach", "nam-dan"), ("bao-cao-nam", "vinh"), ("phieu-kiem-tra", "ky-son")]
)
def test_the_document_reads_as_before(form: str, unit: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{form}-{unit}.txt", snapshot(document(unit, form)))
