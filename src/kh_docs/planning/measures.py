"""What a plan counts: the nouns that follow a number, several of them joined by commas."""

from __future__ import annotations

import re
from pathlib import Path

from kh_docs.reading.word_list import word_list

# Not counted but waited for: “06 tháng”, “10 năm”.
TIMES = frozenset(["tháng", "năm", "ngày", "giờ", "tuần", "quý", "phút", "h", "g", "giây"])
_NOUNS = word_list(Path(__file__).with_name("counted.txt"))
_NOUN = "|".join(re.escape(noun) for noun in sorted(_NOUNS, key=len, reverse=True))
# “41,2 triệu cây xanh”.
_TIMES = r"(?:(?:triệu|nghìn|ngàn|tỷ|vạn)\s+)?"
MEASURE = rf"{_TIMES}(?:{_NOUN})(?!\w)(?:(?:,\s+|\s+và\s+)(?:{_NOUN})(?!\w))*"
