"""What the words around a figure tell of it: whose it is, of which year, an aim or a result."""

from typing import Final, NamedTuple

from kh_docs.check.facts.known_figures import KnownFigures
from kh_docs.check.facts.passages import Passage
from kh_docs.check.words import UPPER
from kh_docs.patterns import re

_OF_THE_PROVINCE: Final = re.compile(
    r"toàn tỉnh|của tỉnh|cả tỉnh|trên địa bàn tỉnh|(UBND )?tỉnh giao|cấp tỉnh|(Công an|CA) tỉnh|"
    r"\b0?(một|1) trong\b",
    re.IGNORECASE,
)
_OF_THE_UNIT: Final = re.compile(
    r"(toàn|trên địa bàn|địa bàn|của) (huyện|thị xã|thành phố|xã|phường)\b|"
    r"(huyện|thị xã|thành phố|xã|phường) phấn đấu",
    re.IGNORECASE,
)
_SEVERAL_UNITS: Final = re.compile(
    r"các huyện|các địa phương|cả nước|toàn quốc|\b(?:huyện|thành phố), (?:thành phố|thị xã)\b"
    r"|\d (?:đơn vị|địa phương) cấp huyện",
    re.IGNORECASE,
)
# What each of several does, this one does.
_EACH_OF_THEM: Final = re.compile(r"\bmỗi (?:đơn vị|địa phương|huyện|xã)\b", re.IGNORECASE)
_AIMS: Final = re.compile(
    r"phấn đấu|chỉ tiêu|mục tiêu|ít nhất|tối thiểu|giao|xây dựng(?! được)", re.IGNORECASE
)
# What is told of comes short of a target; it does not set another.
_IS_DONE: Final = re.compile(
    r"\bđã\b|đến nay|hiện có|(đạt|xây dựng) được|kết quả:|\bmới (đạt|được|có|xây dựng|ra mắt)\b|\bchỉ đạt\b",
    re.IGNORECASE,
)
# A least that is turned into a most.
_AT_MOST: Final = re.compile(r"\b(tối đa|không quá|nhiều nhất|cao nhất)( là| chỉ)?\s*$", re.IGNORECASE)
# “Mức tỉnh giao riêng cho huyện”: what the province sets for the unit is the unit's own.
_GIVEN_TO_IT: Final = re.compile(
    r"\b(?:giao|phân bổ)(?: riêng)?(?: chỉ tiêu)?(?: cho)? (?:UBND )?(?:huyện|thị xã|thành phố|xã|phường)\b",
    re.IGNORECASE,
)
_NOT_AMONG: Final = re.compile(r"\bkhông\b|\bngoài (?!xã hội)|phối hợp|học tập|giáp", re.IGNORECASE)
# “Huyện … có 12 xã và 01 thị trấn”; not “05 đơn vị, gồm 04 xã và 01 thị trấn”.
_ALL_BY_TYPE: Final = re.compile(
    r"\b(?i:huyện|thị xã|thành phố)(?: [A-ZĐ]\w+){0,3} (?:hiện )?(?:có|gồm) "
    r"\d+ (?:xã|phường|thị trấn)(?:,| và) \d+ (?:xã|phường|thị trấn)\b(?! [^\W\d_])"
)
_WHOLE_UNIT: Final = re.compile(
    r"(?:(?:, | và )(?:xã|phường|thị trấn))* (?:trong|trên|của) toàn (?:huyện|thị xã|thành phố)\b"
)
_ALL_BEFORE: Final = re.compile(r"\b(?:UBND|Công an|CA|tất cả|toàn bộ|cả|đủ) $", re.IGNORECASE)
_ONE_OF: Final = re.compile(
    r"\b(0?(một|1) trong (số )?|trong (số |nhóm |danh sách )?|thuộc (nhóm |danh sách )?)$", re.IGNORECASE
)
_AMONG: Final = re.compile(r"\btrong (?:đó|số đó) có\b", re.IGNORECASE)
_AT_LEAST: Final = re.compile(r"ít nhất|tối thiểu", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_UNIT: Final = re.compile(rf"\b(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|TX|TP) ([{UPPER}]\w+(?: [{UPPER}]\w+)*)")
_FIGURE: Final = re.compile(r"\d[\d/.,%]*")
# Close to a figure: so many characters before and behind it.
_BEFORE, _BEHIND = 70, 100


class Said(NamedTuple):
    """The sentence or row around a figure, and the words close to it."""

    context: str
    near: str
    # The sentence up to the figure, and from there on.
    before: str
    behind: str
    # Sentence and near words without figures.
    in_words: tuple[str, str]
    # Whether it says that the plan demands it.
    is_demanded: bool

    @property
    def years(self) -> set[str]:
        """The years that are named."""
        return years_in(self.context)

    @property
    def units(self) -> list[str]:
        """The names of units that stand behind the word for their type."""
        return [str(name) for name in _UNIT.findall(self.context)]

    @property
    def is_of_the_unit(self) -> bool:
        return _OF_THE_UNIT.search(self.context) is not None

    @property
    def is_of_several(self) -> bool:
        return _SEVERAL_UNITS.search(self.context) is not None

    @property
    def asks_the_least(self) -> bool:
        return _AT_LEAST.search(self.context) is not None

    @property
    def is_result(self) -> bool:
        """Whether it tells what was reached."""
        return _IS_DONE.search(self.context) is not None

    @property
    def is_aim(self) -> bool:
        return _AIMS.search(self.context) is not None

    def is_history(self, year: int) -> bool:
        """Whether it only tells of years before `year`."""
        years = {int(each) for each in self.years}
        return bool(years) and max(years) < year

    def is_of_others(self, known: KnownFigures) -> bool:
        """Whether it speaks of the province, or of other units too."""
        all_of_them = self.is_of_several and not _EACH_OF_THEM.search(self.context)
        if self.is_one_of_them or self.names_others(known) or all_of_them:
            return True
        return self.is_of_the_province and not self.is_of_its_own(known)

    @property
    def counts_all_communes(self) -> bool:
        """“Có 12 xã và 01 thị trấn”: of each type all that there are."""
        return _ALL_BY_TYPE.search(self.near) is not None

    @property
    def is_one_of_them(self) -> bool:
        """“Là một trong 06 đơn vị”, said of nobody else."""
        return _ONE_OF.search(self.before) is not None

    @property
    def names_some_of_them(self) -> bool:
        """“06 đơn vị …, trong đó có …”."""
        return _AMONG.search(self.behind) is not None

    @property
    def leaves_out(self) -> bool:
        """Whether it says of somebody that he is not among those named."""
        return _NOT_AMONG.search(self.context) is not None

    @property
    def is_close_to_the_province(self) -> bool:
        """Whether no unit is named between the province and the figure."""
        *_rest, last = ("", *re.split(r"(?i)\b(?:huyện|thị xã|thành phố)\b", self.before))
        return any(_OF_THE_PROVINCE.search(each) is not None for each in (self.near, last))

    @property
    def is_at_most(self) -> bool:
        return _AT_MOST.search(self.before) is not None

    @property
    def is_all_of_them(self) -> bool:
        """“UBND 21 xã, thị trấn trong toàn huyện”."""
        return _WHOLE_UNIT.match(self.behind) is not None and _ALL_BEFORE.search(self.before) is not None

    def states_the_least(self, value: str) -> bool:
        """“Ít nhất 15%”: the sentence itself says what the least is."""
        return (
            re.search(rf"(?i)(?:ít nhất|tối thiểu)[^;.]{{0,20}}\b{re.escape(value)} ?%", self.context)
            is not None
        )

    def names_others(self, known: KnownFigures) -> bool:
        """Whether another unit is named."""
        return any(name in known.others for name in self.units)

    def is_of_its_own(self, known: KnownFigures) -> bool:
        """Whether the unit itself is what the figure is said of: named last before it, alone, or given it."""
        given = _GIVEN_TO_IT.search(self.context) or (known.unit and f"giao {known.unit}" in self.context)
        if given and not self.names_others(known):
            return True
        named = _UNIT.findall(self.before.rpartition(", ")[2])
        return [name for name in named if known.unit and name.startswith(known.unit)] == named != []

    @property
    def is_of_the_province(self) -> bool:
        return _OF_THE_PROVINCE.search(self.context) is not None


def years_in(text: str) -> set[str]:
    return set(_YEAR.findall(text))


def said_around(passage: Passage, match: re.Match[str], known: KnownFigures) -> Said:
    """The words around a figure of the passage."""
    context = passage.around(match.start())
    if passage.row:
        # The row of a table speaks of many things at once.
        words = _FIGURE.sub(" ", context)
        return Said(context, context, "", "", (words, words), False)
    before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
    behind = passage.text[match.end() : match.end() + _BEHIND]
    start = max(before.rfind(stop) for stop in ("; ", ". ", ", ")) + 1
    end = min((at for stop in ("; ", ". ") if (at := behind.find(stop)) >= 0), default=len(behind))
    near = f"{before[start:]}{match[0]}{behind[:end]}"
    at, written = passage.sentence_as_written(match.start())
    sentence, rest = passage.text[at : match.start()], passage.text[match.end() : at + len(written)]
    demanded = known.attribution.covers(written, match.start() - at, match.end() - at)
    return Said(context, near, sentence, rest, (_FIGURE.sub(" ", context), _FIGURE.sub(" ", near)), demanded)
