"""Read the body as an outline: which paragraph is a Phần, an Điều, a mục, a khoản, a điểm, a dash."""

from functools import lru_cache
from typing import Final, Literal, NamedTuple

from kh_docs.check.words import UPPER
from kh_docs.decree30 import POINT_LETTERS
from kh_docs.patterns import re
from kh_docs.text import ordinal_number
from kh_docs.word.document import Paragraph
from kh_docs.word.roman import from_roman

Level = Literal[
    "phan",
    "chuong",
    "muc",
    "tieu_muc",
    "dieu",
    "roman",
    "letter",
    "khoan",
    "decimal",
    "diem",
    "dash",
    "basis",
    "text",
]

_PART: Final = re.compile(
    r"(?P<word>phần|chương|mục|tiểu mục) (?P<number>[IVXLC]+|\d+|thứ \w+)[.:]?", re.IGNORECASE
)
# "Chương I. QUY ĐỊNH CHUNG": the title on the line of the number, where it should not be.
_TITLED_PART: Final = re.compile(
    r"(?P<word>phần|chương|mục|tiểu mục) (?P<number>[IVXLC]+|\d+|thứ \w+)\s*[.:–-]?\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    rf"(?P<word>[ĐđD]iều|ĐIỀU) (?P<number>\d+)(?P<mark>\s?[.:]|\s?[-–](?=\s[{UPPER}])|)(?P<rest>.*)",
    re.DOTALL,
)
_ARTICLE_BEGINS: Final = frozenset("ĐđD")
# “1, Mục đích”: before a capital a comma stands for the mark.
_COMMA: Final = rf",(?=\s[{UPPER}])"
# “I - MỤC ĐÍCH”, “2 – Yêu cầu”.
_ASIDE: Final = rf"\s[-–](?=\s[{UPPER}])"
_ROMAN: Final = re.compile(
    rf"(?P<number>[IVXLC]+)(?P<mark>[.\-)/:]|{_ASIDE}|{_COMMA})\s*(?P<rest>.*)", re.DOTALL
)
# “I MỤC ĐÍCH, YÊU CẦU”: the full stop forgotten.
_BARE_ROMAN: Final = re.compile(r"(?P<number>[IVX]+)(?P<mark>) (?P<rest>\S{2}.*)", re.DOTALL)
_CAPITAL: Final = re.compile(r"(?P<number>[A-ZĐ])(?P<mark>[.)])\s+(?P<rest>.*)", re.DOTALL)
_CLAUSE: Final = re.compile(
    rf"(?P<number>\d{{1,2}})(?P<mark>\s?[.)]|[/-](?=\s)|{_ASIDE}|{_COMMA})(?=\s|[^\d\s])\s*(?P<rest>\S.*)",
    re.DOTALL,
)
_DECIMAL: Final = re.compile(r"(?P<number>\d{1,2}(\.\d{1,2})+)(?P<mark>[.)]?)\s+(?P<rest>\S.*)", re.DOTALL)
_POINT: Final = re.compile(
    rf"(?P<number>[a-zđăâêôơư])(?P<mark>\s?\)|\.|/(?=\s)|{_COMMA})\s*(?P<rest>\S.*)", re.DOTALL
)
_DASH: Final = re.compile(r"(?P<mark>[-–—+•●▪*□])\s*(?P<rest>\S.*)", re.DOTALL)
_FIRST_LETTERS: Final = {"A", "B"}
# "MC:", "CD." and the like are words.
_HIGHEST_ROMAN: Final = 40
_LONGEST_QUOTATION: Final = 25
_ENDS: Final = (".", ";", ":", ",", "…", "!", "?")


class Item(NamedTuple):
    """One paragraph of the body with its place in the outline."""

    level: Level
    paragraph: Paragraph
    number: str = ""
    mark: str = ""
    value: int | None = None
    rest: str = ""

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence or as an item of a list does."""
        return self.rest.endswith(_ENDS)


def outline(body: list[Paragraph]) -> list[Item]:
    """The body's paragraphs as items, in order."""
    # "A." and "B." among the headings make "C." and "D." letters, not Roman numbers.
    first = [text for p in body if (text := p.full_text)[:1] in _FIRST_LETTERS]
    lettered = {text[0] for text in first if _CAPITAL.fullmatch(text)} == _FIRST_LETTERS
    items: list[Item] = []
    last_roman = 0
    quoted = _quoted(body)
    for index, paragraph in enumerate(body):
        if index in quoted:
            items.append(Item("text", paragraph, rest=paragraph.full_text))
            continue
        item = _item(paragraph, lettered, last_roman)
        if item.level == "roman":
            last_roman = item.value or 0
        elif item.level == "letter":
            last_roman = 0
        items.append(item)
    return items


def _quoted(body: list[Paragraph]) -> set[int]:
    """The paragraphs of passages quoted from other documents, whose numbers are not ours."""
    found: set[int] = set()
    for start, paragraph in enumerate(body):
        if start in found or not paragraph.text.startswith(("“", '"')) or len(paragraph.text) < 2:
            continue
        for end in range(start, min(start + _LONGEST_QUOTATION, len(body))):
            text = body[end].text[1:] if end == start else body[end].text
            if re.search(r"[”\"][.;,]*$", text):
                found.update(range(start, end + 1))
                break
    return found


def _item(paragraph: Paragraph, lettered: bool, last_roman: int) -> Item:
    place = _place(paragraph.full_text, paragraph.raw, lettered, last_roman)
    if (
        place.level == "text"
        and place.rest[:1] in _ARTICLE_BEGINS
        and (article := _ARTICLE.fullmatch(place.rest))
        and _stands_out(paragraph, article)
    ):
        place = _made("dieu", article, int(article["number"]))
    return Item(place.level, paragraph, *place[1:])


def _stands_out(paragraph: Paragraph, article: re.Match[str]) -> bool:
    """Whether “Điều 1” alone is bold on its line, the mark behind it forgotten."""
    inked = [run for run in paragraph.runs if run.text.strip()]
    bold = "".join(run.text for run in inked if run.format.bold)
    return inked[0].format.bold and " ".join(bold.split()) == f"{article['word']} {article['number']}"


class _Place(NamedTuple):
    """What an item says of itself."""

    level: Level
    number: str = ""
    mark: str = ""
    value: int | None = None
    rest: str = ""


# The documents of one run say much the same.
@lru_cache(4096)
def _place(text: str, raw: str, lettered: bool, last_roman: int) -> _Place:
    first_line = " ".join(raw.strip().split("\n")[0].split())
    if part := _PART.fullmatch(first_line):
        return _part(part, "")
    titled = _TITLED_PART.fullmatch(first_line)
    if titled and titled["rest"].isupper():
        return _part(titled, titled["rest"])
    if article := _ARTICLE.fullmatch(text):
        # "Điều 5 của Nghị định" goes on as a sentence; only a mark makes it a heading.
        if article["mark"] or not article["rest"]:
            return _made("dieu", article, int(article["number"]))
        return _Place("text", rest=text)
    if roman := _ROMAN.fullmatch(text):
        value = from_roman(roman["number"])
        letter = lettered and len(roman["number"]) == 1 and roman["number"] in "CDLM"
        expected = (
            value in (1, last_roman, last_roman + 1) or len(roman["number"]) > 1 or roman["rest"].isupper()
        )
        if value is not None and value <= _HIGHEST_ROMAN and not letter and expected and roman["rest"]:
            return _made("roman", roman, value)
    if bare := _BARE_ROMAN.fullmatch(text):
        value = from_roman(bare["number"])
        if value in (1, last_roman + 1) and bare["rest"].isupper():
            return _made("roman", bare, value)
    if capital := _CAPITAL.fullmatch(text):
        return _made("letter", capital, ord(capital["number"]) - 64)
    if decimal := _DECIMAL.fullmatch(text):
        return _made("decimal", decimal, None)
    if clause := _CLAUSE.fullmatch(text):
        return _made("khoan", clause, int(clause["number"]))
    if point := _POINT.fullmatch(text):
        at = POINT_LETTERS.find(point["number"])
        return _made("diem", point, at + 1 if at >= 0 else None)
    if dash := _DASH.fullmatch(text):
        return _Place("dash", "", dash["mark"], None, dash["rest"])
    return _Place("text", rest=text)


def _part(part: re.Match[str], title: str) -> _Place:
    """A Phần, Chương, Mục or Tiểu mục; `title` is what stands on its line beside the number."""
    levels: dict[str, Level] = {"phần": "phan", "chương": "chuong", "mục": "muc", "tiểu mục": "tieu_muc"}
    level = levels[part["word"].lower()]
    number = part["number"]
    ordinal = ordinal_number(number.lower().removeprefix("thứ "))
    value = ordinal or (int(number) if number.isdecimal() else from_roman(number))
    return _Place(level, number, "", value, title)


def _made(level: Level, match: re.Match[str], value: int | None) -> _Place:
    return _Place(level, match["number"], match["mark"], value, match["rest"].strip())
