"""Whether a plan is only begun, so that nobody can mean it who names none."""

from __future__ import annotations

import re
from pathlib import Path

from kh_docs.bounded import read_bounded
from kh_docs.i18n import _
from kh_docs.reading.new_plan import is_untouched
from kh_docs.reading.parts import HEAD, OF_IMPORT

# What `plan import` may not have found in the text, and nothing can be made without.
NEEDED = ("number", "issued_on", "issuer", "title")


def unfinished(folder: Path) -> str:
    """Why: a template of `plan new` as it came, an imported draft without what heads a plan; else empty.

    A plan that a person made and that has a fault is none of these: its fault is to be told, not passed over.
    """
    if any((folder / name).exists() for name in OF_IMPORT):
        try:
            head = read_bounded(folder / HEAD).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return ""
        lacks = [name for name in NEEDED if not re.search(rf"^{name}: *[^\s#]", head, re.MULTILINE)]
        return _("bản nháp, còn thiếu {}").format(", ".join(lacks)) if lacks else ""
    return _("mẫu chưa ai sửa") if is_untouched(folder) else ""
