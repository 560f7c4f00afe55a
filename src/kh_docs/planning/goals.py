"""Goals that a plan gives to units by name without a digit to count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kh_docs.i18n import _
from kh_docs.planning.outline import OutlineClause, Question
from kh_docs.planning.places import NamedUnit
from kh_docs.planning.spans import sentence_at
from kh_docs.reading.word_list import word_list

_GOAL = "|".join(map(re.escape, word_list(Path(__file__).with_name("goals.txt"))))
_WITHOUT_NUMBER = re.compile(
    r"(?:xây dựng|duy trì|hoàn thành|hoàn thiện|công nhận|giữ vững)\s(?:[^\d;.,(]{0,60}?\s)??"
    rf"(?P<what>(?:huyện|thị xã|thành phố|xã|phường|đặc khu)\s+(?:{_GOAL})[^;.,()\d]*)"
)


def goals_in(clause: OutlineClause, named: Sequence[NamedUnit]) -> Iterator[Question]:
    """“UBND thị xã … xây dựng thị xã điển hình”: a goal of units by name, but no digit to count."""
    for found in _WITHOUT_NUMBER.finditer(clause.text):
        sentence = sentence_at(clause.text, found.start())
        if any(sentence.start <= unit.span.start < found.start() for unit in named):
            message = _("chỉ tiêu giao đích danh, không có con số")
            yield Question(clause.id, clause.line_at(found.start()), found["what"].strip(), message)
