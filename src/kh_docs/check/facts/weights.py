"""How much a passage speaks of something in the plan: words that the plan uses everywhere tell little."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from kh_docs.check.words import fold

_WORD: Final = re.compile(r"[a-z]+[0-9]+|[a-z0-9]+")
# “Giai đoạn 1” is another thing than “giai đoạn 2”, and neither counts anything.
# “Công an huyện … tham mưu”: nobody says it again of himself.
_DOER: Final = re.compile(
    r"\b(?:UBND|Công an) (?:huyện|thị xã|thành phố) [A-ZĐ]\w+(?: [A-ZĐ]\w+)*(?: tham mưu)?"
)
_STAGE: Final = re.compile(r"\b(giai doan|dot|buoc|lan thu) 0?(\d)\b(?! ?[-/])")
_SAYS_NOTHING: Final = frozenset(
    _WORD.findall(
        "va cua cac cho ve tai theo trong tren voi de la mot nhung moi it nhat toi thieu "
        "ngay thang nam truoc so khi duoc 1"
    )
) | {""}


# One writes the words, another their usual short form.
_COMMUNE: Final = r"(?:(?<!thi )xa|(?<!cong an )phuong|thi tran)"
_SHORT: Final = (
    (re.compile(r"an ninh to quoc"), "antq"),
    (re.compile(r"an ninh,? trat tu"), "antt"),
    (re.compile(rf"(?:don vi (?:hanh chinh )?cap xa\b|\b{_COMMUNE}\b(?:, {_COMMUNE}\b)*)"), "capxa"),
)


# As much as so many words that the plan uses once.
_ENOUGH: Final = 2


class Weights(NamedTuple):
    """The weight of each word; of one that the plan never uses, the greatest."""

    weight: Mapping[str, float]
    greatest: float

    def likeness(self, subject: str, context: str) -> float:
        """Which share of what `subject` says, 0 to 1, stands in `context`."""
        wanted = content_words(subject)
        return self._of(wanted & content_words(context)) / (self._of(wanted) or 1.0)

    def told(self, subject: str, context: str) -> float:
        """The same, or which share of a short `context` is said in `subject`, if it tells enough."""
        wanted, said = content_words(subject), content_words(context)
        both = self._of(wanted & said)
        whole = min(self._of(wanted), self._of(said)) if both >= self.greatest * _ENOUGH else self._of(wanted)
        return both / (whole or 1.0)

    def says_enough(self, text: str) -> bool:
        """Whether a text says enough to be known by it."""
        return self._of(content_words(text)) >= self.greatest * _ENOUGH

    def _of(self, words: frozenset[str]) -> float:
        return sum(self.weight.get(word, self.greatest) for word in words)


def weights_of(texts: Iterable[str]) -> Weights:
    """Weights by the number of texts in which each word stands (inverse document frequency)."""
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        seen.update(content_words(text))
        count += 1
    return Weights({word: _weight(each, count) for word, each in seen.items()}, _weight(1, count))


def _weight(seen: int, count: int) -> float:
    return math.log(1 + count / seen)


@lru_cache(4096)
def content_words(text: str) -> frozenset[str]:
    """The words that tell what a text is about, without their marks."""
    plain = _STAGE.sub(lambda stage: f"{stage[1].replace(' ', '')}{stage[2]}", fold(_DOER.sub(" ", text)))
    for words, short in _SHORT:
        plain = words.sub(short, plain)
    return frozenset(word.lstrip("0") for word in _WORD.findall(plain)) - _SAYS_NOTHING
