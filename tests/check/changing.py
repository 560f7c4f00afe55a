"""Change one fact in a sentence of a plan, by kind; or say the sentence otherwise with every fact kept.

Nothing here knows how `check --facts` finds what it finds: changes go by the shape of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_NUMBER = re.compile(
    r"(?<![\d/])(?P<n>\d{1,4})(?:/\d{4})?[-/](?P<symbol>[A-ZĐ][A-Za-zĐđ]*(?:[-/][A-ZĐ][\w&]*)*)"
)
_DAY = re.compile(r"\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>20\d\d)\b")
_CITED = re.compile(
    rf"{_NUMBER.pattern}(?:,? ngày (?P<day>\d{{1,2}}/\d{{1,2}}/20\d\d))?"
    r"(?: của (?P<of>[^,;.“]+?)(?= về | quy định | ban hành |[,;.]|$))?"
    r"(?: (?P<about>(?:về|quy định|ban hành) [^;.]+))?"
)
_PERIOD = re.compile(r"(?P<from>20\d\d)(?P<dash> ?[-–] ?)(?P<to>20\d\d)")
_YEARS = re.compile(r"(?<=[a-zếáổ] )(?P<n>\d\d) năm(?= thực| xây| triển)")
_MONTH = re.compile(r"\btháng (?P<m>\d{1,2})/(?P<y>20\d\d)\b")
_QUARTER = re.compile(r"\bQuý (?P<q>I{1,3}|IV)/")
_SHORT_DAY = re.compile(r"(?<=[(\s])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![/\d])")
_SHARE = re.compile(r"(?P<n>\d+)%")
_COUNT = re.compile(r"(?<![\d/.,])(?P<n>\d{1,3})(?= [a-zA-ZđĐ])(?! năm\b)(?! tháng\b)(?! ngày\b)(?! tại chỗ)")
_BUILT = re.compile(r"(?<=đã xây dựng )(?:trong )?năm (?P<y>20\d\d)")
_QUOTED = re.compile(r"[“\"](?P<words>[^“”\"]{8,200})[”\"]")
_LAW = re.compile(
    r"\bLuật (?P<name>(?:an ninh, trật tự|[^,;.\d()]){6,60}?)(?= theo | và |[,;.(]| số | \(|, có )"
)
_BODY = re.compile(
    r"\b(?:Công an tỉnh|Sở [A-ZĐ]\w+(?:,? (?:và )?[A-ZĐ]?\w+){0,2})(?= chủ trì|, UBND)"
    r"|\bCông an tỉnh(?= \(Cơ| thành lập| lựa chọn)"
)
_MINISTRY = re.compile(r"\bBộ (?:Công an|Tài [Cc]hính)\b")
_GROUP = re.compile(r"(?<=hội viên )(?i:nông dân|phụ nữ)")
_SCHOOL = re.compile(r"(?<=chuyên )(?:[A-ZĐ]\w+ ){1,4}(?=,)|(?<=chuyên )[A-ZĐ]\w+(?: [A-ZĐ]\w+){1,4}")

_OTHER_BODIES = ("Sở Tư pháp", "Ủy ban MTTQ tỉnh", "Sở Nội vụ", "Thanh tra tỉnh")
_OTHER_ISSUERS = ("Thủ tướng Chính phủ", "Bộ Quốc phòng", "HĐND tỉnh", "Quốc hội")
_OTHER_LAWS = ("Dân quân tự vệ", "Đầu tư công", "Phòng, chống ma túy", "An ninh mạng")
_OTHER_GROUPS = ("Cựu chiến binh", "Công đoàn", "Người cao tuổi")
_OTHER_WORDS = ("Mặt trận", "văn hóa", "doanh nghiệp", "thanh niên", "kinh tế", "phòng cháy", "môi trường")


class Changed(NamedTuple):
    """A sentence with one fact changed."""

    kind: str
    text: str
    # What stands there now, and what stood there.
    now: str
    was: str


def _put(kind: str, text: str, start: int, end: int, now: str) -> Iterator[Changed]:
    if text[start:end] != now:
        yield Changed(kind, text[:start] + now + text[end:], now, text[start:end])


def _pick(choices: Iterable[str], seed: int, but: str = "") -> str:
    left = [each for each in choices if each.casefold() not in but.casefold()]
    return left[seed % len(left)]


def changed(text: str, units: list[str], abstracts: list[str], year: int, seed: int = 0) -> Iterator[Changed]:
    """Every fact that the shapes here know, changed once.

    `units`: names of units as written; `abstracts`: of the documents that are cited.
    """
    taken: list[tuple[int, int]] = []
    for cited in _CITED.finditer(text):
        taken.append((cited.start(), cited.end("day") if cited["day"] else cited.end("symbol")))
        yield from _cited(cited, text, abstracts, seed)

    def free(pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        for match in pattern.finditer(text):
            if not any(low < match.end() and match.start() < high for low, high in taken):
                taken.append(match.span())
                yield match

    for match in free(_DAY):
        if int(match["y"]) == year:
            yield from _put("deadline day", text, *match.span(), _later(match, match["y"]))
    for match in free(_PERIOD):
        yield from _put("period", text, *match.span("to"), str(int(match["to"]) + 1 + seed % 3))
        yield from _put("period", text, *match.span("from"), str(int(match["from"]) - 1 - seed % 2))
    for match in free(_YEARS):
        yield from _put("years looked back", text, *match.span("n"), f"{int(match['n']) + 1 + seed % 4:02}")
    for match in free(_MONTH):
        yield from _put("month", text, *match.span("m"), str(int(match["m"]) % 12 + 1))
    for match in free(_QUARTER):
        yield from _put("quarter", text, *match.span("q"), {"I": "II", "II": "III"}.get(match["q"], "I"))
    for match in free(_SHORT_DAY):
        yield from _put("short day", text, *match.span(), _later(match, ""))
    for match in free(_BUILT):
        yield from _put("year built", text, *match.span("y"), str(int(match["y"]) - 1))
    for match in free(_SHARE):
        n = int(match["n"])
        yield from _put("share", text, *match.span("n"), str(n - 5 - 5 * (seed % 2) if n > 10 else n + 5))
    for match in free(_COUNT):
        n = int(match["n"])
        least = re.search(r"(ít nhất|tối thiểu) (\d+ [^;.]*)?$", text[: match.start()])
        now = n - 1 if least and n > 1 else n + 1 + seed % 3
        if least and n == 1:
            continue
        yield from _put("figure", text, *match.span("n"), f"{now:0{len(match['n'])}}")
    for match in _LAW.finditer(text):
        yield from _put("law", text, *match.span("name"), _pick(_OTHER_LAWS, seed, match["name"]))
    for match in _BODY.finditer(text):
        yield from _put("body", text, *match.span(), _pick(_OTHER_BODIES, seed, match[0]))
    for match in _MINISTRY.finditer(text):
        yield from _put("ministry", text, *match.span(), _pick(("Bộ Quốc phòng", "Bộ Nội vụ"), seed))
    for match in _GROUP.finditer(text):
        # Unless the province is said to ask for it, a unit may do so for others too.
        for each in _put("group", text, *match.span(), _pick(_OTHER_GROUPS, seed)):
            yield each._replace(text=f"UBND tỉnh yêu cầu: {each.text}")
    for match in _SCHOOL.finditer(text):
        yield from _put("school", text, match.start(), match.end(), "Hà Huy Tập")
    for match in _QUOTED.finditer(text):
        yield from _in_quotes(match, text, seed)
    for name in units:
        for match in re.finditer(rf"\b{re.escape(name)}\b(?! [A-ZĐ])", text):
            other = _pick((each for each in units if each not in text), seed + match.start())
            yield from _put("unit", text, *match.span(), other)


def _cited(cited: re.Match[str], text: str, abstracts: list[str], seed: int) -> Iterator[Changed]:
    n = cited["n"]
    other = n[::-1] if len(set(n)) > 1 and n[::-1] != n and not n.endswith("0") else f"{int(n) + 1:0{len(n)}}"
    yield from _put("number", text, *cited.span("n"), other)
    symbols = ("CV-UBND", "QĐ-TTg", "CT-TTg", "NQ-HĐND")
    yield from _put("symbol", text, *cited.span("symbol"), _pick(symbols, seed, cited["symbol"]))
    if cited["day"]:
        day = _DAY.fullmatch(cited["day"])
        assert day is not None
        yield from _put("day of act", text, *cited.span("day"), _later(day, day["y"]))
        yield from _put("year of act", text, *cited.span("day"), cited["day"][:-4] + str(int(day["y"]) + 1))
    if cited["of"]:
        yield from _put("issuer", text, *cited.span("of"), _pick(_OTHER_ISSUERS, seed, cited["of"]))
    about = cited["about"]
    if about and not _NUMBER.search(about):
        others = [each for each in abstracts if each.casefold()[:20] not in about.casefold()]
        yield from _put("abstract", text, *cited.span("about"), others[seed % len(others)])
        words = [m for m in re.finditer(r"[^\W\d_]+(?: [^\W\d_]+)?", about) if len(m[0]) > 6]
        # Past “về” and the first words, not the place at the end.
        inner = words[len(words) // 2 : -1] or words
        one = inner[seed % len(inner)]
        low = cited.start("about") + one.start()
        yield from _put("word of abstract", text, low, low + len(one[0]), _pick(_OTHER_WORDS, seed, text))


def _in_quotes(match: re.Match[str], text: str, seed: int) -> Iterator[Changed]:
    words = list(re.finditer(r"[^\W\d_]+ [^\W\d_]+", match["words"]))
    if words:
        one = words[seed % len(words)]
        start = match.start("words") + one.start()
        yield from _put("quotation", text, start, start + len(one[0]), _pick(_OTHER_WORDS, seed, text))
    number = re.search(r"\b\d\b(?! [-–])", match["words"])
    if number:
        at = match.start("words") + number.start()
        yield from _put("slogan", text, at, at + 1, str(int(number[0]) % 8 + 1))


def _later(match: re.Match[str], year: str) -> str:
    day, month = int(match["d"]), int(match["m"])
    day, month = (day + 7, month) if day <= 20 else (day - 15, month % 12 + 1)
    return f"{day:02}/{month:02}" + (f"/{year}" if year else "")


_SAME = (
    ("an ninh, trật tự", "ANTT"),
    ("ANTT", "an ninh, trật tự"),
    ("ANTQ", "an ninh Tổ quốc"),
    ("UBND", "Ủy ban nhân dân"),
    ("Ủy ban Mặt trận Tổ quốc", "Ủy ban MTTQ"),
    ("ít nhất", "tối thiểu"),
    ("tập trung xây dựng", "xây dựng"),
    ("Tiếp tục ", ""),
    ("hòa", "hoà"),
    ("%", " %"),
    (" - ", "-"),
    ("“", '"'),
    ("”", '"'),
    ("Quý ", "quý "),
    ("đơn vị cấp xã", "xã, phường, thị trấn"),
    ("cơ sở giáo dục", "trường học"),
    ("ma túy", "ma tuý"),
)


def rephrased(text: str, plan: str) -> Iterator[str]:
    """The sentence otherwise, every fact as it was; `plan`: how one names the plan."""
    yield text
    for old, new in _SAME:
        if old in text:
            yield text.replace(old, new)
    long = _DAY.sub(lambda day: f"{day['d']} tháng {day['m']} năm {day['y']}", text)
    yield long
    yield re.sub(r"\b0(?=\d\b(?! tháng))", "", text)
    body = text[0].lower() + text[1:]
    yield f"Theo {plan} của UBND tỉnh, {body}"
    yield f"{text.rstrip(';. ')}; kinh phí 120 triệu đồng, xong trong 45 ngày với 37 lượt người tham gia."
    yield f"Ngày 12/3/2024, UBND huyện họp, thống nhất: {body}"
    yield f"UBND tỉnh yêu cầu: {body}"
    # Without what is in brackets, without quotation marks, in capitals.
    yield re.sub(r"\s*\([^()]*\)", "", text)
    yield re.sub(r"[“”\"]", "", text)
    parts = text.split(", ")
    if len(parts) > 4:
        yield ", ".join(parts[: len(parts) // 2])
        if len(re.findall(r"[;.] ", text)) == 0:
            yield ", ".join([*parts[:1], *parts[2:]])
    yield from re.split(r"(?<=[;.])\s", text)
