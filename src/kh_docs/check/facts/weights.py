"""How much a passage speaks of something in the plan: words that the plan uses everywhere tell little."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from kh_docs.check.words import UPPER, fold
from kh_docs.patterns import re

_WORD: Final = re.compile(r"[a-z]+[0-9]+|[a-z0-9]+")
# “Giai đoạn 1” is another thing than “giai đoạn 2”, and neither counts anything.
# “Công an huyện … tham mưu”: nobody says it again of himself.
_DOER: Final = re.compile(
    rf"\b(?:UBND|Công an) (?:huyện|thị xã|thành phố) [{UPPER}]\w+(?: [{UPPER}]\w+)*(?: tham mưu)?"
)
_STAGE: Final = re.compile(r"\b(giai doan|dot|buoc|lan thu) 0?(\d)\b(?! ?[-/])")
_IS_STAGE: Final = re.compile(r"(?:giaidoan|dot|buoc|lanthu)\d")
_SAYS_NOTHING: Final = frozenset(
    _WORD.findall(
        "va cua cac cho ve tai theo trong tren voi de la mot nhung moi it nhat toi thieu "
        "ngay thang nam truoc so khi duoc 1"
    )
) | {""}


# “Xã, phường, thị trấn”, whichever of them a unit has.
_COMMUNE: Final = r"(?:(?<!thi )xa|(?<!cong an )phuong|thi tran)"
_COMMUNES: Final = (
    re.compile(rf"(?:don vi (?:hanh chinh )?cap xa\b|\b{_COMMUNE}\b(?:, {_COMMUNE}\b)*)"),
    "capxa",
)
_SHORT_FORM: Final = re.compile(r"\(([A-ZĐ]{3,8})\)")

# What offices write for words of any plan.
ABBREVIATED: Final = {
    "TP": "thành phố",
    "TX": "thị xã",
    "TT": "thị trấn",
    "CA": "Công an",
    "CAT": "Công an tỉnh",
    "DN": "doanh nghiệp",
    "MTTQ": "Mặt trận Tổ quốc",
    "BCĐ": "Ban Chỉ đạo",
}
ABBREVIATION: Final = re.compile(rf"\b(?:{'|'.join(ABBREVIATED)})\b")
# The first letters of so many words in a row of its abstract are taken for them: “TDBVANTQ”.
_FEWEST_LETTERS, _MOST_LETTERS = 4, 12

# A pattern over words without marks, and what stands for them.
Short = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


T = TypeVar("T")


def likest(alike: Iterable[tuple[float, T]]) -> tuple[float, T | None]:
    """Of things with how much a passage speaks of each the one it speaks of most; 0 and nothing of none."""
    return max(alike, key=lambda pair: pair[0], default=(0.0, None))


# As much as so many words that the plan uses once.
_ENOUGH: Final = 2


class Weights(NamedTuple):
    """The weight of each word; of one that the plan never uses, the greatest."""

    weight: Mapping[str, float]
    greatest: float
    # One writes the words, another the short form that the plan gives them.
    short: tuple[Short, ...]

    def likeness(self, subject: str, context: str) -> float:
        """Which share of what `subject` says, 0 to 1, stands in `context`."""
        wanted = self._words(subject)
        return self._of(wanted & self._words(context)) / (self._of(wanted) or 1.0)

    def told(self, subject: str, context: str) -> float:
        """The same, or which share of a short `context` is said in `subject`, if it tells enough."""
        wanted, said = self._words(subject), self._words(context)
        both = self._of(wanted & said)
        whole = min(self._of(wanted), self._of(said)) if both >= self.greatest * _ENOUGH else self._of(wanted)
        return both / (whole or 1.0)

    def says_enough(self, text: str) -> bool:
        """Whether a text says enough to be known by it."""
        return self._of(self._words(text)) >= self.greatest * _ENOUGH

    def stages(self, text: str) -> frozenset[str]:
        """The stages that are named: “giai đoạn 1”."""
        return frozenset(word for word in self._words(text) if _IS_STAGE.match(word))

    def _words(self, text: str) -> frozenset[str]:
        return content_words(text, self.short)

    def _of(self, words: frozenset[str]) -> float:
        return sum(self.weight.get(word, self.greatest) for word in words)


def weights_of(texts: Iterable[str], abstract: str = "") -> Weights:
    """Weights by the number of texts in which each word stands (inverse document frequency).

    `abstract`: the plan's, of whose words offices write the first letters.
    """
    whole = list(texts)
    short = (*_first_letters(abstract), *_short_forms(whole))
    seen = Counter(word for text in whole for word in content_words(text, short))
    count = len(whole)
    return Weights({word: _weight(each, count) for word, each in seen.items()}, _weight(1, count), short)


def _short_forms(texts: Iterable[str]) -> Iterator[Short]:
    """“An ninh, trật tự (ANTT)”: the words before the brackets that begin with its letters."""
    for text in texts:
        for found in _SHORT_FORM.finditer(text):
            letters = fold(found[1])
            words = fold(text[: found.start()]).replace(",", "").split()[-len(letters) :]
            if [word[0] for word in words] == list(letters):
                yield re.compile(r"\b" + ",? ".join(map(re.escape, words)) + r"\b"), letters


def _first_letters(abstract: str) -> Iterator[Short]:
    """What stands for the words of the abstract, several in a row, written by their first letters."""
    words = _WORD.findall(fold(abstract))
    runs = (
        words[start : start + length]
        for length in range(_FEWEST_LETTERS, _MOST_LETTERS + 1)
        for start in range(len(words) - length + 1)
    )
    meant = {"".join(word[0] for word in run): " ".join(run) for run in runs}
    if meant:
        longest_first = sorted(meant, key=len, reverse=True)
        yield re.compile(rf"\b(?:{'|'.join(longest_first)})\b"), lambda found: meant[found[0]]


def _weight(seen: int, count: int) -> float:
    return math.log(1 + count / seen)


@lru_cache(4096)
def content_words(text: str, short: tuple[Short, ...] = ()) -> frozenset[str]:
    """The words that tell what a text is about, without their marks."""
    return frozenset(content_list(text, short))


@lru_cache(4096)
def content_list(text: str, short: tuple[Short, ...] = ()) -> tuple[str, ...]:
    """The same in their order, each as often as it stands there."""
    whole = ABBREVIATION.sub(lambda short: ABBREVIATED[short[0]], text)
    plain = _STAGE.sub(lambda stage: f"{stage[1].replace(' ', '')}{stage[2]}", fold(_DOER.sub(" ", whole)))
    for words, letters in (*short, _COMMUNES):
        plain = words.sub(letters, plain)
    found = (word.lstrip("0") for word in _WORD.findall(plain))
    return tuple(word for word in found if word not in _SAYS_NOTHING)
