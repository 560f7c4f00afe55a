"""How the tracker is laid out: its sheets, and the columns in which the officer decides."""

from __future__ import annotations

from typing import Final

from kh_docs.i18n import N_

TRACKED, CORRECTIONS = N_("Theo dõi"), N_("Sửa số")
QUESTIONS, FILES = N_("Câu hỏi"), N_("Tệp")
# Columns of the first sheet, counted from 0; the last one, hidden, is the day as the file tells it.
RECEIVED: Final = 3
NOTE: Final = 11
FOUND_DAY: Final = 13
# What may be said of a question.
ACCEPTED: Final = N_("chấp nhận")
VERDICTS: Final = (ACCEPTED, N_("trả lại đơn vị"), N_("chờ"))
